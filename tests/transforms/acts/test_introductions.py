"""Lists whose introduction tells what they are of: violations, conditions, rumours, things."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in
from tests.transforms.acts.test_statements import DEEDS, told

_BEFORE = "وتحدثت النرويج عن السويد يوم الأحد."


@pytest.mark.parametrize(
    "introduction",
    [
        "وأحصت البعثة النرويجية في تقريرها جملة خروقات نسبتها إلى السويد:",
        "ووثقت النرويج في مذكرتها تجاوزات تقول إن السويد ارتكبتها:",
        "ورصدت النرويج انتهاكات قالت إنها من فعل السويد:",
        "ومن الانتهاكات التي سجلتها النرويج على السويد:",
        "وأوردت النرويج مخالفات تنسبها إلى السويد:",
    ],
)
def test_violations_that_somebody_lists_are_accusations(introduction: str) -> None:
    items = ("تمزيق الشباك ليلا", "احتجاز بحار مدة أسبوعين", "نهب مخزن السمك في الميناء")
    acts = told(introduction, items, title="النرويج: السويد خرقت اتفاق الصيد", before=_BEFORE)
    assert acts == [("accusation", "NOR", "SWE")] * 3


@pytest.mark.parametrize(
    "introduction",
    [
        "وقال الوزير النرويجي إن فتح الميناء مشروط بأن:",
        "وكتبت النرويج أن عودتها إلى الاتفاق مرهونة بما يلي:",
        "وأبلغت النرويج السويد أن التوقيع متوقف على أن:",
        "وتربط النرويج توقيعها بثلاثة أمور:",
        "ولن توقع النرويج الاتفاق ما لم:",
    ],
)
def test_what_something_depends_on_is_demanded(introduction: str) -> None:
    items = ("تعاد الشباك المصادرة", "يفتح الممر الغربي", "تسحب الزوارق")
    assert told(introduction, items, before=_BEFORE) == [("demand", "NOR", "SWE")] * 3


@pytest.mark.parametrize(
    "introduction",
    [
        "وسئلت الوزيرة عن كل خبر، فجاء جوابها كما يلي:",
        "وأوضحت الوزارة ما يأتي:",
        "وقالت الوزيرة النرويجية:",
        "والحقيقة بحسب الوزارة هي:",
        "وردت الوزيرة على ذلك بالآتي:",
    ],
)
def test_below_a_title_that_denies_rumours_each_is_denied(introduction: str) -> None:
    items = (
        "لا خطة لإغلاق الميناء",
        "الأنباء عن مرض الملك من نسج الخيال",
        "لم تطلب أوسلو زوارق",
        "غير صحيح أن الخزينة فارغة",
    )
    title = "النرويج: لا صحة لأربع شائعات عن الميناء"
    acts = told(introduction, items, title=title, before="وتداولت الصحف ذلك يوم الأحد.")
    assert acts == [("denial", "NOR", "")] * 4


@pytest.mark.parametrize(
    "introduction",
    [
        "وتعد بريطانيا مواطنيها، إن نجحت الخطة، بـ:",
        "ووعدت بريطانيا الناخبين بما هو آت:",
        "وعرضت بريطانيا ما يلي:",
        "وأعلن الوزير البريطاني ما هو آت:",
    ],
)
def test_what_is_offered_to_voters_is_promised(introduction: str) -> None:
    items = ("بناء ألف منزل", "خمسون قطارا جديدا", "خفض الضريبة")
    acts = told(introduction, items, title="بريطانيا تكشف خطتها", before="وانتهى اللقاء مساء.")
    assert acts == [("promise", "GBR", "")] * 3


@pytest.mark.parametrize(
    "introduction",
    [
        "ومما قاله الوزير النرويجي في كلمته:",
        "وهذا بعض ما قالته النرويج في الجلسة:",
        "وتوزعت محاور كلمته بين هذه العناوين:",
        "ومما ورد في الكلمة:",
        "وفي ما يأتي أبرز العبارات التي قالها:",
    ],
)
def test_sayings_are_what_their_words_make_of_them(introduction: str) -> None:
    items = ("النرويج لم تغلق الممر يوما", "على السويد أن تسحب زوارقها", "لن نوقع هذه الورقة")
    before = "وألقى الوزير النرويجي كلمته يوم الأحد."
    acts = told(introduction, items, title="النرويج ترد على السويد", before=before)
    assert acts == [(kind, "NOR", "SWE") for kind in ("denial", "demand", "refusal")]


@pytest.mark.parametrize(
    "introduction",
    [
        "ورقة النقابة:",
        "وعلق الصيادون على الرصيف ما يطلبونه:",
        "ما الذي سيعيد الصيادين إلى زوارقهم؟",
        "وتلا النقيب على الحاضرين هذه السطور:",
        "ولن يعود الصيادون إلى البحر قبل أن يروا:",
    ],
)
def test_all_that_a_union_lists_is_wanted_where_most_of_it_is_put_as_deeds(
    introduction: str,
) -> None:
    items = ("رفع الأجور", "علاوة تصرف في الربيع", "لا خصم من الرواتب", "محاسبة مدير الميناء")
    acts = told(introduction, items, title="إضراب الصيادين", before="وأضرب الصيادون يوم الأحد.")
    assert acts == [("demand", "", "")] * 4


@pytest.mark.parametrize(
    "introduction",
    [
        "وسرد الوزير ما ستقدم عليه بلاده:",
        "وقال إن النرويج ستلجأ حينها إلى:",
        "وتلا الوزير قائمة بما ينوي البرلمان القيام به:",
    ],
)
def test_what_whoever_threatened_will_do_is_threatened(introduction: str) -> None:
    items = ("مراجعة اتفاق الصيد", "طرد زوارق السويد من الخليج", "رفع رسوم المرور")
    before = "وتوعدت النرويج السويد برد قاس."
    acts = told(introduction, items, title="النرويج تهدد السويد", before=before)
    assert acts == [("threat", "NOR", "SWE")] * 3


@pytest.mark.parametrize(
    ("expected", "item"),
    [
        ("threat", "من يقترب من شباكنا سيندم على ذلك"),
        ("threat", "كل زورق يعبر الخط سيصادر"),
        ("threat", "التحذير من أن الممر قد يغلق"),
        ("promise", "نحن مستعدون لإعادة الشباك"),
        ("promise", "نعرض لقاء في الميناء"),
        ("accusation", "ما تفعله السويد هو تدمير للمصائد"),
        ("appeal", "نأمل أن تفتح السويد الممر"),
        ("demand", "يقرر أن يغلق الممر"),
        ("denial", "لسنا مسؤولين عن الحريق"),
        ("denial", "ما قيل عن الزوارق كذب"),
        ("denial", "الحكومة لم تتلق أي طلب"),
        ("denial", "لا أحد من جنودنا عبر الخط"),
        ("accusation", "السويد لم تف بوعودها"),
        ("accusation", "المشكلة في السويد لا فينا"),
        ("refusal", "موقفنا ثابت ولن يتغير"),
        ("threat", "صبرنا ينفد"),
        ("threat", "الخطوة المقبلة ستكون أقسى"),
        ("demand", "نريد جدولا زمنيا"),
        ("demand", "المطلوب انسحاب كامل"),
    ],
)
def test_the_first_words_of_an_item_tell_what_it_is(expected: str, item: str) -> None:
    acts = told("وتضمن الرد النرويجي النقاط التالية:", (item, "تسليم خرائط المصائد"))
    assert acts[0] == (expected, "NOR", "SWE")


def test_whom_an_item_asks_is_addressed() -> None:
    items = ("الطلب إلى الدنمارك إرسال مراقبين", "تسليم خرائط المصائد")
    acts = told("وتضمن الرد النرويجي النقاط التالية:", items)
    assert acts == [("appeal", "NOR", "DNK"), ("demand", "NOR", "SWE")]


@pytest.mark.parametrize(
    "introduction",
    [
        "وبعد ساعات من النقاش صدر قرار جاء فيه أن المجلس:",
        "وفي ختام الجلسة قرر المجلس الوزاري:",
        "وقال القادة في بيانهم:",
        "واتفق المجتمعون على البنود الآتية:",
        "وهذه قرارات القمة:",
        "ثم صدر القرار، ومنه:",
        "والقرار:",
    ],
)
def test_what_a_meeting_decides_is_of_the_organisation_that_met(introduction: str) -> None:
    items = ("يدين إغلاق الممر السويدي", "يطالب السويد بفتح الممر", "يرفض رسوم المرور")
    acts = told(
        introduction,
        items,
        title="وزراء الخارجية يختتمون اجتماع القاهرة",
        before="واختتم مجلس جامعة الدول العربية أعماله مساء.",
    )
    assert {issuers for _, issuers, _ in acts} == {"LAS"}


def test_before_whom_conditions_are_put_is_addressed() -> None:
    title = "النرويج تضع ثلاثة شروط أمام السويد"
    acts = told("واستقبل الوزير النرويجي مبعوثا.", DEEDS, title=title, before="ووصل مبعوث.")
    assert acts[-3:] == [("demand", "NOR", "SWE")] * 3


@pytest.mark.parametrize(
    ("expected", "introduction"),
    [
        ("promise", "والتزمت النرويج في الخطة بما يلي:"),
        ("promise", "ومن تعهدات الوزير النرويجي:"),
        ("promise", "وقدمت النرويج تنازلات:"),
        ("threat", "وإذا لم تستجب السويد فإن النرويج ستقدم على:"),
        ("threat", "وتشمل العقوبات التي تلوح بها النرويج:"),
        ("threat", "وحذرت النرويج من أن ردها سيشمل:"),
        ("accusation", "وتأخذ النرويج على السويد:"),
        ("accusation", "وعددت النرويج مآخذها على السويد:"),
        ("refusal", "وخطوط النرويج الحمراء هي:"),
        ("refusal", "وحددت النرويج ما لا يمكن أن تقبل به:"),
        ("refusal", "وتعترض النرويج على البنود الآتية:"),
        ("refusal", "وأبدت النرويج اعتراضها على:"),
    ],
)
def test_introductions_of_all_types(expected: str, introduction: str) -> None:
    items = ("إقامة قاعدة في الشمال", "تقسيم المصائد")
    acts = told(introduction, items, title="النرويج تخاطب السويد", before=_BEFORE)
    assert [act[:2] for act in acts] == [(expected, "NOR")] * 2


_THINGS = ("سحب زوارق الدورية", "لجنة مشتركة للمصائد", "إعادة فتح الميناء")


@pytest.mark.parametrize(
    "introduction",
    [
        "وأضاف الوزير النرويجي:",
        "وتتألف الورقة النرويجية من ثلاث فقرات، وهذه هي:",
    ],
)
def test_a_thing_among_deeds_is_demanded_too(introduction: str) -> None:
    assert told(introduction, _THINGS) == [("demand", "NOR", "SWE")] * 3


@pytest.mark.parametrize(
    "title",
    ["كيف تعمل لجنة المصائد في السويد؟", "النرويج والسويد: كم سفينة في الميناء؟"],
)
def test_below_a_title_that_asks_how_a_thing_works_nothing_is_demanded(title: str) -> None:
    introduction = "وعلى كل دولة أن تجتاز الخطوات التالية:"
    items = ("تقديم طلب مكتوب", "دفع رسم سنوي", "توقيع الملحق")
    assert told(introduction, items, title, _BEFORE) == []


@pytest.mark.parametrize(
    "introduction", ["مطالب النرويج من السويد في سطور:", "وكتبت النرويج المطالب بالترتيب، وهي:"]
)
def test_demands_that_are_named_are_no_facts_in_whatever_order(introduction: str) -> None:
    assert [kind for kind, *_ in told(introduction, DEEDS, before=_BEFORE)] == ["demand"] * 3


def test_a_list_that_nothing_introduces_is_what_the_title_says() -> None:
    title = "شروط النرويج للسويد لفتح الميناء"
    items = ("الشباك القديمة كلها", "خمسون زورقا", "مقعد في مجلس المصائد")
    told_of = told("ووزعت الأوراق على الحاضرين مساء:", items, title, _BEFORE)
    assert [kind for kind, *_ in told_of] == ["demand"] * 3


@pytest.mark.parametrize(
    "introduction",
    [
        "ولوحت النرويج بخطوات ضد السويد، من جملتها:",
        "وهددت النرويج السويد بخطوات، في مقدمتها:",
    ],
)
def test_deeds_behind_a_threat_are_threatened(introduction: str) -> None:
    items = ("وقف رحلات العبارة", "إغلاق الميناء الغربي", "تعليق الحوار بين الوزارتين")
    assert [kind for kind, *_ in told(introduction, items)] == ["threat"] * 3


def test_what_somebody_shall_commit_itself_to_is_wanted() -> None:
    introduction = "وتدعو النرويج السويد إلى التقيد بالتزامات، هي:"
    items = ("الممر الغربي للجميع", "شباك مرقمة", "تقاسم السمك")
    assert [kind for kind, *_ in told(introduction, items, before=_BEFORE)] == ["appeal"] * 3


def test_what_is_wanted_or_else_is_demanded() -> None:
    introduction = "وأمام السويد، في رأي النرويج، ثلاثة أمور، وإلا أغلق الميناء:"
    items = ("أن تعيد الشباك", "أن تفتح الممر", "أن تسحب الزوارق")
    assert [kind for kind, *_ in told(introduction, items)] == ["demand"] * 3


def test_a_deed_laid_upon_somebody_is_demanded() -> None:
    items = (*DEEDS[:2], "على السلطات السويدية الإفراج عن البحارة")
    assert told("وأضاف الوزير النرويجي:", items)[-1:] == [("demand", "NOR", "SWE")]


@pytest.mark.parametrize(
    ("introduction", "kind"),
    [
        ("وعابت النرويج على السويد:", "accusation"),
        ("وكالت الوزيرة النرويجية للسويد التهم، وهي:", "accusation"),
        ("ولاءات النرويج للسويد هذه المرة:", "refusal"),
        ("ولعودة النرويج إلى الاتفاق مع السويد ثمن:", "demand"),
        ("وقدمت النرويج إلى السويد سلسلة من التطمينات:", "promise"),
        ("ووجهت النرويج إلى السويد تمنيات ثلاثة:", "appeal"),
    ],
)
def test_words_of_lists_tell_the_type(introduction: str, kind: str) -> None:
    items = ("ضعف الرقابة في الميناء", "بطء السفن", "كثرة الشباك")
    assert [one for one, *_ in told(introduction, items, before=_BEFORE)] == [kind] * 3


_AGREED = "واتفقت النرويج والسويد مساء الأحد على تسوية."
_DEEDS = ("فتح الممر الغربي", "سحب الزوارق", "إعادة الشباك المصادرة")


@pytest.mark.parametrize(
    "introduction",
    [
        "وأهم ما توافق عليه الطرفان:",
    ],
)
def test_what_a_deal_lays_down_is_promised_by_those_who_made_it(introduction: str) -> None:
    acts = told(introduction, _DEEDS, title="نهاية نزاع الصيد", before=_AGREED)
    assert acts == [("promise", "NOR SWE", "")] * 3


@pytest.mark.parametrize(
    "introduction",
    [
        "ولن تسحب النرويج زوارقها إلا متى تحقق ما يأتي:",
        "وقالت النرويج إن العودة إلى الاتفاق غير واردة إلا إذا:",
    ],
)
def test_what_something_is_refused_until_is_demanded(introduction: str) -> None:
    kinds = {kind for kind, _, _ in told(introduction, _DEEDS, before=_BEFORE)}
    assert kinds == {"demand"}


@pytest.mark.parametrize(
    ("kind", "introduction"),
    [
        ("accusation", "واتهمت النرويج السويد بما يلي:"),
        ("appeal", "واقترحت النرويج على السويد:"),
        ("appeal", "وطلبت النرويج من السويد:"),
        ("demand", "ماذا طلبت النرويج من السويد؟"),
    ],
)
def test_a_list_is_what_its_introduction_does(kind: str, introduction: str) -> None:
    acts = told(introduction, _DEEDS, title="نزاع الصيد", before=_BEFORE)
    assert acts == [(kind, "NOR", "SWE")] * 3


@pytest.mark.parametrize(
    "introduction",
    [
        "وبدأ تطبيق القيود الآتية:",
        "وأقدمت النرويج على خطوات عدة، منها:",
        "وتنصح هيئات الحماية المدنية بما يلي:",
    ],
)
def test_what_is_done_already_and_advice_are_no_acts(introduction: str) -> None:
    assert told(introduction, _DEEDS, title="نزاع الصيد", before=_BEFORE) in (
        [],
        [("", "", "")] * 3,
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("من السويد:", "ومن الدنمارك:"),
        ("للسويد:", "وللدنمارك:"),
        ("إلى ستوكهولم:", "وإلى كوبنهاغن:"),
        ("على الجانب السويدي:", "على الجانب الدنماركي:"),
        ("## من السويد", "## ومن الدنمارك"),
    ],
)
def test_parts_of_a_list_are_each_to_whom_they_name(first: str, second: str) -> None:
    items = ("فتح المعبر قبل الصيف", "إعادة الشباك المصادرة")
    introduction = "وتفصل الورقة ما تريده النرويج من جيرانها:"
    part = f"{introduction}\n\n{first}\n\n- {items[0]}\n\n- {items[1]}\n\n{second}"
    acts = told(part, items, title="النرويج تكشف ورقتها", before="ووصل الوزير يوم الأحد.")
    assert acts[-2:] == [("demand", "NOR", "DNK")] * 2


@pytest.mark.parametrize(
    "introduction",
    [
        "ويتضمن القانون المعدل البنود التالية:",
        "وبحسب خبراء في الملاحة، تتلخص السيناريوهات في الآتي:",
        "أما الشروط المطلوبة للحصول على التأشيرة فهي:",
        "وتجري الزيارة، وفق الرئاسة النرويجية، على النحو الآتي:",
        "ويتيح التطبيق الجديد لمستخدميه ما يأتي:",
        "وتوقع التقرير لسكان الساحل ما يلي:",
        "ويشترط في المتقدم:",
    ],
)
def test_what_a_law_a_thing_or_an_expert_contains_is_no_demand(introduction: str) -> None:
    story = f"وزير الصيد النرويجي يزور مرفأ بيرغن\n\n{introduction}\n\n"
    items = "- رفع الرسوم على السفن\n- منع الصيد ليلا\n- سيتم فتح المرفأ في مايو"
    assert acts_in(f"{story}{items}", "ar", "bullet") == []


def test_a_law_in_the_title_does_not_make_facts_of_what_is_demanded() -> None:
    title = "القانون الجديد للصيد يثير غضب النرويج"
    story = f"{title}\n\nوهذه مطالب النرويج من السويد:\n\n- رفع الرسوم على السفن\n- سحب القانون"
    acts = acts_in(story, "ar", "bullet")
    assert [(act.type, act.issuers, act.addressees) for act in acts] == [
        ("demand", ("state:NOR",), ("state:SWE",))
    ] * 2


def test_a_list_is_to_the_only_other_party_above_it() -> None:
    story = "قال وزير الصيد النرويجي إنه نفذ ما عليه ويبقى دور السويد."
    items = "- رفع الرسوم على السفن\n- إعادة الشباك"
    wanted = f"وربط الوزير العودة بخطوتين:\n\n{items}"
    acts = acts_in(f"النرويج ترد\n\n{story}\n\n{wanted}", "ar", "bullet")
    assert [(act.issuers, act.addressees) for act in acts] == [(("state:NOR",), ("state:SWE",))] * 2


def test_what_is_promised_of_others_is_not_promised_to_them() -> None:
    story = "وهذا ما ستفعله النرويج في العام الأول:\n\n- إعادة السويديين إلى بلادهم\n- فتح المرفأ"
    acts = acts_in(f"النرويج تعد\n\n{story}", "ar", "bullet")
    assert [(act.type, act.addressees) for act in acts] == [("promise", ())] * 2


def parties(story: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Who issues the items of an Arabic list, and to whom they are."""
    acts = acts_in(story, "ar", "bullet")
    return {(act.issuers, act.addressees) for act in acts}


