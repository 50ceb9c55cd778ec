"""Proving is about all customers at once: what overlaps, who is left out, what is never so, with witnesses.

In come categories with criteria; out come findings: relations, gaps, needs, broken rules, each with a
customer who shows it and is tried out by the interpreter before anybody sees it. A category becomes a
formula over cells (`cells`): finite domains that no test tells apart, searched with unit propagation and
branching, or gone through as multi-valued decision diagrams. `trials` hold examples against criteria,
`ways` are smallest changes that lead into a category.

Here one may import what decides, reading and the catalog. Laws: whatever is called proved holds for every
possible customer; whatever is refuted has a witness; whatever takes too many steps is *undecided*, and
said to be so. Two other solvers, trying everybody and z3, are held against it.
"""
