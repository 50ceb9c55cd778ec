"""A term is a category of a public vocabulary, named by a prefix that the file declares: `gr:Enduser`."""

import re
from collections.abc import Iterable
from typing import Any

import attrs

from customer_types._messages import Phrase, Plain
from customer_types._model.mappings import BUILT_IN, NO_TERM, Mapping as CategoryMapping, Namespace
from customer_types._reading.contexts import Context, context_of
from customer_types._reading.nodes import Mapping, Node, Refused, Scalar
from customer_types._reading.references import category
from customer_types._reading.scalars import MAX_ID, MAX_LABEL, mapping, scalar

PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
#: What an IRI may not have in it stands in no name either.
_NAME = re.compile(r"""(?!//)[^\s<>"{}|\\^`\[\]]+""")
_IRI = re.compile(r"""(?:https?://[^\s<>"{}|\\^`/?#]+[/#?]|urn:[A-Za-z0-9-]+:)[^\s<>"{}|\\^`]*""")


def add_prefixes(context: Context, entry: Mapping, beside: Iterable[CategoryMapping]) -> None:
    """Read what the prefixes of a file stand for into its context; `beside` has mappings that there are."""
    node = entry.entries.get("prefixes")
    if node is None:
        return
    declared = mapping(node)
    context.prefixes = dict.fromkeys(declared.entries)  # of those with a fault, no more is known
    elsewhere = {one.object_source.prefix: one for one in beside if one.object_source is not None}
    refused = False
    for prefix, written in declared.entries.items():
        try:
            namespace = _namespace(declared.keys[prefix], written, context)
            _require_agreement(written, namespace, elsewhere.get(prefix))
            context.prefixes[prefix] = namespace
        except Refused:
            refused = True
    if refused:
        raise Refused


def _namespace(key: Scalar, node: Node, context: Context) -> Namespace:
    prefix = key.text
    if not PREFIX.fullmatch(prefix) or len(prefix) > MAX_ID:
        raise node.report("prefix.form", at=key, prefix=prefix, limit=MAX_ID)
    if context.surroundings is not None and prefix in context.surroundings.ids:
        raise node.report("prefix.taken", at=key, prefix=prefix)
    iri = scalar(node, "text").text
    if not is_namespace(iri):
        raise node.report("prefix.iri", iri=iri)
    return Namespace(prefix=prefix, iri=iri)


def _require_agreement(node: Node, namespace: Namespace, other: CategoryMapping | None) -> None:
    """Report a prefix that stands for something else already."""
    prefix, iri = namespace.prefix, namespace.iri
    if BUILT_IN.get(prefix, iri) != iri:
        raise node.report("prefix.built-in", prefix=prefix, iri=BUILT_IN[prefix])
    if other is not None and other.object_source is not None and other.object_source.iri != iri:
        first = Plain(str(other.location))
        raise node.report("prefix.other", prefix=prefix, iri=other.object_source.iri, first=first)


def is_prefix(text: str) -> bool:
    """Tell whether a text can be a prefix."""
    return PREFIX.fullmatch(text) is not None and len(text) <= MAX_ID


def is_namespace(text: str) -> bool:
    """Tell whether IRIs of a vocabulary can begin with a text."""
    return _IRI.fullmatch(text) is not None and text.isprintable() and len(text) <= MAX_LABEL


def is_name(text: str) -> bool:
    """Tell whether a text can stand behind a prefix."""
    return _NAME.fullmatch(text) is not None and text.isprintable() and len(text) <= MAX_LABEL


def category_or_term(node: Node, _: Any = None) -> str:
    """Read the key of a category that is there, or the name of a term with a prefix that is declared."""
    written = scalar(node, "text").text
    if written == NO_TERM:
        return written
    prefix, colon, name = written.partition(":")
    if not colon:
        return category(node)
    if not is_prefix(prefix) or not is_name(name):
        raise node.report("term.form", text=written)
    _require_declared(node, prefix)
    return written


def vocabulary(node: Node, _: Any = None) -> Namespace:
    """Read the prefix of a vocabulary."""
    prefix = scalar(node, "text").text
    if not is_prefix(prefix):
        raise node.report("prefix.form", prefix=prefix, limit=MAX_ID)
    _require_declared(node, prefix)
    # One with a fault of its own stands in until the whole file is refused for that.
    return context_of(node).prefixes[prefix] or Namespace(prefix=prefix, iri="")


def _require_declared(node: Node, prefix: str) -> None:
    declared = context_of(node).prefixes
    if prefix not in declared:
        hints = node.document.similar(prefix, declared) or (
            Phrase("hint.declare-prefix", {"prefix": Plain(prefix)}),
        )
        raise node.report("term.unknown-prefix", prefix=prefix, hints=hints)


def placed(one: CategoryMapping, context: Context) -> CategoryMapping:
    """Give a mapping with the vocabulary that its object is a term of."""
    prefix, colon, _ = one.object.partition(":")
    if not colon or one.object == NO_TERM:
        return one
    return attrs.evolve(one, object_source=context.prefixes[prefix])