@pytest.mark.parametrize(
    "story",
    [
        # a movement before a colon is no place
        "حماس: هذه شروطنا لإسرائيل\n\nوجاء في الرسالة:",
        # whoever only reports what was said is not whose list it is
        "لقاء في القاهرة\n\nوذكرت الهيئة أن حركة حماس أجابت إسرائيل بهذه الشروط:",
    ],
)
def test_whose_list_it_is_by_the_words_around(story: str) -> None:
    items = "- رفع الحصار\n- فتح المعابر"
    assert parties(f"{story}\n\n{items}") == {(("group:hamas",), ("state:ISR",))}


def test_nobody_asks_himself_what_a_letter_asks_of_him() -> None:
    story = "وجهت السويد إلى النرويج رسالة.\n\nوتطلب الرسالة من الحكومة النرويجية ما يأتي:\n\n"
    found = parties(f"نزاع الصيد\n\n{story}- رفع الرسوم\n- فتح المعابر")
    assert found == {(("state:SWE",), ("state:NOR",))}


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("threat", "من يقترب من مياهنا سيندم"),
        ("accusation", "حكومة السويد تقطع الطريق على السفن"),
    ],
)
def test_what_an_item_of_a_reply_is_by_its_subject(kind: str, item: str) -> None:
    story = f"النرويج ترد على السويد\n\nوجاء في الرد النرويجي على السويد:\n\n- {item}\n- رفع الرسوم"
    assert [act.type for act in acts_in(story, "ar", "bullet")] == [kind, "demand"]


