"""Reports: what a reader asks of a case, for pages, exports and the command line alike."""
