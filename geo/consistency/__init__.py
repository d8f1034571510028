"""Check which claims can be true together: verdicts with the reason, the assumption and the numbers behind each."""
