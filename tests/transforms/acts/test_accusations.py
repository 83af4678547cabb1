"""Accusations: who blames whom, and what is only told by the way."""

import pytest

from tests.conftest import acts_in


def found(text: str) -> list[str]:
    """The accusations of a text: issuers and addressees, without their kinds."""
    return [
        f"{' '.join(act.issuers)}>{' '.join(act.addressees)}".replace("state:", "")
        for act in acts_in(text, "ar")
        if act.type == "accusation"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "وخرجت مظاهرات في فرنسا احتجاجا على الضرائب.",
        "وكان الكاتب منتقدا معروفا لروسيا.",
        "دعت فرنسا شركات ضالعة في هذا القطاع إلى التعاون مع ألمانيا.",
        "وتواجه الحكومة الفرنسية انتقادات شديدة بسبب الضرائب.",
        "وسخر الكاتب من كثرة الجسور في فرنسا.",
        "واشتكى السكان من ضعف الرواتب في فرنسا.",
    ],
)
def test_what_is_told_by_the_way_accuses_nobody(text: str) -> None:
    assert found(text) == []


def test_a_party_that_complains_accuses() -> None:
    assert found("وتشكو فرنسا من نقص التضامن.") != []
    assert found("قالت فرنسا إن ألمانيا نشرت قوات في مخالفة واضحة للاتفاق.") != []


@pytest.mark.parametrize(
    "text",
    [
        "نسبت كندا مسؤولية الحريق إلى هولندا.",
        "وجه الوزير الكندي، قبل سفره، نقدا شديدا إلى هولندا.",
        "شبه الوزير الكندي حكومة هولندا بالعصابات.",
        "دان الوزير الكندي أمس قرار هولندا.",
        "وتهجم الوزير الكندي في كلمته على هولندا.",
        "هاجم الوزير الكندي هولندا قائلا إنها تأخرت.",
        "وكانت كندا قد اشتكت أن هولندا أغلقت الميناء.",
    ],
)
def test_there_are_many_verbs_of_blame(text: str) -> None:
    assert found(text) == ["CAN>NLD"]


@pytest.mark.parametrize(
    ("accusation", "text"),
    [
        (["CAN>NLD"], "وقال الوزير الكندي إن حكومة هولندا كان يجب أن تعتذر."),
        (["CAN>NLD"], "وقال الوزير الكندي إنه كان ينبغي على هولندا أن تعتذر."),
        ([], "وكان يجب على هولندا أن تنتظر."),
        ([], "وقال الوزير الكندي إنه كان يجب أن يسافر."),
    ],
)
def test_what_should_have_been_done_is_blame_of_somebody(accusation: list[str], text: str) -> None:
    assert found(text) == accusation


@pytest.mark.parametrize(
    "said",
    [
        "إن هولندا تضر بمصالح بلاده.",
        "إن هولندا تلعب لعبة خطيرة.",
        "إن هولندا حولت الميناء إلى معسكر.",
        "إن قرار هولندا في غير محله.",
        "إن هولندا هي المسؤولة في النهاية عن الحريق.",
    ],
)
def test_words_of_blame_from_a_party_accuse(said: str) -> None:
    assert found(f"وقال الوزير الكندي {said}") == ["CAN>NLD"]


def test_quoted_words_that_open_with_blame_accuse_somebody() -> None:
    assert found('قال وزير الخارجية الفرنسي: "إنها إهانة".') == ["FRA>"]


def test_regret_in_quotation_marks_is_no_less_an_accusation() -> None:
    assert found('عبرت كندا عن "خيبة أملها" إزاء القرار الأمريكي.') == ["CAN>USA"]
    assert found("عبرت كندا عن قلقها إزاء القرار الأمريكي.") == []


def test_a_party_beside_the_noun_accuses_where_it_is_not_said_of_what() -> None:
    assert found("أثارت اتهامات موسكو لكييف جدلا واسعا.") == ["RUS>UKR"]