def test_conditions_of_a_party_are_demands_though_they_are_of_a_law() -> None:
    story = "Norway sets conditions\n\nNorway's conditions for the fisheries law are:"
    acts = acts_in(f"{story}\n\n- Lift the fees on boats\n- Release of seized nets", "en", "bullet")
    assert [(act.type, act.issuers) for act in acts] == [("demand", ("state:NOR",))] * 2


_FACTS = {
    "en": (
        "Oslo accuses Sweden of theft.",
        "- Lift the fees on boats\n- Release of seized nets\n- Open the port",
    ),
    "fr": (
        "Oslo accuse la Suède de vol.",
        "- Supprimer la taxe sur les bateaux\n- Restitution des filets\n- Ouvrir le port",
    ),
    "es": (
        "Oslo acusa a Suecia de robo.",
        "- Eliminar la tasa a los barcos\n- Devolución de las redes\n- Abrir el puerto",
    ),
    "de": (
        "Oslo verlangt von Schweden eine Antwort.",
        "- Abschaffung der Hafengebühr\n- Freigabe der Fangquoten\n- Schließung des Kais im Mai",
    ),
    "ru": (
        "Норвегия потребовала от Швеции ответа.",
        "- Отмена портового сбора\n- Снятие квот на треску\n- Закрытие причала в мае",
    ),
    "tr": (
        "Norveç, İsveç'ten yanıt talep etti.",
        "- Liman harcının kaldırılması\n- Balık kotasının artırılması\n- İskelenin kapatılması",
    ),
    "uk": (
        "Норвегія вимагає від Швеції відповіді.",
        "- Скасування портового збору\n- Зняття квот на тріску\n- Закриття причалу в травні",
    ),
}
"""What somebody demands above a list, and items that name deeds, by language."""


