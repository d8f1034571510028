"""Records as plain data for components and tables."""
