"""Reading makes the model of files: bytes to text, text to nodes with places, nodes to the model.

In come paths and texts, and a catalog that is asked for what they name; out come objects of the model, or
all faults of a file at once, each with its place, the cure and a guide in two languages. YAML, triples of
SKOS and tables of SSSOM become the same nodes, so that one reader understands all of them. Layers are laid
over one another as nodes, before anything is built. `writing` goes the other way, to canonical YAML.

Here one may import the model, and what decides for the values of examples. Laws: no text does harm: size,
depth and number of nodes are limited before anything is built, and no constructor of YAML is called; what
is written is read back as the same.
"""
