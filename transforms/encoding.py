"""Bytes to text without silent mojibake.

A byte order mark decides, then UTF-8 that is valid throughout, then what an XML declaration says;
without any of these the bytes are read as each of the usual single-byte encodings, and one counts
only if the text is then in a language that this encoding is used for.
"""

from __future__ import annotations

import codecs
import dataclasses
import re

from charset_normalizer import from_bytes
from w3lib.encoding import read_bom, resolve_encoding

from transforms.language import detect
from transforms.records import NewsError, Reason

_WESTERN = frozenset("af ca cy da de en es et eu fi fr ga gl id is it nb nl pt sq sv sw".split())
_EASTERN = frozenset(["bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"])
_CYRILLIC = frozenset(["be", "bg", "mk", "ru", "sr", "uk"])
LANGUAGES_BY_ENCODING = {
    # the legacy encodings of https://encoding.spec.whatwg.org, and the languages written in them
    "cp1251": _CYRILLIC,
    "cp1256": frozenset({"ar", "fa", "ur"}),
    "cp1252": _WESTERN,
    "cp1250": _EASTERN,
    "cp1254": frozenset({"tr"}),
    "cp1253": frozenset({"el"}),
    "cp1255": frozenset({"he"}),
    "cp1257": frozenset({"et", "lt", "lv"}),
    "iso8859_2": _EASTERN,
    "koi8_r": _CYRILLIC,
    "iso8859_5": _CYRILLIC,
    "iso8859_6": frozenset({"ar"}),
    "iso8859_7": frozenset({"el"}),
}
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{2,40})[\"']")
_SYMBOL_IN_WORD = re.compile("[¢¤¥¦§©¬®¯±²³µ¶¸¹¼½¾](?=[^\\W\\d_])")
"""What a letter of another encoding turns into: Greek Ά is ¶ in the code page next to its own."""
_SAMPLE = 1 << 16
"""Bytes that the search for an unnamed encoding looks at."""


@dataclasses.dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the codec that gave it; `damaged` where U+FFFD stands for bytes it forbids."""

    text: str
    encoding: str
    damaged: bool = False


def decode(data: bytes) -> Decoded:
    """The text of a file, its byte order mark gone.

    Raises:
        NewsError: UNKNOWN_ENCODING where no encoding explains the bytes, NOT_TEXT where they are
            no text at all.
    """
    name, mark = read_bom(data)
    if name and mark:
        return _with_codec(data[len(mark) :], name)
    wide = _wide_encoding(data)
    if wide:
        return _with_codec(data, wide)
    if data[:5] in (b"%PDF-", b"\x89PNG\r") or data[:4].count(0) > 1:
        raise NewsError(Reason.NOT_TEXT, "the signature of a binary file")
    declared = _declared(data)
    if declared and declared.startswith(("iso2022", "hz")):  # 7-bit: valid UTF-8, wrongly
        return _with_codec(data, declared)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and declared != "utf-8":
        return _with_codec(data, declared)
    lenient = data.decode("utf-8", "replace")
    # some broken bytes in a text that is UTF-8 beyond doubt
    if sum(c > "\x7f" and c != "\ufffd" for c in lenient) >= 3 * lenient.count("\ufffd"):
        return Decoded(lenient, "utf-8", damaged=True)
    return _guess(data)


def _with_codec(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
    if text.count("\ufffd") > len(text) // 10:
        raise NewsError(Reason.UNKNOWN_ENCODING, f"said to be {name}, which it is not")
    return Decoded(text, name, damaged=True)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark, by where its zero bytes stand."""
    head = data[:1024]
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if max(odd, even) * 4 < len(head) or min(odd, even) * 4 > max(odd, even):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared(data: bytes) -> str | None:
    """The codec that an XML declaration names, as WHATWG reads labels; None for unknown ones."""
    match = _DECLARED.match(data[:512].lstrip())
    name = resolve_encoding(match[1].decode("ascii")) if match else None
    return codecs.lookup(name).name if name else None


def _guess(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    for match in from_bytes(sample, cp_isolation=list(LANGUAGES_BY_ENCODING)):
        for name in sorted(match.could_be_from_charset):  # codecs that agree on these bytes
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            # KOI8-R and windows-1251 have each other's capitals where they have small letters
            swapped = 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))
            if swapped or _SYMBOL_IN_WORD.search(text):
                continue
            if detect(text).tag in LANGUAGES_BY_ENCODING.get(name, ()):
                return Decoded(text, name)
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    if controls * 50 > len(sample):
        raise NewsError(Reason.NOT_TEXT, "control bytes throughout")
    raise NewsError(Reason.UNKNOWN_ENCODING, "neither UTF-8 nor a legacy encoding that fits")