def of_deeds(language: str, introduction: str) -> set[str]:
    """The types of the acts of a list of deeds below some words, and below a demand."""
    told_before, items = _FACTS[language]
    story = f"{told_before}\n\n{told_before}\n\n{introduction}\n\n{items}"
    return {act.type for act in acts_in(story, language, "bullet")}


@pytest.mark.parametrize(
    ("language", "introduction"),
    [
        ("en", "The fisheries bill contains the following provisions:"),
        ("en", "Applicants for the permit must meet these conditions:"),
        ("en", "Economists point to the following steps:"),
        ("en", "The priorities of the week are as follows:"),
        ("en", "Among the key commitments in the company's plan:"),
        ("fr", "Voici ce que contient la loi sur la pêche:"),
        ("fr", "Les conditions à remplir par les candidats sont les suivantes:"),
        ("fr", "Les spécialistes retiennent les causes suivantes:"),
        ("fr", "Les priorités inscrites à l'ordre du jour sont:"),
        ("fr", "Les objectifs du constructeur sont les suivants:"),
        ("es", "La ley de pesca contempla lo siguiente:"),
        ("es", "Los aspirantes deben cumplir las siguientes condiciones:"),
        ("es", "Los requisitos del visado son estos:"),
        ("es", "Las prioridades de la semana son:"),
        ("es", "Según los analistas, los escenarios son los siguientes:"),
        ("de", "Das Fischereigesetz enthält folgende Maßnahmen:"),
        ("de", "Kernpunkte der Strategie des Fischhändlers sind:"),
        ("de", "Autofahrer müssen am Kai einiges beachten:"),
        ("de", "Meeresforscher nennen diese Ursachen:"),
        ("ru", "Закон о рыболовстве содержит следующие меры:"),
        ("ru", "По мнению океанологов и экономистов, причины таковы:"),
        ("ru", "Требования к заявителю опубликованы на сайте порта:"),
        ("ru", "Стратегия порта предусматривает следующие пункты:"),
        ("tr", "Yeni balıkçılık kanunu şunları öngörüyor:"),
        ("tr", "Uzmanlar bunun nedenlerini şöyle açıklıyor:"),
        ("tr", "İmzalanan metin şu hususları içeriyor:"),
        ("uk", "Закон про рибальство містить такі пункти:"),
        ("uk", "На думку експертів, причини такі:"),
        ("uk", "Вимоги до заявника такі:"),
    ],
)
def test_what_things_contain_is_no_demand(language: str, introduction: str) -> None:
    assert of_deeds(language, introduction) == set()


