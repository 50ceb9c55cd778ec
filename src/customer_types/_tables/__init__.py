"""Tables are files as people have them: of any encoding, separator, decimal sign and order of dates.

In come bytes; out come rows of texts, what their columns are called, and numbers and dates in one
notation. What can be read in two ways is never guessed: it is asked. Texts that a spreadsheet would run
are kept from it. Here one may import the model; what rows mean for customers is no matter of this room.
"""
