"""Pictures for print: one figure, small multiples, animation, preview."""
