"""Reading makes the model of files: bytes to text, text to nodes, nodes to taxonomies."""
