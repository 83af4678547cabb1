"""Encodings: marks, declarations, and undeclared text told by its language; never mojibake."""

import codecs
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.reading.encoding import LANGUAGES_BY_ENCODING, Decoded, decode
from transforms.records import NewsError, Reason

SETTINGS = settings(max_examples=300, deadline=None, derandomize=True)

STORIES = {
    "ru": "Министерство иностранных дел России потребовало во вторник от соседей письменных "
    "гарантий. Министр заявил, что переговоры о поставках зерна начнутся на следующей неделе, "
    "если обе стороны подтвердят своё участие.\n\n«Мы ждём ответа до пятницы», — сказал он.",
    "uk": "Міністерство закордонних справ вимагає від сусідньої держави негайно відкрити "
    "північний порт. Речниця заявила, що переговори почнуться наступного тижня, якщо обидві "
    "сторони підтвердять свою участь.",
    "bg": "Министерството на външните работи поиска във вторник писмени гаранции от съседите. "
    "Министърът заяви, че преговорите за доставките на зърно ще започнат следващата седмица.",
    "ar": "طالبت وزارة الخارجية يوم الثلاثاء الدول المجاورة بإعادة فتح المعبر البري قبل نهاية "
    "الشهر. وقال الوزير إن المحادثات حول إمدادات القمح ستبدأ الأسبوع المقبل إذا أكد الطرفان "
    "مشاركتهما فيها.",
    "fr": "Le ministère des Affaires étrangères a exigé mardi des garanties écrites de ses "
    "voisins. « Nous attendons une réponse », a déclaré le ministre ; les négociations sur "
    "l’accès aux ports reprendront la semaine prochaine.",
    "de": "Das Außenministerium verlangte am Dienstag schriftliche Zusagen von den Nachbarn. "
    "„Wir warten auf eine Antwort“, erklärte der Minister; die Gespräche begännen nächste Woche, "
    "falls beide Seiten ihre Teilnahme bestätigten.",
    "es": "El Ministerio de Asuntos Exteriores exigió el martes garantías por escrito a sus "
    "vecinos. El ministro declaró que las negociaciones sobre las entregas de trigo comenzarán "
    "la próxima semana si ambas partes confirman su participación.",
    "en": "The ministry demanded written guarantees from its neighbours on Tuesday. “We’re "
    "waiting for an answer,” the minister said — talks would resume next week.",
    "tr": "Dışişleri Bakanlığı salı günü komşu ülkelerden yazılı güvence istedi. Bakan, her iki "
    "tarafın da katılımını doğrulaması halinde buğday sevkiyatına ilişkin görüşmelerin önümüzdeki "
    "hafta başlayacağını söyledi.",
    "pl": "Ministerstwo Spraw Zagranicznych zażądało we wtorek pisemnych gwarancji od sąsiadów. "
    "Minister oświadczył, że rozmowy o dostawach zboża rozpoczną się w przyszłym tygodniu, jeśli "
    "obie strony potwierdzą swój udział.",
    "cs": "Ministerstvo zahraničních věcí v úterý požadovalo od sousedů písemné záruky. Ministr "
    "prohlásil, že jednání o dodávkách obilí začnou příští týden, pokud obě strany potvrdí svou "
    "účast.",
    "el": "Το υπουργείο Εξωτερικών ζήτησε την Τρίτη γραπτές εγγυήσεις από τους γείτονες. Ο "
    "υπουργός δήλωσε ότι οι συνομιλίες για τις παραδόσεις σιτηρών θα αρχίσουν την επόμενη "
    "εβδομάδα.",
    "he": "משרד החוץ דרש ביום שלישי ערבויות בכתב מן השכנים. השר אמר כי השיחות על משלוחי החיטה "
    "יתחילו בשבוע הבא אם שני הצדדים יאשרו את השתתפותם.",
    "lt": "Užsienio reikalų ministerija antradienį pareikalavo iš kaimynų raštiškų garantijų. "
    "Ministras pareiškė, kad derybos dėl grūdų tiekimo prasidės kitą savaitę, jei abi šalys "
    "patvirtins dalyvavimą.",
}


def attempt(data: bytes) -> Decoded | Reason:
    """What the bytes are decoded to, or why they are not."""
    try:
        return decode(data)
    except NewsError as error:
        return error.reason


