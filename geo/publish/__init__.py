"""Files out of Salient: pages, pictures, data, citations and feeds, none of them without passing the licence gate."""
