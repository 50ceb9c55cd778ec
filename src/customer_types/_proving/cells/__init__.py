"""Cells decide questions about all possible customers at once, exactly and with a witness.

The way of a question: criteria become formulas over the fields of a space (`spaces`, `fields`, `scales`,
`formulas`); a formula is asked for one customer (`search`, by unit propagation and branching over boxes of
cells, or `z3_search`), or for everybody (`nodes` and `diagrams`, multi-valued decision diagrams, read by
`populations`). A box is an integer with a bit for each cell of each field; what meets is a bitwise and.
"""
