"""What every table must be: one pandera model a table, one dictionary of fields, the vocabularies, the rules between
tables."""
