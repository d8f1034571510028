"""The folium map document: one self-contained page with the whole case in it."""
