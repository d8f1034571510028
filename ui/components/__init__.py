"""The parts of pages: custom components with their scripts and styles, charts, inputs."""
