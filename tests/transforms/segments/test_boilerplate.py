"""What is no part of a story: phrases of sites and agencies, drawn lines, serial markers."""

import itertools
from collections import Counter
from collections.abc import Callable

import pytest

from tests.conftest import cost
from transforms.segments.boilerplate import (
    LONGEST,
    LONGEST_END,
    LONGEST_INSIDE,
    is_boilerplate,
    is_continuation,
)
from transforms.segments.phrases import LONGEST_WHOLE
from transforms.segments.signatures import is_signature, is_time_stamp
from transforms.tables import read_table

PHRASES = read_table("boilerplate.tsv")
MARKERS = read_table("serial_markers.tsv")
LARGE = "ar en ru fr es de tr fa".split()
OTHERS = "uk it pt ur he zh ja hi".split()


FILLED = {"*": "Nord Ost", "**": "Nord Ost Sud", "@": "Ana Lima", "~": "03/05/2031 16:41"}
PLACES = {"start", "whole", "contains", "end", "row", "count", "time", "age"}


def sample(phrase: str, place: str) -> str:
    """A short block in which a phrase of the table counts, its signs filled in."""
    filled = " ".join(FILLED.get(word, word) for word in phrase.replace("#", "2").split())
    samples = {
        "start": filled if phrase.endswith("~") else f"{filled} Nordost 7",
        "whole": filled,
        "contains": f"7. {filled} 7",
        "end": f"Nordost {filled}",
        "row": f"{filled} | {filled}",
        "count": f"4 {filled}",
        "time": f"03/05/2031 16:41 {filled}",
        "age": f"3 {filled}",
    }
    return samples[place]


