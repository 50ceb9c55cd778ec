"""The model is what a file says, as objects that nobody can change: taxonomies, criteria, facts, labels.

In comes what readers have understood; out goes what everything else reads. Only errors and messages are
known here: a model does not know where it came from, and decides nothing about anybody.

Laws: objects are frozen, and equal by value but for places. Look-ups fold labels as people vary them and
never make one of two things that differ. Languages are BCP 47's, plurals CLDR's.
"""