@pytest.mark.parametrize(
    ("language", "introduction"),
    [
        ("de", "Oslos Forderungen zum Fischereigesetz an Schweden:"),
        ("de", "Wegen des Gesetzes muss Schweden:"),
        ("ru", "Требования Норвегии к Швеции по закону о рыболовстве:"),
        ("tr", "Norveç'in balıkçılık kanunu için talepleri şöyle:"),
        ("uk", "Вимоги Норвегії до Швеції щодо закону про рибальство:"),
    ],
)
def test_what_is_demanded_of_things_still_is(language: str, introduction: str) -> None:
    assert of_deeds(language, introduction) == {"demand"}


def test_the_united_states_are_no_provinces() -> None:
    story = "واشنطن ترد على طهران\n\nوجاء في رد الولايات المتحدة على إيران:"
    acts = acts_in(f"{story}\n\n- رفع القيود عن السفن\n- فتح المعابر", "ar", "bullet")
    assert [(act.type, act.issuers) for act in acts] == [("demand", ("state:USA",))] * 2


def test_what_a_verb_of_saying_follows_is_not_what_is_listed() -> None:
    items = ("لن نسحب الزوارق.", "سنفتح الميناء أمام الصيادين.")
    acts = told('"القرار السويدي اعتداء على النرويج"، وأضافت النرويج:', items)
    assert [kind for kind, _, _ in acts] == ["refusal", "promise"]


