"""Forms of geodata that become GeoJSON before they are checked: TopoJSON, ArcGIS JSON, uMap, sequences, CSV."""
