"""Changes of caucus: who left or joined which caucus when, where the article tells it as a fact."""
