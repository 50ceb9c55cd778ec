"""Frames of any engine that narwhals knows: how they hold facts, and what is asked of them."""
