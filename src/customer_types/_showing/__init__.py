"""Showing is for eyes: notebooks, pages, pictures; what is shown was worked out elsewhere.

In come objects of the model and findings; out come HTML, Markdown and drawings, in English or French.
Laws: no text of a file or of a customer becomes markup; pages and pictures need no network.
"""
