"""Salient's engine: claims, border geometry, layers and the map document. Runs without Streamlit."""
