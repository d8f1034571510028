"""Data formats written for other programs: GIS files, KML, CSV, XLSX, feeds, PROV-JSON."""