def reason(data: bytes) -> Reason:
    with pytest.raises(NewsError) as caught:
        decode(data)
    return caught.value.reason


def declared(name: str, content: str, codec: str) -> bytes:
    return f'<?xml version="1.0" encoding="{name}"?><x>{content}</x>'.encode(codec)


@pytest.mark.parametrize("story", ["ru", "ar", "fr", "en"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_gone(mark: bytes, codec: str, story: str) -> None:
    text = STORIES[story]
    assert decode(mark + text.encode(codec)) == Decoded(text, codec)


def test_a_byte_order_mark_outdoes_a_declaration() -> None:
    data = codecs.BOM_UTF8 + declared("windows-1251", "Привет", "utf-8")
    text = '<?xml version="1.0" encoding="windows-1251"?><x>Привет</x>'
    assert decode(data) == Decoded(text, "utf-8")


def test_only_the_first_byte_order_mark_is_one() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a") == Decoded("\ufeffa", "utf-8")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("story", list(STORIES))
def test_utf_16_without_a_mark_is_told_by_its_language(codec: str, story: str) -> None:
    assert decode(STORIES[story].encode(codec)) == Decoded(STORIES[story], codec)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("story", ["tr", "fr", "ru", "ar"])
def test_utf_16_without_a_mark_is_told_by_its_markup(codec: str, story: str) -> None:
    data = declared("UTF-16", STORIES[story], codec)
    assert decode(data) == Decoded(data.decode(codec), codec)
    assert decode("<x>12</x>".encode(codec)) == Decoded("<x>12</x>", codec)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_what_is_not_told_from_a_binary_file_is_rejected_and_not_guessed_at(codec: str) -> None:
    assert reason("外務省は火曜日、近隣諸国に保証を求めた。".encode(codec)) is Reason.NOT_TEXT
    assert reason("xqzkw".encode(codec)) is Reason.NOT_TEXT


@pytest.mark.parametrize(
    ("name", "codec", "python", "content"),
    [
        ("windows-1251", "cp1251", "cp1251", "«Привет» — мир"),
        ("windows-1252", "cp1252", "cp1252", "“é” – €"),
        ("windows-1256", "cp1256", "cp1256", "سلام، دنيا"),
        ("iso-8859-1", "cp1252", "cp1252", "“é” – €"),  # as browsers read it
        ("ISO-8859-1", "latin-1", "cp1252", "é ÿ"),
        ("us-ascii", "cp1252", "cp1252", "l’été"),
        ("iso-8859-9", "cp1254", "cp1254", "ğışĞİŞ €"),
        ("ISO-8859-9", "iso8859-9", "cp1254", "ğışĞİŞ"),
        ("iso-8859-15", "iso8859-15", "iso8859-15", "€ œ"),
        ("KOI8-R", "koi8-r", "koi8-r", "Привет"),
        ("ibm866", "cp866", "cp866", "Привет"),
        ("macintosh", "mac-roman", "mac-roman", "é"),
        ("Shift_JIS", "shift_jis", "cp932", "日本語"),
        ("EUC-JP", "euc_jp", "euc_jp", "日本語"),
        ("gb2312", "gb18030", "gb18030", "汉语“”"),
        ("big5", "big5hkscs", "big5hkscs", "漢語"),
        ("euc-kr", "cp949", "cp949", "한국어"),
        ("iso-2022-jp", "iso2022_jp", "iso2022_jp", "日本語"),
        ("hz-gb-2312", "hz", "hz", "汉语"),
    ],
)
def test_a_declaration_is_read_as_browsers_read_it(
    name: str, codec: str, python: str, content: str
) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?><x>{content}</x>'
    assert decode(declared(name, content, codec)) == Decoded(text, python)


def test_a_declaration_may_stand_after_white_space_and_in_single_quotes() -> None:
    data = b"\n <?xml version='1.0' encoding='windows-1251'?><x>\xcf\xf0</x>"
    assert decode(data).text == "\n <?xml version='1.0' encoding='windows-1251'?><x>Пр</x>"


@pytest.mark.parametrize("name", ["windows-1251", "iso-8859-1", "utf-16", "shift_jis", "bogus"])
def test_a_wrong_declaration_does_not_spoil_valid_utf_8(name: str) -> None:
    data = declared(name, STORIES["ru"], "utf-8")
    assert decode(data) == Decoded(data.decode("utf-8"), "utf-8")


@pytest.mark.parametrize("name", ["bogus", "utf-8", "x-user-defined"])
def test_a_declaration_that_cannot_be_true_does_not_stop_the_search(name: str) -> None:
    data = declared(name, STORIES["ru"], "cp1251")
    assert decode(data) == Decoded(data.decode("cp1251"), "cp1251")


@pytest.mark.parametrize("name", ["rot13", "hex", "base64", "bz2", "zlib", "idna", "punycode"])
def test_a_declared_codec_that_is_no_encoding_is_as_good_as_none(name: str) -> None:
    data = declared(name, STORIES["ru"], "cp1251")
    assert decode(data) == Decoded(data.decode("cp1251"), "cp1251")


def test_a_declaration_of_utf_16_that_can_be_read_in_single_bytes_is_wrong() -> None:
    data = declared("utf-16", STORIES["fr"] + " ", "cp1252")
    assert len(data) % 2 == 0
    assert decode(data) == Decoded(data.decode("cp1252"), "cp1252")


@pytest.mark.parametrize(
    ("story", "codec"),
    [
        ("ru", "cp1251"),
        ("uk", "cp1251"),
        ("bg", "cp1251"),
        ("ru", "koi8_r"),
        ("ar", "cp1256"),
        ("ar", "iso8859_6"),
        ("fr", "cp1252"),
        ("de", "cp1252"),
        ("es", "cp1252"),
        ("en", "cp1252"),
        ("tr", "cp1254"),
        ("pl", "cp1250"),
        ("cs", "cp1250"),
        ("el", "cp1253"),
        ("he", "cp1255"),
        ("lt", "cp1257"),
        ("pl", "iso8859_2"),
        ("cs", "iso8859_2"),
    ],
)
@pytest.mark.parametrize("times", [1, 5])
def test_an_undeclared_story_is_decoded_by_its_language(story: str, codec: str, times: int) -> None:
    text = "\n\n".join([STORIES[story]] * times)
    data = text.encode(codec, "ignore")
    found = decode(data)
    assert found.text == data.decode(codec)
    assert not found.damaged
    assert found.encoding in LANGUAGES_BY_ENCODING


@pytest.mark.parametrize("credit", ["Photo ©AFP", "(©Reuters)", "½cup", "§a"])
def test_a_symbol_before_a_letter_does_not_speak_against_a_western_encoding(credit: str) -> None:
    text = f"{STORIES['fr']}\n\n{credit}"
    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252")


def test_an_undeclared_story_keeps_its_line_ends() -> None:
    text = STORIES["ru"].replace("\n", "\r\n")
    assert decode(text.encode("cp1251")) == Decoded(text, "cp1251")


def test_an_undeclared_story_longer_than_the_sample_is_decoded_throughout() -> None:
    text = "\n\n".join([STORIES["uk"]] * 800)
    assert decode(text.encode("cp1251")) == Decoded(text, "cp1251")


@pytest.mark.parametrize("word", ["caf\xe9", "Привет", "شكرا"])
def test_a_word_is_no_ground_to_tell_an_encoding_by(word: str) -> None:
    codec = "cp1252" if word < "\u0100" else "cp1251" if word < "\u0600" else "cp1256"
    assert reason(word.encode(codec)) is Reason.UNKNOWN_ENCODING


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("low", [97, 160])
def test_gibberish_is_rejected_not_guessed_at(seed: int, low: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    data = bytes(chosen.choice(range(low, 256)) for _ in range(600))
    assert reason(data) is Reason.UNKNOWN_ENCODING


def test_random_bytes_are_not_text() -> None:
    for seed in range(8):
        assert reason(random.Random(seed).randbytes(2_000)) is Reason.NOT_TEXT  # noqa: S311


@pytest.mark.parametrize(
    "head",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"%PDF-1.4\nascii only",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 4,
        b"GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0!\xf9\4\1\0\0\0\0,\0\0",
        b"PK\3\4" + bytes(range(256)) * 4,
        b"\x7fELF\2\1\1\0" + bytes(range(256)) * 4,
        b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 4,
        bytes(1000),
    ],
    ids=["pdf", "ascii-pdf", "png", "jpeg", "gif", "zip", "elf", "mp4", "zeros"],
)
def test_pictures_documents_and_programs_are_not_text(head: bytes) -> None:
    assert reason(head) is Reason.NOT_TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"\1\2\3\4" * 100,
        b"story.txt".ljust(124, b"\0") + b"0000644\0" * 3 + bytes(364) + b"A story",
    ],
    ids=["controls", "tar"],
)
def test_control_bytes_throughout_are_not_text_even_as_valid_utf_8(data: bytes) -> None:
    assert reason(data) is Reason.NOT_TEXT


