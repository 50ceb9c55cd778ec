"""SQL text for databases: what differs from one to the other, and how conditions and orders are written."""
