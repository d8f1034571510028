"""Commands that print the numbers which the README quotes."""
