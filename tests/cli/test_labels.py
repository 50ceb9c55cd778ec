"""Labels are translated and resolved, for people and for programs."""

import csv
import json

import pytest
from tests.cli.running import Run


def test_translations_for_programs_have_the_problem_beside(run: Run) -> None:
    """JSON and CSV have a row a label; what can't be translated says why, and the exit code is 1."""
    labels = ["clients fidèles", "zzz", "=x"]
    done = run("translate", *labels, "--to", "en", "--format", "json")
    assert done.code == 1
    assert json.loads(done.out) == [
        {"label": "clients fidèles", "translation": "loyal customers", "problem": None, "better": None},
        {"label": "zzz", "translation": None, "problem": "no category is called `zzz`", "better": None},
        {"label": "=x", "translation": None, "problem": "no category is called `=x`", "better": None},
    ]
    done = run("translate", *labels, "--to", "en", "--format", "csv")
    assert done.code == 1
    assert list(csv.reader(done.out.splitlines())) == [
        ["label", "translation", "problem", "better"],
        ["clients fidèles", "loyal customers", "", ""],
        ["zzz", "", "no category is called `zzz`", ""],
        ["'=x", "", "no category is called `=x`", ""],
    ]


def test_what_can_be_translated_is_printed_although_other_labels_fail(run: Run) -> None:
    """Translations go to the output, problems to where errors go."""
    done = run("translate", "zzz", "client perdu", "--to", "en")
    assert (done.code, done.out, done.err) == (1, "lost customer\n", "no category is called `zzz`\n")


@pytest.mark.parametrize(
    ("arguments", "translation"),
    [
        (["client", "--from", "fr", "--to", "en"], "customer"),
        (["Customer", "--from", "en", "--taxonomy", "market-roles", "--to", "fr"], "Client"),
        (["Clientes", "--to", "en-GB"], "Customers"),
    ],
)
def test_language_and_taxonomy_narrow_the_search(arguments: list[str], translation: str, run: Run) -> None:
    """`--from` and `--taxonomy` say which label is meant."""
    done = run("translate", *arguments)
    assert (done.code, done.out) == (0, f"{translation}\n")


def test_resolutions_for_programs_have_ids(run: Run) -> None:
    """Forms and kinds are words for people, and ids for programs."""
    done = run("resolve", "habituées", "--format", "json", "--language", "fr")
    assert json.loads(done.out) == [
        {
            "key": "status-and-activity/regular",
            "language": "fr",
            "form": "other_feminine",
            "kind": "synonym",
            "label": "Client régulier",
            "means": None,
            "reason": None,
        }
    ]
    done = run("resolve", "habituées", "--format", "csv")
    assert done.out.splitlines()[0] == "key,language,form,kind,label,means,reason"


@pytest.mark.parametrize(
    ("format", "out"), [("json", "[]\n"), ("csv", "key,language,form,kind,label,means,reason\n")]
)
def test_nothing_found_is_an_empty_table_for_programs(format: str, out: str, run: Run) -> None:
    """The exit code says that there is nothing."""
    done = run("resolve", "zzz", "--format", format)
    assert (done.code, done.out) == (1, out)


def test_a_term_to_avoid_is_found_and_named_as_one(run: Run) -> None:
    """Whoever writes a term to avoid is told so."""
    assert "to avoid" in run("resolve", "client loyal").out
    assert "à éviter" in run("resolve", "client loyal", "--language", "fr").out


def test_what_one_country_avoids_is_told_there_alone(run: Run) -> None:
    """A prospect is an anglicism in Canada, which is no matter to readers in France or of English."""
    assert "anglicisme" in run("resolve", "prospect", "--language", "fr-CA").text
    assert "anglicisme" not in run("resolve", "prospect", "--language", "fr").text
    assert "anglicism" not in run("resolve", "prospect").text


def test_a_term_to_avoid_comes_with_the_better_one(run: Run) -> None:
    """A term that means the same is translated, and the better one is told: beside it, or where errors go."""
    done = run("translate", "Clients loyaux", "--taxonomy", "lifecycle", "--to", "en", "--format", "csv")
    assert list(csv.DictReader(done.out.splitlines())) == [
        {
            "label": "Clients loyaux",
            "translation": "Loyal customers",
            "problem": "",
            "better": "Clients fidèles",
        }
    ]
    done = run("translate", "Client churné", "--to", "en", "--language", "fr")
    assert (done.code, done.out) == (0, "Lost customer\n")
    assert " ".join(done.err.split()) == (
        "`Client churné` est un terme à éviter ; dites `Client perdu` : jargon tiré de « churn » ; "
        "en français, on parle d’« attrition »"
    )


def test_a_term_that_means_something_else_is_a_problem(run: Run) -> None:
    """It is no translation: the problem has the reason, in the reader's language, and what is meant."""
    done = run("translate", "Concessionnaire", "Avocat", "--to", "en", "--format", "json", "--language", "fr")
    problems = [row["problem"] for row in json.loads(done.out)]
    assert done.code == 1
    dealer, lawyer = problems
    assert dealer.startswith("`Concessionnaire` ne veut pas dire `Mandataire`\u00a0: revend sous contrat")
    assert dealer.endswith("\u202f; il s’agit de `supply-chain-positions/middleman`")
    assert lawyer.endswith("«\u00a0advocate\u00a0»\u00a0: auxiliaire de justice")
    done = run("resolve", "Concessionnaire", "--format", "json")
    (row,) = json.loads(done.out)
    assert (row["means"], row["reason"]) == (
        "supply-chain-positions/middleman",
        "a licensed dealer, who resells",
    )
    done = run("resolve", "Avocat")
    assert "machine translation of “advocate”: a lawyer" in " ".join(done.out.split())
    done = run("resolve", "Client/Fournisseur")
    assert (done.code, done.err) == (
        1,
        "`Client/Fournisseur` contains several labels: `Client` and `Fournisseur`\n",
    )
