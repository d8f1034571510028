"""A dated series of areas, stored once: arcs shared by neighbouring snapshots, each with its validity."""
