"""Where an article was seen, as lines that are sorted and merged: a run's memory stays flat.

An entry has a line under each id that it may come to have (its guid's, its link's, its text's),
as only the whole input shows which of them can be trusted. Lines are ASCII: the id, its evidence,
and the sighting as JSON.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from transforms.records import SCHEMA_VERSION, Entry, Revision, Sightings
from transforms.revisions.identity import EVIDENCE_LENGTH as _EVIDENCE
from transforms.revisions.identity import ID_LENGTH as _ID
from transforms.revisions.identity import Candidate, candidates, closing_hashes, content_hash
from transforms.revisions.serials import part_of

MANY_LINKS = 10
"""Different links that a guid may have over the whole input; headlines that are rewritten bring
some, a guid that stands for a whole feed brings any number."""
_Order = tuple[bool, str, str, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Sighting:
    """One occurrence of an article: its text's hash, and where and when it was seen.

    snapshot: RFC 3339 UTC, when the file that holds it was made, None where it does not say.
    size: code points of the text. closing: hashes of its last blocks. part: its place in a series.
    """

    content_hash: str
    snapshot: str | None
    source_uri: str
    entry: int
    size: int
    closing: tuple[int, ...] = ()
    part: tuple[int, int, bool] = (0, 0, False)

    def order(self) -> _Order:
        """Sightings in order of time seen, those without a time last; total within a run."""
        return (self.snapshot is None, self.snapshot or "", self.source_uri, self.entry)


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """All sightings of one text of an article: the first of them, the last time, how many."""

    first: Sighting
    last_seen: str | None
    count: int

    def merge(self, other: Seen) -> Seen:
        """Both together, in whatever order they come."""
        return Seen(
            first=min(self.first, other.first, key=Sighting.order),
            last_seen=latest(self.last_seen, other.last_seen),
            count=self.count + other.count,
        )


def latest(*times: str | None) -> str | None:
    """The last of the times that are known."""
    return max(filter(None, times), default=None)


def earliest(*times: str | None) -> str | None:
    """The first of the times that are known."""
    return min(filter(None, times), default=None)


def sighting_lines(entry: Entry) -> Iterator[str]:
    """The entry's line under each id that it may come to have."""
    ids = candidates(entry)
    rest = json.dumps(
        [
            [candidate.article_id for candidate in ids],
            content_hash(entry),
            entry.snapshot,
            entry.source_uri,
            entry.index,
            len(entry.text),
            closing_hashes(entry),
            dataclasses.astuple(part_of(entry)),
        ],
        separators=(",", ":"),
    )
    for candidate in ids:
        yield f"{candidate.article_id}{candidate.evidence}{rest}"


def article_of(line: str) -> str:
    """The id that a line stands under."""
    return line[:_ID]


def find_distrusted(lines: Iterable[str]) -> Iterator[str]:
    """The ids that stand for more than one story, out of sorted lines."""
    for key, group in itertools.groupby(lines, key=article_of):
        evidence: set[str] = set()
        for line in group:
            evidence.add(line[_ID : _ID + _EVIDENCE])
            if Candidate.REFUTED in evidence or len(evidence - {Candidate.NONE}) > MANY_LINKS:
                yield key
                break


def sightings_under(
    key: str, lines: Iterable[str], distrusted: Collection[str]
) -> Iterator[Sighting]:
    """The sightings of an article, out of all lines under its id.

    A sighting belongs to the first of its ids that is trusted; the last of them always is.
    """
    for line in lines:
        ids, content, snapshot, uri, entry, size, closing, part = json.loads(
            line[_ID + _EVIDENCE :]
        )
        if key == next((one for one in ids[:-1] if one not in distrusted), ids[-1]):
            yield Sighting(content, snapshot, uri, entry, size, tuple(closing), tuple(part))


def merge_sightings(sightings: Iterable[Sighting]) -> dict[str, Seen]:
    """An article's texts by content hash, out of its sightings in whatever order."""
    texts: dict[str, Seen] = {}
    for sighting in sightings:
        seen = Seen(sighting, sighting.snapshot, 1)
        known = texts.get(sighting.content_hash)
        texts[sighting.content_hash] = known.merge(seen) if known else seen
    return texts


def number_revisions(
    article_id: str, texts: Mapping[str, Seen], known: Iterable[Sightings] = ()
) -> Iterator[Revision]:
    """An article's new texts as revisions, in order of the time first seen.

    known: what earlier runs have of the article; numbers go on behind theirs.
    """
    before = {row.content_hash: row.revision for row in known}
    new = [seen for text, seen in texts.items() if text not in before]
    in_order = sorted(new, key=lambda seen: seen.first.order())
    for number, seen in enumerate(in_order, max(before.values(), default=0) + 1):
        yield Revision(
            article_id=article_id,
            revision=number,
            content_hash=seen.first.content_hash,
            source_uri=seen.first.source_uri,
            entry=seen.first.entry,
            size=seen.first.size,
            first_seen=seen.first.snapshot,
            last_seen=seen.last_seen,
            sightings=seen.count,
            closing=seen.first.closing,
            part=seen.first.part,
        )


def sightings_rows(
    revisions: Iterable[Revision],
    texts: Mapping[str, Seen],
    known: Iterable[Sightings],
    run_id: str,
) -> list[Sightings]:
    """A row for each text of an article that was seen, in order of its revisions."""
    rows = []
    for row in known:
        seen = texts.get(row.content_hash)
        if seen:
            rows.append(
                dataclasses.replace(
                    row,
                    first_seen=earliest(row.first_seen, seen.first.snapshot),
                    last_seen=latest(row.last_seen, seen.last_seen),
                    sightings=row.sightings + seen.count,
                    run_id=run_id,
                    schema_version=SCHEMA_VERSION,
                )
            )
    rows += [
        Sightings(
            article_id=revision.article_id,
            revision=revision.revision,
            content_hash=revision.content_hash,
            first_seen=revision.first_seen,
            last_seen=revision.last_seen,
            sightings=revision.sightings,
            run_id=run_id,
            schema_version=SCHEMA_VERSION,
        )
        for revision in revisions
    ]
    return sorted(rows, key=lambda row: row.revision)
