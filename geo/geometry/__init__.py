"""Border geometry: measures along the border, distance from it, its sides, and areas that change over time."""
