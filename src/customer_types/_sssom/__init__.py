"""SSSOM: how a table of mappings is read and written."""