NEAR_MISSES = (
    "More than 100 people marched to the ministry on Monday.",
    "More: the very word that the minister did not want to hear " + "again and again " * 12,
    "Photos of the scene show two burnt lorries.",
    "Photo finish at the harbour regatta decides the cup.",
    "Follow the money, the auditor told the committee.",
    "“Follow us,” the guide called to the hikers.",
    '"Read also: the small print," she told the delegates.',
    "Comments by the envoy angered both capitals.",
    "The ministry reserved all rights to its answer and left the room.",
    "Share prices fell by two per cent.",
    "Edited by hand, the letters filled nine volumes.",
    "Reuters reported on Monday that the port had reopened.",
    "Copyright law must change, the minister said.",
    "Watch towers line the border.",
    "للمزيد من الدعم طالب الوزير الدول المانحة باجتماع عاجل.",
    "قد يهمك أن تعرف أن المعبر أغلق ثلاث مرات هذا العام.",
    "شاهد أيضا رجلا يركض نحو الميناء.",
    "مواضيع ذات صلة بالطاقة كانت على جدول الأعمال.",
    "شارك هذا اللاعب في عشرين مباراة.",
    "تابعوا السير نحو الحدود رغم البرد.",
    "ستبقى هذه الحقوق محفوظة للأجيال المقبلة، قال النائب.",
    "نقلا عن مصادر قريبة من المفاوضات، قالت الصحيفة إن الوفد سيعود إلى العاصمة غدا.",
    "تحرير المدينة استغرق ستة أسابيع.",
    "Читайте также внимательно мелкий шрифт, посоветовал посол.",
    "Фото с места событий показывают две сгоревшие машины.",
    "Источник: самолёт сел в поле, пассажиры не пострадали, сообщил дежурный.",
    "Материалы по теме переданы в суд.",
    "Использование материалов нового поколения удешевит мост.",
    "Читайте також уважно дрібний шрифт, радить посол.",
    "Фото з місця події показують дві згорілі вантажівки.",
    "Абонементи подорожчають, повідомила рада.",
    "À lire aussi dans ses yeux, la fatigue du négociateur.",
    "Suivez l’argent, répète la juge à ses élèves.",
    "Sur le même sujet, le ministre s’est montré prudent.",
    "Photographies et lettres ont été saisies.",
    "Comparte esta opinión el alcalde de la ciudad vecina.",
    "Sigue la búsqueda de los tres pescadores.",
    "Los datos no reflejan necesariamente la realidad, advirtió el ministro.",
    "Noticias relacionadas con el puente llenaron los diarios.",
    "Ver también a los vecinos la alegró mucho.",
    "Lesen Sie auch das Kleingedruckte, riet der Anwalt den Bauern.",
    "Mehr Geld für die Brücke fordert die Ministerin.",
    "Das ist nicht unbedingt die Meinung der Partei, sagte der Abgeordnete.",
    "Er demonstrierte ohne Genehmigung vor dem Rathaus.",
    "Abbonati a quota diecimila: lo stadio festeggia.",
    "Leggi anche severe non bastano, dice il ministro.",
    "Fotografie e lettere sono state sequestrate.",
    "Entre no canal e no porto, a espera é a mesma.",
    "Mais de cem pessoas marcharam até ao ministério.",
    "Partilhe este peso connosco, pediu o presidente.",
    "İlgili haber kaynakları olayı doğruladı.",
    "Paylaşım konusunda anlaşma sağlanamadı.",
    "Fotoğraflar iki yanmış kamyonu gösteriyor.",
    "Daha fazla haber alamadık, dedi kaptanın eşi.",
    "تمامی حقوق کارکنان بندر پرداخت شد.",
    "عکس‌هایی از محل دو کامیون سوخته را نشان می‌دهد.",
    "این لزوماً بیانگر تغییر سیاست نیست، گفت سخنگو.",
    "متعلقہ خبر رساں ادارے نے اس کی تصدیق کی۔",
    "اپنی رائے کا اظہار کرتے ہوئے وزیر نے معاہدے کو سراہا۔",
    "مزید جانیں ضائع ہونے کا خدشہ ہے۔",
    "קראו גם לשחרור העצורים, אמרה הדוברת.",
    "שתפו את התמונה אלפי גולשים.",
    "עקבו אחרי המשאית עד לגבול.",
    "यह भी देखें कि नदी का पानी कहाँ जाता है, मंत्री ने कहा।",
    "संबंधित खबरों से शहर में चिंता फैल गई।",
    "तस्वीरों में दो जले हुए ट्रक दिखते हैं।",
    "相关报道称，大桥将于五月通车。",
    "未经许可进入水域的渔船被带回港口。",
    "记者：您怎么看这座桥？",
    "分享经验是会议的主题。",
    "関連情報を公開するよう求めた。",
    "写真家が橋の上で撮影を続けている。",
    "コメントは差し控えると述べた。",
)
"""Sentences that begin like phrases of the tables, or hold some of their words."""


def test_the_tables_are_sorted_and_have_no_row_twice() -> None:
    keys = [(row["lang"], row["phrase"], row["place"]) for row in PHRASES]
    assert keys == sorted(set(keys))
    marks = [(row["lang"], row["marker"]) for row in MARKERS]
    assert marks == sorted(set(marks))


def test_the_tables_keep_to_their_columns() -> None:
    assert list(PHRASES[0]) == "lang phrase place limit source licence".split()
    assert list(MARKERS[0]) == "lang marker form source licence".split()
    assert {row["place"] for row in PHRASES} == PLACES
    assert {row["form"] for row in MARKERS} == {"alone", "dots", "brackets"}
    for row in (*PHRASES, *MARKERS):
        assert all(cell and cell == " ".join(cell.split()) for cell in row.values()), row
        assert row["lang"].isalpha()
        assert row["licence"] == "Apache-2.0"


def test_a_limit_is_more_than_its_phrase_and_within_what_is_looked_at() -> None:
    most = {"start": LONGEST, "contains": LONGEST_INSIDE, "end": LONGEST_END}
    for row in PHRASES:
        assert len(row["phrase"]) < int(row["limit"]), row
        if row["place"] in most:
            assert int(row["limit"]) <= most[row["place"]], row
        else:
            assert int(row["limit"]) == LONGEST_WHOLE, row


