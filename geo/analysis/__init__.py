"""Derive from a case's records: reconstructions, figures, series, provenance, containment, people."""
