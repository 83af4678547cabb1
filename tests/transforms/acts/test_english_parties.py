"""Who acts towards whom in an English sentence: passives, adverbials, members of movements."""

import pytest

from tests.transforms.acts.test_english_news import acts


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # what is due from whoever stands behind "by"
        (["demand PER > CHL"], "A road must be opened by Chile, Peru's president said."),
        (["accusation GHA > TGO"], "According to Ghana, the gunmen had been armed by Togo."),
        (["demand PER > CHL"], "Chile must leave the port by Friday, Peru's president said."),
        # a participle with "by" behind it is a passive
        (["appeal GHA > TGO"], "Togo urged by Ghana to free the crew"),
        (["appeal TGO > GHA"], "Togo urged Ghana to free the crew"),
        (["demand TGO > GHA"], "Togo demanded by letter that Ghana return the plane."),
        # an adverbial with a noun tells what its sentence is
        (["refusal MLT > ITA"], "Malta, in a rejection of Italian pleas, closed its ports."),
        (
            ["threat HTI > CUB", "demand HTI > CUB"],
            "With a barely veiled threat to use force, Haiti's leaders told Cuba to leave.",
        ),
        # the members of a movement act for it, its victims do not
        (["demand hamas > ISR"], "Hamas militants demanded the release of the sailors by Israel."),
        (["demand  > ISR"], "Hamas victims demanded justice from Israel on Sunday."),
        # whoever is told what is said, with an office before him
        (
            ["demand  > NLD"],
            "There can be no normal ties, Javanese veterans told the envoy of the Netherlands.",
        ),
        # the subject behind the comma, past another act
        (
            ["refusal PER > ", "promise CHL > "],
            "Rejecting a truce offered by Chile, Peru kept its ships at sea.",
        ),
    ],
)
def test_parties(expected: list[str], text: str) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["threat GHA > TGO"], "Ghana said it would shut the border if Togo fired again."),
        (["threat GHA > TGO"], "Ghana will take up arms again unless Togo honours the accord."),
        (["threat GHA > TGO"], "Ghana tells Togo: pull back or lose access to the port"),
        (["threat GHA > TGO"], "Ghana hinted darkly that Togolese ports were next."),
        (["refusal GHA > TGO"], "Ghana would not even look at a map drawn by Togo."),
        (["refusal GHA > TGO"], "Ghana sent the Togolese envoys packing."),
        (["refusal GHA > TGO"], "Ghana shot down yet another Togolese peace formula."),
        (["accusation GHA > TGO"], "Ghana pinned the bombing of the bridge on Togo."),
        (["accusation GHA > TGO"], "Ghana branded Togo a nest of smugglers."),
        (["accusation GHA > TGO"], "It is Togo that has been wrecking the reef, Ghana said."),
        (["accusation GHA > TGO"], "Togo accused of hiding gunmen by Ghana"),
        ([], "Ghana pinned its hopes on Togo."),
        ([], "Ghana called Togo a friend."),
        ([], "Ghana will run out of water unless it rains in Togo."),
        ([], "Ghana closed the border with Togo for the holiday."),
        ([], "Ghana turned to Togo in the 80th minute."),
        ([], "It was Togo that won the match, Ghana said."),
    ],
)
def test_wording(expected: list[str], text: str) -> None:
    assert acts(text) == expected


def test_who_is_urged_by_the_way_acts_himself() -> None:
    assert acts("Togo, urged by Mali to act, accused Ghana of raids.")[-1] == "accusation TGO > GHA"


def test_what_somebody_rejects_may_be_anothers() -> None:
    assert acts("The union was dealt a blow in a rejection of its treaty by Ireland.") == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # what commas part from the verb has no subject
        (["refusal GHA > MLI"], "Ghana, which borders Togo, rejected a Malian proposal."),
        (["refusal GHA > MLI"], "Ghana, backed by Togo, rejected a Malian proposal."),
        (
            ["accusation TGO > GHA", "denial GHA > TGO"],
            "Ghana, accused by Togo of arming the rebels, rejected the charge.",
        ),
        (["refusal  > MLI"], "The miners, some from Togo, a neighbour, rejected a Malian plan."),
        # but an office may be named there
        (["refusal CHN > MLI"], "China's foreign minister, Wang Bo, rejected a Malian proposal."),
        # a relative is whoever stands before it
        (
            ["refusal GHA > TGO", "threat TGO > GHA"],
            "Ghana rejected a proposal by Togo, which warned of a war.",
        ),
        # what is asked of one in the same breath is not who goes on
        (
            ["appeal TGO > GHA", "refusal GHA > TGO"],
            "Ghana said it was considering a request by Togo but would not send troops.",
        ),
        # a noun with its article parts no clause
        (["refusal GHA > TGO"], "Ghana balked at an order by Togo to leave."),
        # the leader of an opposition speaks for it
        (
            ["demand bangladeshi_opposition > "],
            "Bangladeshi opposition leader Khaleda Zia demanded that a vote be held.",
        ),
        # those of a movement, but not of a state
        (["refusal renamo > MLI"], "Renamo rebels rejected a Malian proposal."),
        # the government of the state that is told of first, without its name
        (["demand  > GHA"], "Nurses in Ghana marched to demand more pay from the government."),
        (["accusation  > GHA"], "Nurses in Ghana accused the government of lying."),
        (["demand  > "], "Nurses marched to demand more pay from the government, Ghana said."),
        # a strike on a condition
        (
            ["threat  > GHA"],
            "Unions in Ghana warned they would strike unless the government raises their pay.",
        ),
        # what a quote is about
        (["refusal GHA > TGO"], '"Not an inch will be ceded," Ghana said of a plan by Togo.'),
        (["refusal GHA > "], '"Not an inch will be ceded," Ghana said as rain fell in Togo.'),
        # who says so stands between commas
        (
            ["demand IRQ > IRN"],
            "Iraq's foreign minister, Hoshyar Zebari, said Iran must stop at the border.",
        ),
        (["demand IRQ > IRN"], "Iran must stop, said Iraq's minister, Hoshyar Zebari, on Monday."),
        # "without borders" negates nothing
        (["accusation  > TGO"], "Doctors Without Borders denounced the raid by Togo."),
    ],
)
def test_clauses_beside_the_verb(expected: list[str], text: str) -> None:
    assert acts(text) == expected
