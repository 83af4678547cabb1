"""Chinese and Japanese short forms that stand side by side: 中美, 日米韓, 英法德.

A single ideograph names a state only beside another (data/joint.tsv has the pairs that do); longer
rows are chains of pairs. What is only the beginning of a name (中美国: "among them the USA") or the
end of another word (其中, 三日) does not count.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from transforms.actors.cues import Found, Name
from transforms.tables import read_table

_ENDS_IN_MIDDLE = frozenset("其当當空高初集期途手心从之年月中")
"""Before 中 these make another word: 其中, 空中, 高中."""
_ENDS_IN_DAY = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十今昨明前次每当當即同翌")
"""Before 日 these make a date or a day."""
_AFTER_BY = frozenset("及来來上下外前后後内內色为為便")
"""Behind 以 these make a word of it: 以及, 以上."""


@functools.cache
def _pairs(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """What finds the pairs of a language, overlapping ones too, and what each stands for."""
    pairs = {
        row["form"]: (row["first"], row["second"])
        for row in read_table("joint.tsv")
        if row["lang"] == language
    }
    return re.compile(f"(?=({'|'.join(sorted(pairs))}))"), pairs


@functools.cache
def _name(actor_id: str, language: str) -> Name:
    return Name(
        actor_id=actor_id,
        kind="joint",
        languages=frozenset({language}),
        script="cjk",
        ambiguous=False,
        doubt="",
        not_with="",
        capitals=False,
        small=False,
        everywhere=False,
        prefixes={"": 0},
        suffixes="",
        hyphen=False,
    )


def with_joint_forms(text: str, language: str, found: Sequence[Found]) -> Iterator[Found]:
    """The names found in a text and those in its chains of short forms, in order.

    >>> [one.names[0].actor_id for one in with_joint_forms("日米韓の会談", "ja", ())]
    ['state:JPN', 'state:USA', 'state:KOR']
    """
    pattern, pairs = _pairs(language)
    taken = iter(found)
    name = next(taken, None)
    free = 0  # where the last name or short form ends
    for match in pattern.finditer(text):
        start, pair = match.start(), match.group(1)
        while name is not None and name.end <= start:
            yield name
            free, name = max(free, name.end), next(taken, None)
        if (name is not None and name.start < start + 2) or not _stands_alone(text, start, pair):
            continue
        for offset, actor_id in enumerate(pairs[pair]):
            if start + offset >= free:
                free = start + offset + 1
                short = _name(actor_id, language)
                yield Found(start + offset, free, (short,), "", "")
    if name is not None:
        yield name
    yield from taken


def _stands_alone(text: str, start: int, pair: str) -> bool:
    before, after = text[start - 1 : start], text[start + 2 : start + 3]
    if pair[0] == "中" and before in _ENDS_IN_MIDDLE:
        return False
    if pair[0] == "日" and before in _ENDS_IN_DAY:
        return False
    return not (pair[1] == "以" and after in _AFTER_BY)
