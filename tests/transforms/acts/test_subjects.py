"""Whose the acts of Arabic sentences are that name several parties, or an office alone."""

import pytest

from tests.conftest import acts_in
from tests.transforms.acts.test_find import Short, short
from tests.transforms.acts.test_statements import told

NOR, SWE = "state:NOR", "state:SWE"


@pytest.mark.parametrize(
    "text",
    [
        "أما النرويج فدعت السويد إلى فتح الميناء.",
        "أما وزيرة الصيد النرويجية فدعت السويد إلى فتح الميناء.",
        "أما النرويج، التي تستضيف اللقاء، فدعت السويد إلى فتح الميناء.",
        "وأما أوسلو فدعت السويد إلى فتح الميناء.",
        "أغلقت النرويج القناة ودعت السويد إلى فتح الميناء.",
        "عبرت النرويج عن قلقها، ودعت ستوكهولم إلى فتح الميناء.",
    ],
)
def test_who_opens_a_sentence_asks_the_other_one(text: str) -> None:
    assert short(text, "ar") == [("appeal", NOR, SWE)]


@pytest.mark.parametrize(
    "text",
    ["وهو ما تنفيه النرويج.", "وهو ما نفته أوسلو مرارا."],
)
def test_who_stands_behind_a_verb_with_its_object_is_its_subject(text: str) -> None:
    assert short(f"اتهمت السويد النرويج بالتلكؤ. {text}", "ar")[1:] == [("denial", NOR, SWE)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("accusation", NOR, "")],
            "وفي أوسلو، اعتبر متحدث باسم الخارجية أن القرار انتهاك للقانون.",
        ),
        ([("denial", NOR, "")], "وفي أوسلو نفى متحدث باسم الحكومة وجود أي خلاف."),
        ([("denial", "", "")], "وفي أوسلو، نفى صيادون وجود أي خلاف."),
    ],
)
def test_an_officer_speaks_for_whose_capital_he_is_in(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    "text",
    [
        "قالت النرويج إن فتح القناة مرهون برفع الضريبة.",
        "قالت النرويج إن فتح القناة مشروط برفع الضريبة.",
        "قالت النرويج إن فتح القناة يتوقف على رفع الضريبة.",
        "أوسلو: فتح القناة رهن بشرطين",
        "تربط النرويج فتح القناة برفع الضريبة.",
        "عادت النرويج إلى المطالبة برفع الضريبة.",
        "تتمسك النرويج برفع الضريبة.",
    ],
)
def test_on_what_something_depends_is_demanded(text: str) -> None:
    assert [act[:2] for act in short(text, "ar")] == [("demand", NOR)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("refusal", "قالت النرويج إنها لن تسمح بصيد الليل."),
        ("refusal", "قالت النرويج إنها لن تدع أحدا يصيد ليلا."),
        ("refusal", "قالت النرويج إن الضريبة شأن داخلي."),
        ("refusal", "قالت النرويج إنها غير معنية بالاقتراح."),
        ("threat", "حذرت النرويج من أنها لن تسمح بصيد الليل."),
        ("threat", "قالت النرويج إن كل زورق هدف مشروع."),
        ("threat", "لوحت النرويج بمقاضاة الصيادين."),
        ("accusation", "سحبت النرويج سفيرها احتجاجا على الضريبة."),
    ],
)
def test_what_a_party_says_it_will_not_bear(kind: str, text: str) -> None:
    assert [act[:2] for act in short(text, "ar")] == [(kind, NOR)]


@pytest.mark.parametrize(
    "text",
    [
        "نددت النرويج بالقرار. ورفضت شرطة العاصمة التعليق.",
        "نددت النرويج بالقرار. ورفض أهل الصياد التعويض.",
        "نددت النرويج بالقرار. وتجتمع مجموعة العمل الأسبوع المقبل.",
    ],
)
def test_a_named_body_that_is_no_party_borrows_no_issuer(text: str) -> None:
    assert short(text, "ar") == [("accusation", NOR, "")]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("threat", "group:houthi"), "وهدد الحوثيون بإغراق السفن النرويجية."),
        (
            ("promise", "state:NOR state:SWE"),
            "تحاورت النرويج والسويد. واتفق البلدان على لقاء جديد.",
        ),
        (("accusation", NOR), "نددت النرويج بالقرار، واتهمت السويد بصد الزوارق."),
    ],
)
def test_who_acts_is_told_by_the_ends_of_words(expected: tuple[str, str], text: str) -> None:
    assert short(text, "ar")[-1][:2] == expected


@pytest.mark.parametrize(
    ("addressee", "text"),
    [
        ("", "نددت السفيرة النرويجية بالقرار، ودعت إلى حوار."),
        (SWE, "تحدثت النرويج عن السويد، ودعتها إلى حوار."),
        (SWE, "تحدثت النرويج عن موقف السويد، وحثتها على الحوار."),
    ],
)
def test_what_a_verb_bears_is_whom_it_is_about(addressee: str, text: str) -> None:
    assert short(text, "ar")[-1] == ("appeal", NOR, addressee)


