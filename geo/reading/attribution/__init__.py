"""Speakers of a text: verbs of saying, noun phrases, names, and the claimants that a case knows."""
