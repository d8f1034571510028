"""Validate records: references, locations, plausibility bounds, and the lint of new claims."""
