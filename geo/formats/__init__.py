"""Bytes to records and back. Nothing here opens a file by name."""
