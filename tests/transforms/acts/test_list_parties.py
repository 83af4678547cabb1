"""Whose a list is and to whom, where its introduction leaves that to the article."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in
from transforms.acts.grammar import Hit
from transforms.acts.lists import Lead, act_of
from transforms.acts.notation import Cue

Sides = list[tuple[str, str]]


def sides(language: str, title: str, before: str, *items: str) -> Sides:
    """Issuers and addressees of the acts of the items below a title and some paragraphs."""
    listed = "\n".join(f"- {item}" for item in items)
    acts = acts_in(f"{title}\n\n{before}\n\n{listed}", language)[-len(items) :]
    return [(" ".join(act.issuers), " ".join(act.addressees)) for act in acts]


def test_nobodys_demands_are_to_the_party_told_of_most() -> None:
    title = "Bakers in Ghana strike over flour"
    before = "The government of Ghana got a paper from the union.\n\nThe bakers demand:"
    items = ("Release of two bakers", "An end to the tax on flour")
    assert sides("en", title, before, *items) == [("", "state:GHA")] * 2


def test_a_heading_without_another_party_leaves_it_to_the_article() -> None:
    before = (
        "Le Ghana a répondu lundi par une lettre de deux pages au Togo, qui reste muet depuis."
        "\n\nLes exigences du Ghana"
    )
    items = ("La levée de la taxe", "Le départ des soldats")
    told = sides("fr", "Le Ghana répond au Togo", before, *items)
    assert told == [("state:GHA", "state:TGO")] * 2


def test_promises_are_to_nobody_whom_their_introduction_does_not_name() -> None:
    before = "Ghana accused Togo of greed on Monday.\n\nGhana made these pledges:"
    assert sides("en", "Ghana", before, "A new bridge", "Free buses") == [("state:GHA", "")] * 2


@pytest.mark.parametrize(
    ("title", "before"),
    [
        (
            "Рыбаки предъявили властям Ганы ультиматум",
            "Сотни людей собрались у моря в столице Ганы.\n\nОт властей они потребовали:",
        ),
        (
            "Рыбаки выдвинули правительству Ганы требования",
            "Правительство Ганы молчит.\n\nРыбаки требуют:",
        ),
    ],
)
def test_an_office_in_the_dative_is_told_and_does_not_demand(title: str, before: str) -> None:
    items = ("открыть порт;", "отпустить рыбаков.")
    assert sides("ru", title, before, *items) == [("", "state:GHA")] * 2


def test_a_letter_to_an_office_is_not_by_it() -> None:
    before = (
        "Гана ответила Кении.\n\n"
        "Позиция правительства изложена в письме заместителю председателя правительства Кении:"
    )
    items = ("Кения обязана открыть порт;", "Гана готова платить за воду.")
    assert sides("ru", "Гана ответила Кении", before, *items) == [("state:GHA", "state:KEN")] * 2


def test_what_students_of_a_country_want_is_not_wanted_by_it() -> None:
    before = "加纳政府周一收到宣言。\n\n宣言内容如下："
    items = ("停止征税；", "释放船员。")
    assert sides("zh", "加纳学生团体公布两项诉求", before, *items) == [("", "state:GHA")] * 2


@pytest.mark.parametrize(
    ("language", "title", "before", "items"),
    [
        (
            "de",
            "Ghana dementiert Gerüchte aus Togo",
            "Togo schweigt.\n\nGhanas Sprecher sagte in seiner Antwort:",
            ("Die Brücke ist offen.", "Das Wasser ist sauber."),
        ),
        (
            "uk",
            "Відповідь Гани на закиди Кенії",
            "Уряд Гани спростував чутки з Кенії.\n\nЗокрема:",
            ("Міст відкрито.", "Вода чиста."),
        ),
    ],
)
def test_what_is_listed_where_rumours_are_denied_is_denied(
    language: str, title: str, before: str, items: tuple[str, ...]
) -> None:
    listed = "\n".join(f"- {item}" for item in items)
    acts = acts_in(f"{title}\n\n{before}\n\n{listed}", language)[-len(items) :]
    assert [(a.type, a.issuers, a.addressees) for a in acts] == [("denial", ("state:GHA",), ())] * 2


def test_parties_before_the_and_stay_together_though_another_follows() -> None:
    before = "Gana, Togo ve Benin, Kenya'ya bir liste gönderdi.\n\nListede şunlar talep ediliyor:"
    items = ("Limanın açılması.", "Askerlerin çekilmesi.")
    issuers = "state:GHA state:TGO state:BEN"
    assert sides("tr", "Kenya'dan ne isteniyor?", before, *items) == [(issuers, "state:KEN")] * 2


def test_a_party_that_somebody_was_with_does_not_speak() -> None:
    before = (
        "Gana Dışişleri Bakanı Ali Kaya pazartesi günü konuştu.\n\n"
        "Kenya heyetiyle buluşan Gana Dışişleri Bakanı, taleplerini şöyle sıraladı:"
    )
    items = ("Limanın açılması.", "Askerlerin çekilmesi.")
    told = sides("tr", "Gana'dan Kenya'ya NATO yanıtı", before, *items)
    assert told == [("state:GHA", "state:KEN")] * 2


def test_demands_are_to_the_party_behind_their_mark() -> None:
    before = "Ghana rügte am Montag Togo und Benin.\n\nAn Togo richten sich diese Forderungen:"
    items = ("Freilassung der Fischer", "Öffnung der Brücke")
    assert (
        sides("de", "Ghana rügt Togo und Benin", before, *items) == [("state:GHA", "state:TGO")] * 2
    )


@pytest.mark.parametrize(
    "before",
    [
        "加纳驻多哥大使已向多哥提出严正交涉，内容如下：",
    ],
)
def test_who_is_told_in_chinese_does_not_demand(before: str) -> None:
    items = ("停止征税；", "释放船员。")
    assert sides("zh", "加纳提出要求", before, *items) == [("state:GHA", "state:TGO")] * 2


def test_nobody_asks_anything_of_himself() -> None:
    cue = Cue("demand", "lead", "demands", (), "REQUEST", "", "10")
    lead = Lead("demand", False, ("state:GHA",), ("state:GHA", "state:TGO"), Hit(0, 7, cue))
    assert act_of(lead, "demand", lead.addressees).addressees == ("state:TGO",)


@pytest.mark.parametrize(
    ("title", "before", "kind", "issuer"),
    [
        ("كينيا: يوم في الميناء", "ورهنت الجبهة أي اتصال بالحكومة النرويجية بأمور:", "demand", ""),
        ("النرويج أمام إضراب", "ورهن التجمع أي اتصال جديد بخطوات تسبقه:", "demand", ""),
        (
            "النرويج تدرس رسالة",
            "وتسأل الجبهة رئيس الوزراء النرويجي في رسالتها عما بقي، وتريد منه:",
            "demand",
            "",
        ),
        (
            "كينيا تضع شروطا",
            "تحدث الوزير الكيني.\n\nوالمطلوب من الجانب النرويجي:",
            "demand",
            "state:KEN",
        ),
        (
            "كينيا والنرويج في الميناء",
            "وحملت كينيا الحكومة النرويجية مسؤولية القيام بما يلي:",
            "demand",
            "state:KEN",
        ),
        (
            "كينيا تتحدث عن النرويج",
            "وحدد الوزير الكيني ما يتوجب على الحكومة النرويجية القيام به:",
            "demand",
            "state:KEN",
        ),
    ],
)
def test_of_whom_something_is_wanted_is_not_whose_list_it_is(
    title: str, before: str, kind: str, issuer: str
) -> None:
    items = "- فتح الميناء.\n- سحب السفن.\n- إعادة الصيادين.\n"
    (*_, last) = acts_in(f"{title}\n\nكان يوما طويلا في الميناء.\n\n{before}\n\n{items}", "ar")
    told = " ".join(last.issuers), " ".join(last.addressees)
    assert (last.type, *told) == (kind, issuer, "state:NOR")


@pytest.mark.parametrize(
    ("before", "issuers"),
    [
        ("وأوردت الصحيفة مواقف الوزير النرويجي:", ("state:NOR",)),
    ],
)
def test_unions_that_speak_are_nobody_and_papers_report_others(
    before: str, issuers: tuple[str, ...]
) -> None:
    items = "- لا تراجع عن الإضراب.\n- لن نفتح الميناء.\n- سنبقى هنا.\n"
    acts = acts_in(f"النرويج أمام إضراب\n\nكان يوما طويلا.\n\n{before}\n\n{items}", "ar")
    assert {act.issuers for act in acts} == {issuers}


def test_an_introduction_without_parties_is_of_those_of_its_list() -> None:
    items = "- فتح الميناء.\n- سحب السفن.\n"
    before = "تحدث الوزير الكيني.\n\nوالمطلوب من الجانب النرويجي:"
    text = f"كينيا تضع شروطا\n\n{before}\n\n{items}"
    acts = [act for act in acts_in(text, "ar") if act.type == "demand"]
    assert {(act.issuers, act.addressees) for act in acts[1:]} == {(("state:KEN",), ("state:NOR",))}


def test_a_list_is_not_of_one_of_those_whom_it_is_wanted_of() -> None:
    before = "وبقيت غانا وتوغو على القائمة.\n\nويتوجب على توغو، إن أرادت الخروج منها:"
    items = ("إلغاء الضريبة", "سحب القوات")
    assert sides("ar", "المجموعة تمدد المهلة", before, *items) == [("", "state:TGO")] * 2


def test_the_two_sides_are_those_named_together_before() -> None:
    before = "التقت غانا وتوغو أمس بعد قطيعة في مالي.\n\nومما يتعهد به الفريقان:"
    items = ("إلغاء الضريبة", "سحب القوات")
    assert sides("ar", "لقاء بعد قطيعة", before, *items) == [("state:GHA state:TGO", "")] * 2


@pytest.mark.parametrize(
    ("handed", "to"),
    [
        ("وسلمت النرويج أمس ردها على رسالة السويد إلى السفير السويدي في أوسلو.", "state:SWE"),
        ("وقالت وكالة الأنباء إن الوفد غادر أوسلو أمس.", "state:SWE igo:EU"),
    ],
)
def test_a_reply_is_to_whom_it_was_handed_before_all_whom_it_blames(handed: str, to: str) -> None:
    blames = (
        'وأهم ما جاء في الرد النرويجي أن "النشاط المتزايد للسويد والاتحاد الأوروبي في البحر '
        'يثير القلق في الوقت الذي يتم فيه تجاهل مصالحنا".'
    )
    items = ("رفع القيود عن الصيد.", "لا خطط لإغلاق الموانئ.")
    told = sides("ar", "أوسلو ترد على مقترحات الصيد", f"{handed}\n\n{blames}", *items)
    assert told == [("state:NOR", to)] * 2


def test_an_official_who_was_named_in_full_speaks_for_his_party_by_his_name() -> None:
    before = (
        "استدعى مسؤول الصيد النرويجي لارس هانسن الصحفيين إلى الميناء."
        '\n\nوكان الوزير السويدي قد قال قبل سفره إن الدنماركيين "أرادوا رفع الرسوم".'
        "\n\nوقرأ هانسن بيانا مقتضبا، موجها كلامه إلى الجانب السويدي:"
    )
    items = ("لن نقبل إغلاق الجسر.", "نعرض فتح الميناء.")
    told = sides("ar", "السويد تروي نسختها من فشل المحادثات", before, *items)
    assert told == [("state:NOR", "state:SWE")] * 2


def test_a_resolution_is_of_the_council_and_not_of_the_whole_organisation() -> None:
    title = "مجلس الأمن يتبنى قرارا بشأن السويد"
    before = "وقال مندوب الأمم المتحدة في النرويج إن الوضع صعب.\n\nوالقرار:"
    items = ("يطالب السويد بفتح الجسر", "يدعو السويد إلى الحوار")
    assert sides("ar", title, before, *items) == [("igo:UNSC", "state:SWE")] * 2


SHARED = "وقعت غانا وتوغو يوم الأحد بيانا مشتركا.\n\nوتعهد البلدان بما يلي:"
APART = "نشرت وزارة الخارجية الغانية ورقة عن الوضع في مالي.\n\nوتقترح أكرا في الورقة:"
STRANGERS = (
    "عقد ائتلاف من أحزاب المعارضة في البرتغال مؤتمرا صحفيا.\n\nويطالب الائتلاف الحكومة بما يلي:"
)
NATIONALS = "نشرت السفارة الغانية في توغو تنبيها.\n\nوجاء في التنبيه الموجه إلى المواطنين الغانيين:"
ORDERED = (
    "أمرت محكمة العدل الدولية غانا بتدابير في القضية التي رفعتها توغو وتتهمها فيها بقتل الصيادين."
    "\n\nوأيد معظم القضاة الأمر. وتلت رئيسة المحكمة المنطوق:"
)


@pytest.mark.parametrize(
    ("title", "before", "items", "told"),
    [
        (
            "غانا وتوغو توقعان بيانا",
            SHARED,
            ("تفتح غانا معابرها كلها", "خفض الرسوم"),
            [("state:GHA", "state:TGO"), ("state:GHA state:TGO", "")],
        ),
        (
            "أكرا تكشف موقفها من الأزمة في مالي",
            APART,
            ("وقف القتال", "استئناف الحوار"),
            [("state:GHA", "")] * 2,
        ),
        (
            "المعارضة البرتغالية تمهل الحكومة",
            STRANGERS,
            ("رفع الحظر", "الإفراج عن المعتقلين"),
            [("", "state:PRT")] * 2,
        ),
        (
            "السفارة الغانية في لومي تدعو رعاياها إلى المغادرة",
            NATIONALS,
            ("لا تسافروا ليلا", "احجزوا مقاعدكم سريعا"),
            [("state:GHA", "")] * 2,
        ),
        (
            "العدل الدولية تأمر غانا بتدابير",
            ORDERED,
            ("منع قتل الصيادين", "السماح بدخول المساعدات"),
            [("igo:ICJ", "state:GHA")] * 2,
        ),
    ],
)
def test_parties_of_an_arabic_list(
    title: str, before: str, items: tuple[str, ...], told: Sides
) -> None:
    assert sides("ar", title, before, *items) == told
