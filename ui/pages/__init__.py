"""Streamlit's pages, one a file."""
