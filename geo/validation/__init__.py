"""Whether records hold together: references, locations, plausibility bounds, the lint of new claims."""
