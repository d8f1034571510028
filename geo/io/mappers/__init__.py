"""Formats of mappers' archives: DeepState, owlmaps, ISW and any file by a mapping of its columns."""
