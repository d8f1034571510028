"""Find a place or a claim by typed text, in any script and spelling."""
