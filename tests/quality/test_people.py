"""How well people and offices are found, over sentences of our own in 13 languages.

A line of people/<lang>.tsv is an article; ` // ` parts its passages. `[Russian|RUS|a]` is a mention
that is given (a adjective, n name, c capital, g government body), with the role it must get as a
fourth field, `-` where it must get none. `{Sergei Lavrov|RUS|foreign minister}` must be found, with
that role unless it is `-`; whatever else is found is wrong. Floors were fixed before the first run.
"""

import dataclasses
import pathlib
import re

import pytest

from transforms.people.tag import TAGGER, tag_people
from transforms.records import Mention, Passage

FOLDER = pathlib.Path(__file__).parent / "people"
LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "pt", "ru", "tr", "uk", "zh")
FLOOR = 0.92
MARK = re.compile(
    r"\[(?P<given>[^|\]]*)\|(?P<actor>[^|\]]*)\|(?P<kind>[ancg])(?:\|(?P<gets>[^\]]*))?\]"
    r"|\{(?P<name>[^|}]*)\|(?P<principal>[^|}]*)\|(?P<role>[^}]*)\}"
)
KINDS = {"a": "adjective", "n": "name", "c": "capital", "g": "name"}
ORGANISATIONS = frozenset({"UN", "NATO", "EU", "LAS", "AU", "IAEA"})


@dataclasses.dataclass(frozen=True)
class Expected:
    """A person who must be found, or a given mention that must get a role or none."""

    passage: int
    start: int
    end: int
    principal: str
    role: str


def actor(name: str) -> str:
    """The actor_id for which the table writes a short name."""
    if name in ORGANISATIONS:
        return f"igo:{name}"
    return f"group:{name}" if name.islower() else f"state:{name}"


def read(source: str, language: str) -> tuple[list[Passage], list[Expected], list[Expected]]:
    """An article, the people in it and the offices in it."""
    passages, people, offices = [], [], []
    for number, marked in enumerate(source.split(" // ")):
        text, position, given = "", 0, []
        for mark in MARK.finditer(marked):
            text += marked[position : mark.start()]
            position, start = mark.end(), len(text)
            text += mark["given"] or mark["name"]
            if mark["name"]:
                role = actor(mark["principal"])
                people.append(Expected(number, start, len(text), role, mark["role"]))
                continue
            principal = actor(mark["actor"])
            given.append(
                Mention(
                    actor_id=principal,
                    principal=principal,
                    type="gov_body" if mark["kind"] == "g" else principal.partition(":")[0],
                    role=None,
                    start=start,
                    end=len(text),
                    text=mark["given"],
                    tagger=f"names-2:{KINDS[mark['kind']]}",
                )
            )
            if mark["gets"]:
                offices.append(Expected(number, start, len(text), principal, mark["gets"]))
        text += marked[position:]
        passages.append(
            Passage(kind="paragraph", text=text, language=language, mentions=tuple(given))
        )
    return passages, people, offices


def articles(language: str) -> list[tuple[str, str]]:
    """Id and marked text of each article of a language."""
    lines = (FOLDER / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines[1:]]


def measure(language: str) -> tuple[float, float, list[str]]:
    """Precision and recall over a language's people and offices, and what went wrong."""
    right, found, wanted = 0, 0, 0
    faults: list[str] = []
    for name, source in articles(language):
        passages, people, offices = read(source, language)
        tagged = tag_people(passages)
        got = {
            (number, mention.start, mention.end): mention
            for number, mentions in enumerate(tagged)
            for mention in mentions
        }
        ours = {place for place, each in got.items() if each.tagger.startswith(TAGGER)}
        found, wanted = found + len(ours), wanted + len(people)
        for person in people:
            mention = got.get((person.passage, person.start, person.end))
            known = mention is not None and mention.principal == person.principal
            if known and mention is not None and person.role in ("-", mention.role):
                right += 1
            else:
                faults.append(f"{name}: {person} but {mention}")
        places = {(person.passage, person.start, person.end) for person in people}
        faults.extend(f"{name}: too much {got[place]}" for place in sorted(ours - places))
        for office in offices:
            role = got[office.passage, office.start, office.end].role
            wanted, found = wanted + 1, found + 1
            if (role or "-") == office.role:
                right += 1
            else:
                faults.append(f"{name}: {office} but {role}")
    return right / found, right / wanted, faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_and_offices_are_found(language: str) -> None:
    precision, recall, faults = measure(language)
    assert min(precision, recall) >= FLOOR, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_enough_articles_and_traps(language: str) -> None:
    rows = articles(language)
    assert len(rows) >= 15
    assert len({name for name, _ in rows}) == len(rows)
    without = [source for _, source in rows if not re.search(r"\{", source)]
    assert len(without) >= 3  # in which nobody may be found


def test_the_measure_sees_a_wrong_principal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "tag_people", lambda passages: [p.mentions for p in passages])
    precision, recall, faults = measure("en")
    assert recall < FLOOR
    assert faults
    assert precision <= 1