def test_people_go_on_with_their_sentence() -> None:
    text = "نددت النرويج بالقرار. ورحب الصيادون بالخطوة، وطالبوا بخفض الضريبة."
    assert short(text, "ar") == [("accusation", NOR, ""), ("demand", "", "")]


def test_what_somebody_awaits_is_asked_of_whom_it_names() -> None:
    assert short("وتنتظر النرويج من السويد تحركا عاجلا.", "ar") == [("appeal", NOR, SWE)]
    assert short("وتنتظر النرويج من الصيادين تحركا عاجلا.", "ar") == []


def test_a_court_orders() -> None:
    for text in (
        "أمرت محكمة العدل الدولية السويد بوقف البناء.",
        "محكمة العدل الدولية تأمر السويد بوقف البناء",
    ):
        assert short(text, "ar") == [("demand", "igo:ICJ", SWE)]


@pytest.mark.parametrize(
    "introduction",
    [
        "وقالت النرويج إنها لن توقع الاتفاق قبل أن:",
        "والنرويج مستعدة للتوقيع إذا توفر ما يلي:",
    ],
)
def test_what_is_wanted_before_is_demanded(introduction: str) -> None:
    before = "طالبت النرويج السويد بالكثير."
    items = ("تسليم الزوارق", "الاحتكام إلى المحكمة", "الانسحاب من الجزيرة")
    acts = told(introduction, items, before=before)
    assert [act[:2] for act in acts] == [("demand", "NOR")] * 3


def test_a_title_tells_whose_conditions_are_listed() -> None:
    title = "بوتين: ثلاثة شروط على السويد لفتح القناة"
    acts = told("وهذه هي:", ("سحب الزوارق", "رفع الضريبة", "تسليم الشباك"), title=title)
    assert acts[-3:] == [("demand", "RUS", "SWE")] * 3


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("accusation", NOR, ""), "نددت جمعيات صيادين والنرويج بالضريبة."),
        (("threat", f"{NOR} {SWE}", ""), "توعدت دول عدة على رأسها النرويج والسويد برد قوي."),
        (("appeal", "igo:UN", SWE), "ودعت الخطة التي أقرتها الأمم المتحدة السويد إلى الحوار."),
        (("accusation", "", SWE), "واتهمت الدعوى القضائية السويد بالتلكؤ."),
        (("refusal", "", SWE), "رفض صيادو الجزيرة القرار الذي أصدرته السويد."),
    ],
)
def test_a_party_behind_others_is_a_subject_in_few_places(expected: Short, text: str) -> None:
    assert short(text, "ar") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ردت النرويج بغضب وانتقدت الاتحاد الأوروبي.",
        "ردت النرويج بغضب ونددت الرئيس السويدي.",
    ],
)
def test_a_masculine_name_is_no_subject_of_a_feminine_verb(text: str) -> None:
    assert [act[1] for act in short(text, "ar")] == [NOR]


@pytest.mark.parametrize(
    "text",
    [
        "طالب سفير النرويج بالحوار، ودعا المواطنين السويديين إلى الصبر.",
        "قالت السفيرة النرويجية إنها قلقة، ووصف الدبلوماسي فاتورة الصيد في السويد بالفضيحة.",
    ],
)
def test_whom_a_verb_stands_beside_is_not_always_its_subject(text: str) -> None:
    assert {act[1] for act in short(text, "ar")} == {NOR}


def test_an_organisation_is_no_state_told_of_before() -> None:
    before = "نددت النرويج بالقرار."
    assert short(f"{before} ودعت الوزارة إلى الحوار.", "ar")[1:] == [("appeal", NOR, "")]
    text = f'{before} وقالت المنظمة "ندعو السويد إلى الحوار".'
    assert short(text, "ar")[1:] == []


def test_groups_that_open_a_sentence_act_themselves() -> None:
    text = "نددت النرويج بالقرار. لكن جمعيات مدافعة عن الصيد ترفض الإغلاق."
    assert short(text, "ar") == [("accusation", NOR, "")]


def test_who_stands_before_a_quoted_verb_is_its_subject() -> None:
    text = 'أوضح مصدر نرويجي أن حكومة السويد "دعت بعد ذلك إلى اجتماع".'
    assert [act.issuers for act in acts_in(text, "ar")] == [(SWE,)]


@pytest.mark.parametrize("by", ["بطلب من", "تلبية لطلب من", "نزولا عند طلب"])
def test_at_whose_request_something_is_done(by: str) -> None:
    text = f"عقد مجلس الأمن اجتماعا {by} النرويج."
    assert [act[:2] for act in short(text, "ar")] == [("appeal", NOR)]


def test_the_second_noun_of_a_party_is_its_own_too() -> None:
    text = 'مضت السويد في البناء رغم تنديدات النرويج وتحذيراتها من "عواقب وخيمة".'
    assert short(text, "ar")[-1][:2] == ("threat", NOR)


