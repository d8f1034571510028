"""Where a case lives. Files for now; every store hands out the same `Case`."""
