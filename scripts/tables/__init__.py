"""Tables: from registers, candidates and reviews to the rows that are validated and published."""