def test_only_what_begins_a_block_has_signs_with_a_meaning() -> None:
    for row in PHRASES:
        if row["place"] != "start":
            assert not set(":*@#~") & set(row["phrase"]), row
        assert not set("@~") & set(row["phrase"][:-1]), row
        assert row["phrase"].count("**") <= 1, row
        assert not row["phrase"].startswith(("*", ":", "#"))


def test_every_language_has_its_share_of_phrases_and_a_marker() -> None:
    phrases = Counter(row["lang"] for row in PHRASES)
    assert min(phrases[language] for language in LARGE) >= 25
    assert min(phrases[language] for language in OTHERS) >= 12
    assert {row["lang"] for row in MARKERS} >= {*LARGE, *OTHERS}


def test_a_marker_has_the_same_form_in_every_language() -> None:
    forms: dict[str, str] = {}
    for row in MARKERS:
        letters = "".join(filter(str.isalpha, row["marker"]))
        assert forms.setdefault(letters, row["form"]) == row["form"], row


def test_every_phrase_is_found() -> None:
    missed = [row for row in PHRASES if not is_boilerplate(sample(row["phrase"], row["place"]))]
    assert missed == []


def test_every_phrase_is_found_in_capitals_behind_a_bullet_and_between_bidi_marks() -> None:
    missed = [
        row
        for row in PHRASES
        if row["place"] in ("start", "whole")
        and not row["phrase"].startswith(("(", "©", "℗"))
        # an İ in capitals may be an I of Turkish or of another language
        and not is_boilerplate(f"\u200f* {sample(row['phrase'], row['place']).upper()}\u200f")
    ]
    assert missed == []


def test_no_phrase_counts_in_a_block_over_its_limit() -> None:
    for row in PHRASES:
        text = sample(row["phrase"], row["place"])
        long = f"{text} {'y ' * (LONGEST + 1)}"
        assert not is_boilerplate(long), row


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_sentences_that_look_alike_are_no_boilerplate(text: str) -> None:
    assert not is_boilerplate(text)
    assert not is_continuation(text)


@pytest.mark.parametrize(
    "text",
    [
        "اقْرَأْ أيضًا: الميناء الذي لا ينام",
        "إقـــرأ ايضا | الميناء الذي لا ينام",
        "READ ALSO → The harbour that never sleeps",
        "» Lire aussi : Le port qui ne dort jamais",
        "Lire\u00a0aussi\u202f: Le port qui ne dort jamais",
        "İLGİLİ HABER: Uyumayan liman",
        "ilgili haber: Uyumayan liman",
        "LEA TAMBIE\u0301N: El puerto que no duerme",
        "📷 Foto: Hafenamt",
        "Edited by Nora Quist and Ben de Vries",
        "Photo by Ana Lima",
        "Фото: портовая служба",
        "فرانس 24 / أ.ف.ب / رويترز",
        "(أ ف ب)",
        "(AP)",
        "Comments (14)",
        "Kommentare (7)",
        '* نقلاً عن "الميناء" الأسبوعية',
        "（责任编辑：林一）",
        "(c) 2031 Hafenblatt",
        "©2031",
        "---",
        "* * *",
        "×××",
        "_" * 400,
        "– – – – –",
        "═════",
    ],
)
def test_the_ways_in_which_a_phrase_is_written_do_not_matter(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "**",
        "?!?",
        "…",
        "(",
        "»",
        "“",
        "\u200f",
        "\u202e\u202c",
        "\ufffd\ufffd\ufffd",
        "AP",  # a heading as well as an agency
        "BBC",
        "(c) 3 boats were seized",
        "More",
        "- 5 degrees",
        "1.",
        "📷",
        "📷 " * 60,
        "Edited by",
        "Photo",
        "=> =",
    ],
)
def test_lone_signs_and_scraps_are_no_boilerplate(text: str) -> None:
    assert not is_boilerplate(text)
    assert not is_continuation(text)


