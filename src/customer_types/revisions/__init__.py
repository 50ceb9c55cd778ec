"""A revision is what became of a taxonomy from one version to another, and whether its number says so.

A *major* change breaks what was stored or built: an id is gone, or a category holds other customers, which
is proved and not a matter of words. A *minor* one adds something, or calls it otherwise. A *patch* mends
what is said. Below 1.0.0, as in semantic versioning, a minor number may break and a patch number may add.
"""

from customer_types.revisions.changes import Change, Level
from customer_types.revisions.versions import Revision, revision, revisions

__all__ = ["Change", "Level", "Revision", "revision", "revisions"]
