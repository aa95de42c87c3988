"""The number of the counting rules, which rises when the same text may give other counts."""

COUNTING_RULES = 1
