"""Constants: the ids of taxonomies as a module of Python, for editors and type checkers."""

from collections.abc import Sequence

from customer_types._messages import Plain
from customer_types.cli import output
from customer_types.cli.catalogs import catalog, taxonomy_of
from customer_types.cli.files import print_file, write_file
from customer_types.cli.readings import usage
from customer_types.cli.spoken import language, say
from customer_types.constants import module


def write_constants(names: Sequence[str], *, out: str | None) -> None:
    """Write the constants of taxonomies, or of all shipped ones, to a file or to the output."""
    taxonomies = [taxonomy_of(name) for name in dict.fromkeys(names)] or list(catalog())
    ids = [taxonomy.id for taxonomy in taxonomies]
    for id in ids:
        if ids.count(id) > 1:
            raise usage(say("error.same-taxonomy", taxonomy=id))
    text = module(taxonomies, language=language())
    if out is None:
        print_file(text)
        return
    write_file(out, text)
    output.remark(say("classify.written", path=Plain(out)), stderr=True)
