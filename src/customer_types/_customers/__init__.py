"""Customers are rows: of orders, which become facts, and of facts, which become classifications.

In come Python's values, objects and rows; out come facts as of a day, and a classification that can be
asked for its reasons. The rules of what counts as an order, a refund or a day stand in `purchases`; frames
and SQL say the same in their own words, and are tested against it. Here one may import what proves, since
a classification is asked for ways into a category.
"""
