"""A display is what a notebook shows of an object: HTML, which it asks for by the method `_repr_html_`.

What is shown is worded, proved and explained, so it is written by a module far above the classes that are
shown. This is the one door upwards: it finds that module by its name, when a notebook asks and not before.
"""

from importlib import import_module


def display(shown: object) -> str:
    """Give the HTML of a taxonomy, a category, a catalog, a classification or a report."""
    html: str = import_module("customer_types._showing.notebooks").html(shown)
    return html