@pytest.mark.parametrize(
    ("issuer", "accused", "text"),
    [
        (NOR, "state:IRN", "أوسلو تحمل إيران مسؤولية الحادث."),
        (NOR, "state:RUS state:SYR", "قالت السويد إن أوسلو تحمل روسيا وسوريا المسؤولية."),
        ("state:RUS", SWE, "حملت روسيا السويد مسؤولية الحادث."),
        (NOR, "state:IRN", 'قالت النرويج: "إيران تدعم الحوثيين".'),
    ],
)
def test_a_party_within_a_cue_gives_way_to_one_before_it(
    issuer: str, accused: str, text: str
) -> None:
    assert short(text, "ar") == [("accusation", issuer, accused)]


def test_no_woman_is_the_subject_of_a_man_s_verb() -> None:
    text = "قال وزير الخارجية النرويجي كلمته. واتهم جماعة حزب الله بقصف القناة."
    assert short(text, "ar") == [("accusation", NOR, "group:hezbollah")]
    assert short("دعا قادة النرويج السويد إلى الحوار.", "ar") == [("appeal", NOR, SWE)]


@pytest.mark.parametrize(
    ("issuer", "whom", "text"),
    [
        ("", SWE, "وكانت منظمة الصيادين طالبت السويد بفتح القناة."),
        (NOR, SWE, "وكانت النرويج طالبت السويد بفتح القناة."),
        (SWE, "", "وكانت طالبت السويد بفتح القناة."),
    ],
)
def test_who_had_asked_stands_before_the_verb(issuer: str, whom: str, text: str) -> None:
    assert short(text, "ar") == [("demand", issuer, whom)]


def test_an_officer_with_a_rank_of_two_words_speaks_for_whom_he_spoke_before() -> None:
    text = "قال المتحدث باسم الجيش النرويجي العقيد الركن تركي المالكي كلمته."
    assert short(f"{text} وقال المالكي إن على السويد فتح الميناء.", "ar") == [("demand", NOR, SWE)]


@pytest.mark.parametrize(
    "text",
    [
        "وصلت سفينة إلى السويد، التي تتهمها أوسلو بإغلاق القناة.",
        "واستقبلت فنلندا وفد السويد الذي تتهمه أوسلو بإغلاق القناة.",
        "قال الصيادون كلمتهم في السويد التي تتهمها الحكومة النرويجية بإغلاق القناة.",
        "وهي المرة الأولى التي تتهم فيها النرويج السويد بإغلاق القناة.",
    ],
)
def test_whom_a_relative_clause_has_a_pronoun_for_does_not_act_in_it(text: str) -> None:
    assert short(text, "ar") == [("accusation", NOR, SWE)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("threat", NOR, SWE),
            "ألقت النرويج منشورات في وقت مبكر من صباح اليوم تحذر فيها السويديين من الاقتراب.",
        ),
        (("demand", NOR, SWE), "تحدثت النرويج عن القناة. وطالبت السويديين بفتحها."),
        (
            ("demand", "state:SWE state:DNK", NOR),
            'وصل وزراء السويد والدنمارك أمس، وتطالبان "النرويج" بفتح القناة.',
        ),
        (
            ("demand", SWE, "igo:NATO"),
            "قال وزير الخارجية السويدي كلمته وطالب حلف شمال الأطلسي الجمعة بفتح القناة.",
        ),
        (
            ("accusation", SWE, "group:houthi"),
            "قال وزير الخارجية السويدي كلمته. واتهم ميليشيا الحوثي بإغلاق القناة.",
        ),
        (
            ("accusation", SWE, NOR),
            "قال وزير الخارجية السويدي كلمته. واتهم السلطات النرويجية بإغلاق القناة.",
        ),
        (
            ("accusation", SWE, "group:hezbollah"),
            "قال وزير الخارجية السويدي كلمته. كما اتهم أيضا جماعة حزب الله بإغلاق القناة.",
        ),
        (
            ("accusation", "", "state:QAT"),
            "انقطعت العلاقات بعدما اتهمت الدول الأربع الدوحة بدعم الصيادين.",
        ),
    ],
)
def test_case_number_and_gender_tell_an_object_from_a_subject(expected: Short, text: str) -> None:
    assert short(text, "ar")[-1] == expected


def test_who_stands_before_a_comma_is_not_the_subject_if_one_stands_behind_the_verb() -> None:
    text = "بعد القرار الذي اتخذته السويد، ترفض النرويج إغلاق القناة."
    assert short(text, "ar") == [("refusal", NOR, "")]


def test_the_country_of_the_press_is_not_who_threatens() -> None:
    text = "نقلت مصادر صحفية سويدية عن لقمان، المتحدث باسم الجيش النرويجي، أنه هدد بإغلاق القناة."
    assert short(text, "ar") == [("threat", NOR, SWE)]


def test_an_agent_behind_an_insertion_is_one_but_not_behind_another() -> None:
    (act,) = acts_in("La propuesta fue rechazada ayer, en Ginebra, por Rusia.", "es")
    assert act.issuers == ("state:RUS",)
    assert acts_in("Amenazada por la sequía, la cosecha de Malí peligra.", "es") == []
