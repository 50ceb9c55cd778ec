"""SKOS: what taxonomies say, as triples, and what the triples of others say."""
