"""The catalog is where things are found: shipped, installed and given files, read once and looked up by name.

In come folders, files and plug-ins; out come taxonomies by id, categories by key or by what people call
them, and labels in another language. Here one may import the model, what decides, and reading.

Laws: a catalog is never changed, and one with more in it is another catalog. A label is found by every
declared form of it, whatever its case, accents and signs; what means two things is an error with all
candidates; what is no label at all is refused in a time that grows with its length only.
"""