SIGNATURES = """abc/def/gh ¦ bur-abc/def/gh ¦ AB // CD ¦ ab1/cd2 ¦ ABC/def ¦ пн/авк ¦ /ИМ/
abc/ def/ ¦ (ÖK-AY-Y)
س ص/ ع ف ¦ ن.ع/ ر.ح ¦ ع.م/ح.ز (رويترز، د ب أ) ¦ gs (efe, afp) ¦ kb/nm (dpa, AFP) ¦ AB (CD) // EF
EFE abc/def ¦ PTI NSD DV ¦ --IANS ¦ --(بترا) ¦ (AFP) ¦ 1420**2050
- 30 - ¦ -30- ¦ --0-- ¦ ## ¦ ### ¦ // انتهى // ¦ /Fim ¦ Lusa/Fim ¦ (FIN) ¦ ENDS ¦ (конец) ¦ (ENDE)
14:32 ت م 0087 ¦ 1632 GMT ¦ 14:32 ت غ ¦ 16:32 UTC"""
STAMPS = """03/05/2031 16:41:09 ¦ 3 May 2031, 16:41 ¦ April 30, 2031 5:00 AM ¦ 2031-05-03 16:41
3 Mai 2031 16h41
Published 3 hours ago ¦ Last updated: 3 May 2031 ¦ Publié le : 03/05/2031 - 16:41
Mis à jour il y a 2 heures
Обновлено: 3 мая 2031, 16:41 ¦ Опубліковано 03.05.2031 16:41 ¦ آخر تحديث: 3 مايو 2031 - 16:41
نشر في 03/05/2031
Actualizado hace 2 horas ¦ Zuletzt aktualisiert: 03.05.2031 ¦ Ultimo aggiornamento: 3 maggio 2031
Atualizado há 2 horas
Güncelleme: 03.05.2031 16:41 ¦ تاریخ انتشار: ۱۴۰۵/۰۲/۱۳ ¦ עודכן לפני 3 שעות
更新时间：2031-05-03 16:41 ¦ 公開日：2031年5月3日
3 hours ago ¦ قبل 3 ساعات ¦ il y a 3 heures ¦ vor 3 Stunden ¦ 3 часа назад ¦ hace 2 horas
3 घंटे पहले
4 min read ¦ 4 mn ¦ Lesedauer 4 Min. ¦ 4 min de lectura ¦ 5 دقائق قراءة ¦ Время чтения: 4 минуты
2 dk okuma"""
FURNITURE = """Image source, Getty Images ¦ Image caption, The bridge at dawn
Подпись к фото, Мост на рассвете
تعليق على الصورة، الجسر عند الفجر ¦ Légende image, Le pont à l'aube
Pie de foto, El puente al alba ¦ 图像加注文字，清晨的大桥
تصویر کا کیپشن، پل ¦ इमेज कैप्शन, पुल ¦ Getty Images ¦ (photo) (video) ¦ (foto) (vídeo)
AFP via Getty Images
Reporting by Nora Quist in Oslo and Ben Vries in Bergen; Editing by Ann Lee
Nora Quist contributed to this report.
Muhabir: Deniz Kaya ¦ متابعة: سليم نور ¦ إعداد: سليم نور ¦ Автор: Иван Лесной ¦ 责编：林一
All articles by this author
Redacción: Ana Lima ¦ Autorin: Ana Lima ¦ Tutti gli articoli di Ana Lima ¦ خبرنگار: سلیم نور
מאת: נורה לב
The BBC is not responsible for the content of external sites.
Any use of materials is allowed only with a link.
Our Standards: The Thomson Reuters Trust Principles.
News on this page is a summary of the feed for subscribers
Мнение автора может не совпадать с мнением редакции. ¦ الآراء الواردة هنا تعبر عن رأي أصحابها فقط
Las opiniones expresadas aquí son del autor.
Les opinions exprimées ici sont celles de leur auteur.
Für den Inhalt externer Seiten ist der Hafenbote nicht verantwortlich. ¦ 本文仅供参考，不构成建议。
Found a mistake? Select it and press Ctrl+Enter ¦ Нашли ошибку? Выделите её ¦ Знайшли помилку?
Support us
To the home page ¦ На главную ¦ 返回首页 ¦ Follow the Harbour channel on WhatsApp
Подпишись на канал ¦ 无
My account ¦ Mein Konto ¦ Mon compte ¦ Mi cuenta ¦ Hesabım ¦ Facebook | X | WhatsApp
واتساب | تلغرام ¦ 微信 | 微博
Most read ¦ About this story ¦ More from Nora Quist ¦ Top stories: ¦ Topics: rivers, dams
Темы: реки
Earlier: The bridge opens ¦ Ранее: Мост открыт ¦ Раніше: Міст відкрито ¦ Новость дополняется
التفاصيل بعد قليل
This story has been corrected to show that the bridge opened in May.
Dieser Artikel wurde korrigiert.
This is a developing story and will be updated. ¦ Cet article a été mis à jour.
Ayrıntılar geliyor""".replace(" ¦ 无", "")