@pytest.mark.parametrize(
    ("accusation", "text"),
    [
        (["TUR>NLD"], 'وصف الرئيس التركي هولندا بأنها "مستنقع لا قاع له".'),
        (["CAN>USA"], 'وصفت كندا الرسوم الأمريكية الجديدة بأنها "ليست مفيدة" لأحد.'),
        (["CAN>"], "وصفت كندا، في كلمة ألقاها وزيرها قبل يومين، المهرجان بأنه كان كارثة."),
        ([], 'وصف الرئيس التركي هولندا بأنها "شريك مهم" لبلاده.'),
        ([], 'وصفت كندا المهرجان بأنه "مستنقع لا قاع له".'),
        ([], "وصفت كندا الطريق إلى ألمانيا."),
    ],
)
def test_what_a_party_calls_another_is_bad_unless_it_is_praise(
    accusation: list[str], text: str
) -> None:
    assert found(text) == accusation


def test_the_subject_of_a_verb_behind_that_is_behind_it_too() -> None:
    text = "وجاء طرد الكنديين بعد أن اتهمت الحكومة الهولندية أوسلو بالتزوير."
    assert found(text) == ["NLD>NOR"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana broke off ties with Togo, which it accuses of raids in Benin."),
        ("es", "Ghana suspendió los contactos con Togo, al que acusó de ataques en Benín."),
        ("fr", "Le Ghana a rompu avec le Togo, à qui il reproche des attaques au Bénin."),
        ("pt", "O Gana rompeu com o Togo, a quem acusa de ataques no Benim."),
    ],
)
def test_what_a_relative_tells_of_a_party_is_towards_it(language: str, text: str) -> None:
    (act,) = acts_in(text, language)
    assert (act.type, act.issuers, act.addressees) == ("accusation", ("state:GHA",), ("state:TGO",))


def test_words_quoted_behind_an_accusation_go_on_with_it() -> None:
    opens = "اتهمت كندا هولندا بتأخير السفن.\n\n"
    long = '"السفن تنتظر هناك منذ أيام طويلة ولا أحد يفتح لها الطريق إلى البحر"'
    acts = acts_in(f"{opens}وأضاف الوزير {long}.", "ar")
    assert [(act.type, act.issuers, act.addressees) for act in acts[1:]] == [
        ("accusation", ("state:CAN",), ("state:NLD",))
    ]
    assert (acts[1].cue_start, acts[1].inherited) == (14, False)  # where the quote begins
    assert found(f'{opens}وأضاف الوزير "السفن تنتظر".') == ["CAN>NLD"]
    assert found(f"{opens}وقالت فرنسا {long}.") == ["CAN>NLD"]
    assert found(f"{opens}وصل الوفد.\n\nوأضاف الوزير {long}.") == ["CAN>NLD"]
    assert found(f"{opens}- {long}.\n- وصل الوفد.") == ["CAN>NLD"]  # no paragraph


def test_somebody_who_is_no_party_blames_a_party_in_quoted_words() -> None:
    assert found('وقال ناشط في المدينة "إن هولندا دمرت كل البيوت هنا".') == [">NLD"]
    assert found('وقال ناشط في المدينة "إن هذا القرار الهولندي جائر".') == [">NLD"]


@pytest.mark.parametrize(
    ("accusations", "text"),
    [
        ([">"], "نددت الجمعية بالقرار."),
        ([">"], "استنكر الكاتب هذا الصمت."),
        ([], "سخر الكاتب من الصمت."),
        (["CAN>NLD"], "وتحدثت كندا، متهمة هولندا بالتأخر."),
        ([], "وهي متهمة بالتأخر."),
    ],
)
def test_verbs_of_blaming_need_no_party(accusations: list[str], text: str) -> None:
    assert found(text) == accusations


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["denial NLD>CAN", "accusation CAN>NLD"], "نفت هولندا اتهامات كندا بتأخير السفن."),
        (["denial NLD>"], "نفت هولندا الاتهامات بتأخير السفن."),
    ],
)
def test_accusations_that_somebody_denies_are_those_of_a_party(
    expected: list[str], text: str
) -> None:
    told = [
        f"{act.type} {' '.join(act.issuers)}>{' '.join(act.addressees)}".replace("state:", "")
        for act in acts_in(text, "ar")
    ]
    assert told == expected


def test_what_must_not_happen_blames_nobody() -> None:
    assert found("قالت كندا إن هولندا تمول الإرهاب.") == ["CAN>NLD"]
    assert found("قالت كندا إنها تريد ألا تمول هولندا الإرهاب.") == []