@pytest.mark.parametrize("story", ["ru", "ar", "el"])
def test_some_broken_bytes_do_not_make_utf_8_something_else(story: str) -> None:
    data = STORIES[story].encode() + b" \xff\xfe end"
    text = STORIES[story] + " \ufffd\ufffd end"
    assert decode(data) == Decoded(text, "utf-8", damaged=True)


def test_a_text_that_is_cut_within_a_character_is_damaged_utf_8() -> None:
    data = STORIES["ru"].encode()[:-2]
    assert decode(data) == Decoded(STORIES["ru"][:-2] + "\ufffd", "utf-8", damaged=True)


@pytest.mark.parametrize("quotes", [1, 2, 3])
def test_one_broken_byte_does_not_spoil_the_few_characters_of_declared_utf_8(quotes: int) -> None:
    sentence = "The ministry said on Tuesday that it’s going to reopen the northern port. "
    data = declared("utf-8", sentence * quotes + "XX", "utf-8").replace(b"XX", b"\xff")
    found = decode(data)
    assert found.damaged
    assert found.text.count("it’s") == quotes


def test_bytes_that_a_declared_encoding_forbids_are_marked() -> None:
    data = declared("windows-1252", "a long enough text in English", "ascii") + b"\x81"
    assert decode(data) == Decoded(data[:-1].decode() + "\ufffd", "cp1252", damaged=True)


