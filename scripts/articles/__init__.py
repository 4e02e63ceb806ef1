"""Source articles: reading files, repairing and stripping their text, laying out paragraphs and sentences."""
