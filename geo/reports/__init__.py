"""What a reader asks of a case: layers, briefing, places, evacuation, selection."""
