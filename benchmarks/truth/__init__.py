"""Worlds of known ground, what honest voices say of them, and how such words are spoilt: the bench of the verdicts."""
