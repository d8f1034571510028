"""A dated series of areas, stored once: arcs shared by neighbouring snapshots, each with where in time it stands."""

from geo.series.arcs import PRECISION, Series, encode
from geo.series.payload import from_bytes, to_bytes

__all__ = ["PRECISION", "Series", "encode", "from_bytes", "to_bytes"]
