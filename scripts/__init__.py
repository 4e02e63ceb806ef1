"""From raw/ to the published tables. Each verb runs as `python -m scripts.<verb> --help`."""
