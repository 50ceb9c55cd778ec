"""Checking finds all that is wrong or doubtful in files: by reading, by proofs, and by a careful look.

In come paths; out come faults, with places. Here one may import the catalog and what proves. Nothing here
decides by itself what is right: that stands with what reads and with what proves.
"""
