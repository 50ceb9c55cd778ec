"""The making of JSON Schemas: the readers' tables of keys, said in another language."""
