"""Files out, through the licence filter: pages, data, pictures, citation bundles, feeds."""