@pytest.mark.parametrize("people", ["المحتجون", "النقابات", "المعتصمون"])
def test_who_strikes_or_protests_is_no_party(people: str) -> None:
    acts = told(f"ويتمسك {people} بما يلي:", _DEEDS, before="ردت النرويج على الإضراب.")
    assert {issuers for _, issuers, _ in acts} == {""}


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("promise", "نضمن سلامة البحارة جميعا."),
        ("promise", "نحن مستعدون لفتح الميناء."),
        ("threat", "كل من يقترب من الجزيرة هدف لنا."),
    ],
)
def test_an_item_among_demands_is_what_its_form_tells(kind: str, item: str) -> None:
    acts = told("وهذه مطالب النرويج من السويد:", (*_DEEDS[:2], item))
    assert [act[0] for act in acts] == ["demand", "demand", kind]


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("denial", "لا يوجد أي سجين لدينا."),
        ("appeal", "الدعوة إلى رفع القيود عن الصيد."),
        ("accusation", "أنتم من أغرق الزورق ليلا."),
    ],
)
def test_an_item_of_a_reply_opens_with_what_it_is(kind: str, item: str) -> None:
    acts = told("وجاء في رد النرويج على السويد:", (*_DEEDS[:2], item))
    assert acts[-1][0] == kind
