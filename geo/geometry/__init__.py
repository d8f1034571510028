"""Border geometry: where along it, how far from it, on which side, and areas that change over time."""
