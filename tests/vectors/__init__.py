"""What two languages must agree on, written down by the production Python for the map's script to be held against."""
