"""Events: what happened, who took part, and whether it is fact, alleged or denied."""
