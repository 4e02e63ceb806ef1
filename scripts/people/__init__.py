"""People: names in a text, who they are in the registers on that day, and what the article claims of them."""
