"""How customers and taxonomies are drawn for tests."""
