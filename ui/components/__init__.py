"""What pages are made of: custom components with their scripts and styles, charts, inputs."""