def test_an_encoding_that_most_bytes_contradict_is_not_the_one() -> None:
    assert reason(codecs.BOM_UTF8 + b"abc \xff\xfe\xfd") is Reason.UNKNOWN_ENCODING
    assert reason(declared("euc-jp", "\xff" * 400, "latin-1")) is Reason.UNKNOWN_ENCODING


@pytest.mark.parametrize("data", [b"a", b"plain ASCII\r\n", "漢字 \x0b\x1b[0m 🚢".encode()])
def test_valid_utf_8_is_taken_as_it_is(data: bytes) -> None:
    assert decode(data) == Decoded(data.decode("utf-8"), "utf-8")


NAMES = st.sampled_from(["utf-8", "utf-16", "windows-1251", "iso-8859-1", "shift_jis", "gb2312"])


@SETTINGS
@given(st.binary(max_size=300))
@example(b"")
@example(b"\0")
@example(b"\xff\xfe\0")
@example(b"\xff\xfe\0\0\0")
@example(b"\x2b\x2f\x76")
def test_any_bytes_are_text_or_a_fault_of_the_input(data: bytes) -> None:
    found = attempt(data)
    if isinstance(found, Reason):
        assert found in (Reason.NOT_TEXT, Reason.UNKNOWN_ENCODING)
    elif found.damaged:
        assert "\ufffd" in found.text
    else:
        assert data.endswith(found.text.encode(found.encoding))


@SETTINGS
@given(NAMES, st.binary(max_size=100))
def test_any_bytes_after_a_declaration_are_text_or_a_fault(name: str, data: bytes) -> None:
    found = attempt(f'<?xml version="1.0" encoding="{name}"?>'.encode() + data)
    if isinstance(found, Reason):
        assert found in (Reason.NOT_TEXT, Reason.UNKNOWN_ENCODING)
    else:
        assert found.damaged == ("\ufffd" in found.text)


@SETTINGS
@given(st.text())
def test_any_text_in_utf_8_is_decoded_to_itself(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == Decoded(text, "utf-8")


@SETTINGS
@given(st.text(), st.sampled_from(["utf-16", "utf-32"]))
def test_any_text_with_a_wide_mark_is_decoded_to_itself(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text
