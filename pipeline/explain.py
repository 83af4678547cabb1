"""One article on a terminal: its segments, whom they name and quote, and why each was found.

Right-to-left text is isolated line by line, so that a terminal shows the marks around it where
they belong.
"""

from __future__ import annotations

import dataclasses
import pathlib
import textwrap
from collections.abc import Iterator

from pipeline.settings import UsageError
from transforms.actors.lexicon import Lexicon
from transforms.analyse import analyse
from transforms.reading.parse import read_file
from transforms.records import Act, Article, Entry, Mention, Quote, Reject, Revision, Segment

_ISOLATE, _END = "\u2068", "\u2069"
_WIDTH = 100


def explain(path: str, lexicon: Lexicon) -> Iterator[str]:
    """The lines that tell of every article of a file what was found in it, and by which rule.

    Raises:
        UsageError: for a file that cannot be read or holds no article.
    """
    try:
        data = pathlib.Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    for item in read_file(data, path):
        if isinstance(item, Reject):
            yield f"rejected: {item.reason} {item.detail}"
        else:
            yield from _article(item, lexicon)


def _article(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    found = analyse(entry, Revision.alone(entry), "explain", lexicon)
    yield from _head(found.article)
    for segment in found.segments:
        yield from _segment(segment, found.article)
    yield ""


def _head(article: Article) -> Iterator[str]:
    yield f"{article.source_uri}  {article.language} ({article.language_score:.2f})"
    if article.dateline:
        told = dataclasses.asdict(article.dateline).items()
        yield "dateline: " + ", ".join(f"{key} {isolated(part)}" for key, part in told if part)
    if article.continued:
        yield "continued: a serial marker says so"


def _segment(segment: Segment, article: Article) -> Iterator[str]:
    place = f" list {segment.list}.{segment.position}" if segment.list else ""
    lead_in = f" below [{segment.lead_in}]" if segment.lead_in is not None else ""
    yield ""
    yield f"[{segment.index}] {segment.kind}{place}{lead_in}  {' '.join(segment.principals)}"
    for line in textwrap.wrap(" ".join(segment.text.split()), _WIDTH):
        yield f"    {isolated(line)}"
    for mention in segment.mentions:
        yield f"      {_mention(mention)}"
    for quote in segment.quotes:
        yield f"      {_quote(quote, article.text)}"
    for act in segment.acts:
        yield f"      {_act(act, article.text)}"


def _mention(mention: Mention) -> str:
    stands = "" if mention.actor_id == mention.principal else f" for {mention.principal}"
    role = f", {mention.role}" if mention.role else ""
    where = f"{mention.start}-{mention.end}"
    return f"{where} {isolated(mention.text)}: {mention.actor_id}{stands}{role} by {mention.tagger}"


def _quote(quote: Quote, text: str) -> str:
    words = textwrap.shorten(text[quote.start : quote.end], 60, placeholder=" ...")
    said = quote.speaker or "nobody known"
    return f"{quote.start}-{quote.end} {quote.kind} quote of {said}: {isolated(words)}"


def _act(act: Act, text: str) -> str:
    issuers = " ".join(act.issuers) or "nobody known"
    addressees = " ".join(act.addressees) or "nobody named"
    cue = "the list's introduction"
    if act.cue_start is not None and act.cue_end is not None:
        cue = f"{isolated(text[act.cue_start : act.cue_end])} at {act.cue_start}-{act.cue_end}"
    codes = "/".join(filter(None, (act.plover, act.plover_mode, act.cameo)))
    put = f"{act.modality}, inherited" if act.inherited else act.modality
    return f"{act.type} ({put}) by {issuers} of {addressees}: {cue}, {codes}, by {act.rule}"


def isolated(text: str) -> str:
    """The text as one unit of its own direction, whatever stands around it."""
    return f"{_ISOLATE}{text}{_END}"
