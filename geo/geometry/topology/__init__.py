"""A dated series of areas, stored once: arcs shared by neighbouring snapshots, each with where in time it stands."""
