"""Streamlit's pages. Nothing below `ui` knows about Streamlit."""