def blocks(table: str) -> list[str]:
    """The blocks that stand in a table's lines."""
    return [block.strip() for line in table.split("\n") for block in line.split("¦")]


@pytest.mark.parametrize("text", blocks(SIGNATURES))
def test_signatures_of_the_staff_and_end_signs(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize("text", blocks(STAMPS))
def test_time_stamps_and_reading_times(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize("text", blocks(FURNITURE))
def test_captions_credits_notices_invitations_and_corrections(text: str) -> None:
    assert is_boilerplate(text)
    assert not is_signature(text)
    assert not is_time_stamp(text)


@pytest.mark.parametrize(
    "text",
    blocks("""USA ¦ UN/EU ¦ EU/USA ¦ Bonn/Rom ¦ 2/1 ¦ 3-2 ¦ 24/7 ¦ AC/DC ¦ N/A ¦ km/h ¦ AB CD
Nora Quist ¦ م.ت.ف
أ - ب ¦ iOS/iPadOS ¦ من/إلى ¦ ص. ب. ¦ COVID-19 ¦ 9/11 ¦ F-16/F-35 ¦ (sic) ¦ NATO ¦ G7 ¦ Facebook
30 ¦ # ¦ -
3 May 2031 ¦ 03/05/2031 ¦ 10:30 - 11:00 ¦ 14:32 ¦ 2031 ¦ 3 years ¦ 5 killed ¦ 1.5 million
Oslo, 3 May 2031
Published in 1932, the novel was banned. ¦ Updated rules for ports take effect on 3 May 2031.
3 hours ago it rained
Опубликовано 3 доклада о мостах. ¦ Publié en 1932, le roman fut interdit.
آخر تحديث للقانون صدر عام 2031
Image problems dog the minister. ¦ Earlier talks failed.
Reporting by candlelight, the crew stayed.
Correction of the course is needed, the bank said.
Support us or step aside, the farmers told the council.
This story has been told a hundred times in the valley. ¦ Twitter and the state
Filed in May, the suit failed.
Leggi su acqua e porti ferme in aula. ¦ На главную площадь вышли сотни людей.
Рекламодатель отказался платить.
هذا المقال الذي نشر أمس أثار جدلا ¦ يحظر استخدام الطائرات فوق الميناء
تواصلوا معنا ثم انقطع الاتصال، قال البحار
支持我们的渔民，市长说。 ¦ 支援する方針を示した。 ¦ הצטרפו לקבוצה שלושה חברים חדשים.
تحرير الأسعار يبدأ غدا"""),
)
def test_scores_abbreviations_names_dates_and_sentences_are_none(text: str) -> None:
    assert not is_boilerplate(text)


def test_a_long_notice_counts_up_to_its_limit_and_needs_both_its_ends() -> None:
    notice = "The views expressed in this column, " + "however strong, " * 12 + "are its author's."
    assert 200 < len(notice) < LONGEST
    assert is_boilerplate(notice)
    assert not is_boilerplate(notice + " So it is." * 20)
    assert not is_boilerplate("Reporting by the river, the crew " + "waited " * 20)
    assert is_boilerplate("Reporting by Ana Lima " + "in Oslo " * 20 + "Editing by Ben Vries")


@pytest.mark.parametrize(
    "text",
    [
        "(تستمر)",
        "(يُتبع)",
        "يتبع",
        "( يتبـــع ... )",
        "\u200f(\u202bيتبع\u202c)\u200f",
        "(وللحديث بقية)",
        "(more)",
        "-MORE-",
        "(MORE)",
        "To be continued…",
        "[Cont'd]",
        "Продолжение следует.",
        "(ПРОДОЛЖЕНИЕ СЛЕДУЕТ)",
        "(далі буде)",
        "(à suivre)",
        "(A SUIVRE)",
        "(a\u0300 suivre…)",
        "(sigue)",
        "Continuará...",
        "(SEGUE)",
        "(Fortsetzung folgt)",
        "(DEVAMI VAR)",
        "(Sürecek)",
        "(ادامه دارد...)",
        "(جاری ہے)",
        "(המשך יבוא)",
        "（未完待续）",
        "〔續〕",
        "（続く）",
        "つづく",
        "(जारी)",
    ],
)
def test_serial_markers(text: str) -> None:
    assert is_continuation(text)
    assert not is_boilerplate(text)


def test_every_marker_is_found_in_brackets_and_as_its_form_allows() -> None:
    for row in MARKERS:
        marker, form = row["marker"], row["form"]
        assert is_continuation(f"({marker})"), row
        assert is_continuation(f"[ {marker.upper()} ... ]"), row
        assert is_continuation(f"{marker}...") == (form != "brackets"), row
        assert is_continuation(marker) == (form == "alone"), row


@pytest.mark.parametrize(
    "text",
    [
        "More",
        "Continua",
        "Sigue",
        "تستمر",
        "تستمر المفاوضات حتى الغد",
        "(more than 100)",
        "(more) than one",
        "To be continued tomorrow, said the envoy.",
        "“To be continued”",
        "(1/2)",
        "(جاری)" + " " * 60 + "x",
        "()",
        "(...)",
    ],
)
def test_what_is_no_serial_marker(text: str) -> None:
    assert not is_continuation(text)


@pytest.mark.parametrize("asked", [is_boilerplate, is_continuation])
@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "-",
        "- a",
        "(",
        "\u202e",
        "\ufffd",
        "*",
        "»",
        "©",
        "版",
        "للمزيد ",
        "📷 ",
        "More: ",
        "/",
    ],
)
def test_a_megabyte_of_anything_is_answered_at_once(
    asked: Callable[[str], bool], unit: str
) -> None:
    text = unit * (1_000_000 // len(unit))
    assert cost(lambda: asked(text)) < 0.5


def test_a_block_as_long_as_is_looked_at_costs_little_whatever_it_holds() -> None:
    signs = "-*»©:(/|.📷版aم"
    blocks = ["".join(pair) * (LONGEST // 2) for pair in itertools.product(signs, repeat=2)]
    is_boilerplate("")
    seconds = cost(lambda: [(is_boilerplate(block), is_continuation(block)) for block in blocks])
    assert seconds / len(blocks) < 0.005


def test_an_answer_does_not_depend_on_what_was_asked_before() -> None:
    texts = [*NEAR_MISSES, "(more)", "Read also: x", "---", "Comments (3)"]
    forward = [is_boilerplate(text) for text in texts]
    assert [is_boilerplate(text) for text in reversed(texts)] == forward[::-1]
