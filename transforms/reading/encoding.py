"""Bytes to text without silent mojibake.

A byte order mark decides, then UTF-8 that is valid throughout, then what an XML declaration says;
without any of these the bytes are read as each of the usual single-byte encodings, and one counts
only if the text is then in a language that this encoding is used for.
"""

from __future__ import annotations

import dataclasses
import re

from charset_normalizer import from_bytes
from w3lib.encoding import read_bom, resolve_encoding

from transforms.language.detect import detect
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
_SYMBOL_IN_WORD = re.compile("[¢¤¦¬¯¶¸](?=[^\\W\\d_])")
"""What a letter of another encoding turns into: Greek Ά is ¶ in the code page next to its own."""
_ANCHORS = re.compile("[ \n.,،。，、<>]")
_ALPHABETS = {
    # letters beyond ASCII of languages for which windows-1250 and ISO-8859-2 differ in some
    "cs": "áčďéěíňóřšťúůýž",
    "hr": "čćđšž",
    "pl": "ąćęłńóśźż",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
}
_CONTROLS = [bytes([code]) for code in range(32) if code not in b"\t\n\r\f\x1b"]
_NO_ENCODINGS = ("utf-16", "utf-32", "base64", "bz2", "hex", "zlib", "rot", "idna", "punycode")
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
    if data.startswith(b"%PDF-"):
        raise NewsError(Reason.NOT_TEXT, "the signature of a binary file")
    controls = sum(map(data[:_SAMPLE].count, _CONTROLS))
    if controls * 10 > min(len(data), _SAMPLE):
        return _wide(data)
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
    broken = lenient.count("\ufffd")
    # some broken bytes in a text that is UTF-8 beyond doubt
    if sum(c > "\x7f" for c in lenient) >= 2 * broken:
        return Decoded(lenient, "utf-8", damaged=True)
    if controls * 50 > min(len(data), _SAMPLE):
        raise NewsError(Reason.NOT_TEXT, "control bytes in many places")
    return _guess(data)


def _with_codec(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
    if text.count("\ufffd") > len(text) // 10:
        raise NewsError(Reason.UNKNOWN_ENCODING, f"said to be {name}, which it is not")
    return Decoded(text, name, damaged=True)


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a mark, which is full of control bytes, if it reads as some language.

    Raises:
        NewsError: NOT_TEXT.
    """
    ways = ("utf-16-le", "utf-16-be")
    # in the wrong byte order hardly a space, a line end or a full stop is left
    name = max(ways, key=lambda way: len(_ANCHORS.findall(data[:_SAMPLE].decode(way, "replace"))))
    sample = data[:_SAMPLE].decode(name, "replace")
    anchored = "\0" not in sample and 50 * len(_ANCHORS.findall(sample)) > len(sample)
    if anchored and (sample.startswith("<") or detect(sample).tag != "und"):
        return _with_codec(data, name)
    raise NewsError(Reason.NOT_TEXT, "control bytes throughout")


def _declared(data: bytes) -> str | None:
    """The codec that an XML declaration names, as WHATWG reads labels; None for unknown ones."""
    match = _DECLARED.match(data[:512].lstrip())
    name = resolve_encoding(match[1].decode("ascii")) if match else None
    # a declaration that can be read in single bytes is not in UTF-16; the others are no encodings
    return name if name and not name.startswith(_NO_ENCODINGS) else None


def _guess(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    for match in from_bytes(sample, cp_isolation=list(LANGUAGES_BY_ENCODING)):
        for name in sorted(match.could_be_from_charset):  # codecs that agree on these bytes
            text = sample.decode(name, "replace")
            # KOI8-R and windows-1251 have each other's capitals where they have small letters
            swapped = 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))
            if swapped or _SYMBOL_IN_WORD.search(text):
                continue
            language = detect(text).tag
            if language in LANGUAGES_BY_ENCODING.get(name, ()):
                return _with_codec(data, _sibling(data, name, language))
    raise NewsError(Reason.UNKNOWN_ENCODING, "neither UTF-8 nor a legacy encoding that fits")


def _sibling(data: bytes, name: str, language: str) -> str:
    """windows-1250 or ISO-8859-2, whichever gives fewer letters that the language does not have."""
    alphabet = _ALPHABETS.get(language)
    if alphabet is None or name not in ("cp1250", "iso8859_2"):
        return name
    foreign = {
        way: sum(
            c > "\x7f" and c.lower() not in alphabet and (c.isalpha() or c < "\xa0")
            for c in data[:_SAMPLE].decode(way, "replace")
        )
        for way in (name, "cp1250", "iso8859_2")
    }
    return min(foreign, key=foreign.__getitem__)
