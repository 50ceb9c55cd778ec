"""The command line speaks the reader's language, wherever that is said."""

import pytest
from tests.cli.running import Run

ENGLISH, FRENCH = "List the taxonomies", "Lister les taxonomies"

ENVIRONMENTS: list[tuple[dict[str, str], list[str], str]] = [
    ({}, [], ENGLISH),
    ({"LANG": "fr_FR.UTF-8"}, [], FRENCH),
    ({"LANG": "fr"}, [], FRENCH),
    ({"LANG": "fr_CA@currency"}, [], FRENCH),
    ({"LANG": "de_DE.UTF-8"}, [], ENGLISH),
    ({"LANG": "POSIX"}, [], ENGLISH),
    ({"LANG": ""}, [], ENGLISH),
    ({"LANG": "no language at all"}, [], ENGLISH),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, [], FRENCH),
    ({"LC_MESSAGES": "fr_FR.UTF-8", "LC_ALL": "C"}, [], ENGLISH),
    ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_BE"}, [], FRENCH),
    ({"LANG": "en_US.UTF-8", "CUSTOMER_TYPES_LANGUAGE": "fr"}, [], FRENCH),
    ({"LANG": "fr_FR.UTF-8", "CUSTOMER_TYPES_LANGUAGE": "en"}, [], ENGLISH),
    ({"LANG": "fr_FR.UTF-8", "CUSTOMER_TYPES_LANGUAGE": ""}, [], FRENCH),
    ({"CUSTOMER_TYPES_LANGUAGE": "FR_ca"}, [], FRENCH),
    ({"CUSTOMER_TYPES_LANGUAGE": "!"}, [], ENGLISH),
    ({"CUSTOMER_TYPES_LANGUAGE": "en"}, ["--language", "fr"], FRENCH),
    ({"CUSTOMER_TYPES_LANGUAGE": "fr"}, ["--language=en"], ENGLISH),
    ({}, ["--language", "fr-CA"], FRENCH),
    ({}, ["--language", "en", "list", "--language", "fr"], FRENCH),
]


@pytest.mark.parametrize(("environment", "arguments", "expected"), ENVIRONMENTS)
def test_the_language_is_that_of_the_option_the_variable_or_the_locale(
    environment: dict[str, str],
    arguments: list[str],
    expected: str,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The option comes before the variable, the variable before the locale, and English is the last."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    done = run(*arguments, "--help")
    assert done.code == 0
    assert expected in done.out


@pytest.mark.parametrize("arguments", [["--language", "!"], ["list", "--language"], ["list", "--language=!"]])
def test_an_option_that_names_no_language_is_refused_in_the_reader_s(
    arguments: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where `--language` itself is wrong, the variable still says in which language to complain."""
    monkeypatch.setenv("CUSTOMER_TYPES_LANGUAGE", "fr")
    done = run(*arguments)
    assert done.code == 2
    assert "voir `customer-types" in done.err


def test_labels_fall_back_to_english_and_sentences_too(run: Run) -> None:
    """For a reader of Spanish there are English labels and English sentences."""
    done = run("list", "--language", "es")
    assert "Loyal customer" in done.out
    assert "with --all" in done.out


def test_canadian_french_is_spoken_where_it_differs(run: Run) -> None:
    """A label of fr-CA comes before that of fr; numbers are grouped by a plain no-break space."""
    done = run("show", "lifecycle", "--language", "fr-CA", "--format", "table")
    assert "Cycle de vie du client" in done.out
