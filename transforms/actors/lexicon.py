"""Who is named: every actor of the tables, by any of its names, in 16 languages.

The names are a table (data/names.tsv, built by tools/actors/build.py); one automaton a process
finds them all in one pass over the folded text. What is found is judged by its surroundings
(context.py): a name within a longer one that is no actor's (data/masks.tsv: Latin America), a
capital that is only a place, and an ambiguous form without support do not count.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transforms.actors.context import decide
from transforms.actors.cues import NOBODY, Found, Name
from transforms.actors.forms import Row, forms_of
from transforms.actors.joint import with_joint_forms
from transforms.actors.matching import Matcher
from transforms.actors.names import SCRIPTS, Bare, fold_name, strip_marks
from transforms.actors.own_actors import Tables, with_own
from transforms.actors.scene import Scene
from transforms.records import Mention
from transforms.tables import read_table, without_collection

__all__ = ["TAGGER", "Lexicon", "fold_name", "lexicon"]

TAGGER = "names-2"
"""Names this way of tagging, and its version, in `mentions.tagger`: names-2:KIND or, where a rule
of context.py decided, names-2:KIND+RULE."""

_BEFORE, _AFTER = datetime.timedelta(days=365), datetime.timedelta(days=60)
"""How long before and after the dates of actors.tsv persons speak for their principal: candidates,
and stories that look back. At other times a title in the text must say for whom they act."""
_WITH_PRINCIPAL = frozenset({"person", "gov_body"})
"""Types of actors that stand for their parent; a body of an organisation speaks for itself."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Actor:
    """since, until: dates from and to which a person speaks for the principal; empty if always."""

    type: str
    principal: str
    since: str = ""
    until: str = ""

    def speaks(self, on: str) -> bool:
        return self.since <= on and (not self.until or on <= self.until)


class Tagged(NamedTuple):
    """The actors named in a text, in order, and the text as it was searched: bare and folded."""

    mentions: Sequence[Mention]
    folded: Bare


@dataclasses.dataclass(frozen=True, slots=True)
class _Text:
    """A text as it is searched, the way back to its offsets, and the names found in it."""

    text: str
    bare: Bare
    folded: str
    languages: frozenset[str]
    found: list[Found]


class Lexicon:
    """The tables, loaded: the automaton over all folded forms, and what each form stands for."""

    def __init__(
        self,
        actors: Sequence[Row],
        names: Iterable[Row],
        masks: Iterable[Row] = (),
    ) -> None:
        self._actors = {row["actor_id"]: _principal(row) for row in actors}
        at_home = [row for row in actors if row["type"] in ("party", "armed_group")]
        self._parties = [(row["actor_id"], row["parent"]) for row in at_home]
        masked = [{**row, "actor_id": NOBODY, "kind": "mask", "ambiguous": "0"} for row in masks]
        self._known_labels: dict[tuple[Name, str], tuple[str, str, str, str]] = {}
        self._matcher = Matcher(forms_of([*names, *masked]))

    def tag(
        self, text: str, languages: Iterable[str], known: frozenset[str] = frozenset()
    ) -> list[Mention]:
        """The actors named in a text, in order; offsets are into this text.

        languages: BCP-47 tags of the text, of which any may be `und`. A name counts where it
        belongs to one of them or stands in another script; in a language that the table does not
        know, where all languages agree on it. Of overlapping names the longest of the leftmost
        wins; only whole words count. known: actor_ids that the article names elsewhere beyond
        doubt.
        """
        read = self._read(text, languages)
        return self._mentions(read, known | _sure(read))

    def tag_all(self, texts: Sequence[tuple[str, Iterable[str]]], on: str = "") -> list[Tagged]:
        """`tag` for the texts of one article, with languages; each is searched once.

        An actor that one of them names beyond doubt supports ambiguous forms in all others. on: the
        article's date (YYYY-MM-DD), on which office-holders of other years speak for nobody.
        """
        read = [self._read(text, languages) for text, languages in texts]
        about = frozenset().union(*map(_sure, read[:3])) - {NOBODY}  # of title and lead
        known = frozenset(party for party, home in self._parties if home in about)
        known = known.union(*map(_sure, read))
        return [
            Tagged(self._mentions(text, known, on), Bare(text.folded, text.bare.cuts))
            for text in read
        ]

    def _read(self, text: str, languages: Iterable[str]) -> _Text:
        bare = strip_marks(text)
        folded = fold_name(bare.text)
        tags = (tag.partition("-")[0] for tag in languages)
        known = frozenset(tag for tag in tags if tag in SCRIPTS)
        found = self._matcher.find(bare.text, folded, known)
        for language in sorted(known & {"ja", "zh"}):
            found = list(with_joint_forms(folded, language, found))
        return _Text(text, bare, folded, known, found)

    def _mentions(self, read: _Text, known: frozenset[str], on: str = "") -> list[Mention]:
        if not read.found:
            return []
        scene = Scene(read.bare.text, read.folded, read.found, read.languages, known)
        mentions = []
        for index, name, rule in decide(scene):
            if on and not self._actors[name.actor_id].speaks(on):
                continue
            found = read.found[index]
            start, end = read.bare.span(found.start, found.end)
            actor_id, principal, kind, tagger = self._labels(name, rule)
            mentions.append(
                Mention(
                    actor_id=actor_id,
                    principal=principal,
                    type=kind,
                    role=None,
                    start=start,
                    end=end,
                    text=read.text[start:end],
                    tagger=tagger,
                )
            )
        return mentions

    def _labels(self, name: Name, rule: str) -> tuple[str, str, str, str]:
        """Actor, principal, type and tagger of a mention: the same for all that are alike."""
        key = (name, rule)
        if key not in self._known_labels:
            actor = self._actors[name.actor_id]
            tagger = f"{TAGGER}:{name.kind}+{rule}" if rule else f"{TAGGER}:{name.kind}"
            self._known_labels[key] = (name.actor_id, actor.principal, actor.type, tagger)
        return self._known_labels[key]


@functools.cache
@without_collection()
def lexicon(own: str = "") -> Lexicon:
    """The shipped tables as a lexicon, with a user's own rows (the text of their file).

    One a process, as an automaton cannot be pickled.

    Raises:
        ActorsError: for a row of the user's that cannot be used.
    """
    shipped = Tables(read_table("actors.tsv"), read_table("names.tsv"), read_table("masks.tsv"))
    tables = with_own(shipped, own)
    combining = [
        {**row, "kind": "adjective", "ambiguous": "0", "hyphen": "1"}
        for row in read_table("combining.tsv")
    ]
    return Lexicon(tables.actors, [*tables.names, *combining], tables.masks)


def _principal(row: Row) -> _Actor:
    parent = row["parent"] if row["type"] in _WITH_PRINCIPAL else ""
    since = until = ""
    if row["type"] == "person":
        since, until = row.get("valid_from", ""), row.get("valid_to", "")
        since = since and (datetime.date.fromisoformat(since) - _BEFORE).isoformat()
        until = until and (datetime.date.fromisoformat(until) + _AFTER).isoformat()
    return _Actor(row["type"], parent or row["actor_id"], since, until)


def _sure(read: _Text) -> frozenset[str]:
    return frozenset(name.actor_id for found in read.found if (name := found.sure))
