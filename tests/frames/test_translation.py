"""A column of labels is translated in every engine as each label is."""

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.frames.engines import ENGINES

import customer_types as ct
from customer_types import frames
from customer_types.errors import AmbiguousLabelError, ColumnError, UnknownIdError, UnknownLabelError

LABELS = ["Prospect", "clients fidèles", "CLIENTE PERDUE", None, "Cliant perdu", "Régulier", "", "Prospect"]


@pytest.mark.parametrize("engine", ENGINES)
def test_labels_are_translated_in_every_engine(engine: str) -> None:
    """Each label has its own translation; missing ones stay missing, and what is not understood is told."""
    made = ENGINES[engine]
    frame = made.make(pa.table({"statut": LABELS, "n": range(len(LABELS))}))
    translated, problems = frames.translate(frame, "statut", to="en")
    rows = sorted(made.read(translated).to_pylist(), key=lambda row: row["n"])
    potential = ct.translate("Prospect", to="en")
    assert [row["statut_en"] for row in rows] == [
        *(potential, "loyal customers", "LOST CUSTOMER", None, None, None, None, potential)
    ]
    assert [row["statut"] for row in rows] == LABELS
    assert {label: (one.rows, type(one.error)) for label, one in problems.items()} == {
        "Cliant perdu": (1, UnknownLabelError),
        "Régulier": (1, AmbiguousLabelError),
        "": (1, UnknownLabelError),
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_a_taxonomy_tells_apart(engine: str) -> None:
    """Within one taxonomy a label has one meaning; the new column has the name that it is given."""
    made = ENGINES[engine]
    frame = made.make(pa.table({"statut": LABELS, "n": range(len(LABELS))}))
    habits = ct.taxonomy("buying-habits")
    found = frames.translate(frame, "statut", to="en", taxonomy=habits, language="fr", into="habit")
    rows = sorted(made.read(found.frame).to_pylist(), key=lambda row: row["n"])
    assert [row["habit"] for row in rows] == [None, None, None, None, None, "Regular buyer", None, None]
    assert next(iter(found.problems)) == "Prospect"  # the most frequent
    assert found.problems["Prospect"].rows == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_of_nothing_are_translated_into_nothing(engine: str) -> None:
    """No rows, and rows without a label, are no problem."""
    made = ENGINES[engine]
    for values in (pa.array([], pa.string()), pa.array([None, None], pa.string())):
        translated, problems = frames.translate(made.make(pa.table({"label": values})), "label", to="fr")
        assert made.read(translated)["label_fr"].to_pylist() == [None] * len(values)
        assert problems == {}


def test_other_columns_of_text() -> None:
    """Categories of pandas and enumerations of Polars are labels too."""
    frame = pd.DataFrame({"label": pd.Categorical(["Loyal customer", None])}, index=[5, 3])
    found = frames.translate(frame, "label", to="fr").frame
    assert found["label_fr"].to_list()[0] == "Client fidèle"
    assert found.index.to_list() == [5, 3]
    polars = pl.DataFrame({"label": ["Loyal customer"]}, schema={"label": pl.Enum(["Loyal customer"])})
    assert frames.translate(polars, "label", to="fr").frame["label_fr"].to_list() == ["Client fidèle"]
    mixed: Any = pd.DataFrame({"label": ["Loyal customer", 3]})
    with pytest.raises(ColumnError, match="`label` has values of several types"):
        frames.translate(mixed, "label", to="fr")


@pytest.mark.parametrize("engine", ENGINES)
def test_wrong_columns_are_refused(engine: str) -> None:
    """Numbers, a column that is not there, and one that would be written over are errors."""
    frame = ENGINES[engine].make(pa.table({"label": ["x"], "label_fr": ["y"], "n": [1]}))
    with pytest.raises(ColumnError, match="column `n` is of type"):
        frames.translate(frame, "n", to="fr")
    with pytest.raises(ColumnError, match="no column `labl`; did you mean `label`"):
        frames.translate(frame, "labl", to="fr")
    with pytest.raises(ColumnError, match="there is already a column `label_fr`"):
        frames.translate(frame, "label", to="fr")
    found = frames.translate(frame, "label", to="fr", overwrite=True).frame
    assert ENGINES[engine].read(found)["label_fr"].to_pylist() == [None]
    with pytest.raises(UnknownIdError):
        frames.translate(frame, "label", to="de", taxonomy="nowhere")
