"""What an article's segments say: in which language, whom they name and quote, who wants what."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from transforms.actors.lexicon import Lexicon
from transforms.acts.find import find_acts
from transforms.language.detect import Language, detect_segments
from transforms.people.tag import tag_people
from transforms.quotes.find import find_quotes
from transforms.records import Act, Mention, Passage, Quote
from transforms.segments.anatomy import Anatomy

_NOT_THE_STORY = frozenset({"duplicate_title", "boilerplate", "continuation"})
"""Kinds of segments in which nobody is looked for: the site's words, or the headline once more."""


@dataclasses.dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a segment's words; offsets are into these."""

    language: Language
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    acts: tuple[Act, ...]


def read_words(
    text: str,
    anatomy: Anatomy,
    article: Language,
    lexicon: Lexicon,
    published: str | None = None,
) -> list[Findings]:
    """What each segment says, in reading order; article: the language of the whole."""
    spans = anatomy.spans
    languages = detect_segments([text[span.start : span.end] for span in spans], article)
    passages = read_passages(text, anatomy, languages, article, lexicon, published)
    quotes = find_quotes(passages)
    acts = find_acts(passages, quotes)
    return [
        Findings(language, passage.mentions, quoted, done)
        for language, passage, quoted, done in zip(languages, passages, quotes, acts, strict=True)
    ]


def read_passages(
    text: str,
    anatomy: Anatomy,
    languages: Sequence[Language],
    article: Language,
    lexicon: Lexicon,
    published: str | None = None,
) -> list[Passage]:
    """An article's segments with all whom they name; what is not the story's is blank."""
    texts = [
        text[span.start : span.end] if span.kind not in _NOT_THE_STORY else ""
        for span in anatomy.spans
    ]
    if anatomy.filed:
        index, end = anatomy.filed
        texts[index] = " " * end + texts[index][end:]
    tags = [(language.tag, article.tag) for language in languages]
    date = (anatomy.dateline and anatomy.dateline.date) or published or ""
    tagged = lexicon.tag_all(list(zip(texts, tags, strict=True)), date[:10])
    passages = [
        Passage(
            kind=span.kind,
            text=words,
            language=language.tag,
            lead_in=span.lead_in,
            mentions=tuple(found.mentions),
            folded=found.folded.text,
            cuts=found.folded.cuts,
        )
        for span, words, language, found in zip(
            anatomy.spans, texts, languages, tagged, strict=True
        )
    ]
    filed = _filed_from(anatomy, article, lexicon)
    return [
        dataclasses.replace(passage, mentions=mentions)
        for passage, mentions in zip(passages, tag_people(passages, filed), strict=True)
    ]


def _filed_from(anatomy: Anatomy, article: Language, lexicon: Lexicon) -> str | None:
    """The state that a story was filed from, as far as its dateline says so."""
    place = (anatomy.dateline.place if anatomy.dateline else None) or ""
    found = [mention.principal for mention in lexicon.tag(place, (article.tag,))]
    return found[0] if found else None
