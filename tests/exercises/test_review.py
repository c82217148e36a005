"""Each rule of the review finds what it is for, and a sound exercise passes them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from mindful.exercises.feelings import Vocabulary
from mindful.exercises.loading import load
from mindful.exercises.review import RULE_NAMES, SIT_RULES, WORD_RULES, Finding, Review, review

SOUND = """\
id = "small"
title = "Small"
group = "steady"
purpose = "A small one."
unvoiced = [[5, 0.65]]
asks = ["feeling", "place", "name"]

[minutes]
least = 5
suggested = 5
longest = 5

[[phase]]
name = "Arrive"
share = 50

[[phase.line]]
core = true
say = [
    "Your eyes can be open or closed{name}. You can stop at any time, at your own wish.",
    "Have your eyes closed or open{name}. It is fine to stop whenever you want to.",
]

[[phase.line]]
core = true
say = "Choose an anchor for this time. Your hands will do, or the sounds that reach this room."

[[phase.line]]
core = true
stance = "contact"
say = "You might turn towards {this-feeling} for a moment. See what it is like {in-place} today."

[[phase.line]]
core = true
stance = "anchor"
pause = 5
say = "Come back to your hands, as they rest. You can also stop here, and look around the room."

[[phase]]
name = "Stay"
share = 30

[[phase.line]]
core = true
say = "One hand has a weight, and the other one too. You could compare them for a little while."

[[phase.line]]
core = true
say = "Whatever sound is nearest to you may be the easiest. Follow it for as long as it lasts."

[[phase.line]]
core = true
say = "The day goes on outside this room without you. It can do so for a few minutes more."

[[phase.line]]
core = true
say = "There may be thoughts about what comes after this. They can wait, and so can you."

[[phase.line]]
core = true
say = "Look for a colour that you like, if your eyes are open. With closed eyes, wait for the dark."

[[phase]]
name = "Close"
share = 20

[[phase.line]]
core = true
say = "Hear what there is to hear around you. In your own time, look at the room again."

[[phase.line]]
core = true
say = "Thank yourself for these five minutes. Go gently into whatever comes next for you today."
"""

HANDS = "One hand has a weight, and the other one too. You could compare them for a little while."
NEAREST = "Whatever sound is nearest to you may be the easiest. Follow it for as long as it lasts."
AT_LAST = 'say = "Thank yourself for these five minutes.'
LAST_LINE = SOUND[: SOUND.index(AT_LAST)].count("\n") + 1


def reviewed(folder: Path, vocabulary: Vocabulary, text: str) -> Review:
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return review(load(path), vocabulary, text)


def found(folder: Path, vocabulary: Vocabulary, text: str) -> dict[str, Finding]:
    return {each.rule: each for each in reviewed(folder, vocabulary, text).findings}


def test_a_sound_exercise_passes_every_rule(tmp_path: Path, vocabulary: Vocabulary) -> None:
    assert reviewed(tmp_path, vocabulary, SOUND) == Review(findings=())


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("banned", "You might relax your hands now, and then your feet as well."),
        ("banned", "Let go of the day, as far as it wants to be left."),
        ("banned", "You are safe here, in this room and in this chair."),
        ("promise", "Soon you will feel much better than you did before."),
        ("promise", "Breath by breath, this can heal what hurts in you."),
        ("digging", "Think back to the first time that you felt like this."),
        ("you-are", "Perhaps you are anxious as you come to the end now."),
        ("you-are", "Perhaps you're very ashamed as you come to the end now."),
        ("you-are", "Today you are {this-feeling}, and then tomorrow something else."),
        ("sentences", "One two three four. Five six seven. Eight nine ten. Eleven twelve."),
        ("sentences", " ".join(["word"] * 21) + "."),
        ("hedges", "Perhaps you might look at the room that is around you again."),
        ("slots", "Look whether {this-feeling} is here as you come back to the room."),
        ("slots", "Ask yourself how are {the-place} and the rest of you by now."),
        ("slots", "There may be a {some-feeling} {some-feeling}."),
    ],
)
def test_words_that_fall_short_are_found_at_their_line(
    tmp_path: Path, vocabulary: Vocabulary, rule: str, said: str
) -> None:
    text = SOUND[: SOUND.index(AT_LAST)] + f'say = "{said}"\n'
    if said.count("-feeling}") > 1:
        text = text.replace("{some-feeling} {some-feeling}", "small small {some-feeling}")
    finding = found(tmp_path, vocabulary, text)[rule]
    assert (finding.place, finding.line) == ("phase[2].line[1].say", LAST_LINE)
    assert finding.reason


@pytest.mark.parametrize(
    "said",
    [
        "Rest your shoulders, and adjust whatever wants to be adjusted.",
        "If you are sleepy, open the window for a while.",
        "You will hear the bell, and then this comes to its end.",
        "How is {the-place} feeling",
    ],
)
def test_words_that_only_look_alike_are_left_alone(
    tmp_path: Path, vocabulary: Vocabulary, said: str
) -> None:
    text = SOUND[: SOUND.index(AT_LAST)] + f'say = "{said}"\n'
    assert not {"banned", "promise", "you-are"} & set(found(tmp_path, vocabulary, text))


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("eyes", {" open or closed": " on one spot", " closed or open": " on one spot"}),
        (
            "anchor",
            {
                "Your hands will do, or the sounds": "The breath will do, or the words",
                "Come back to your hands": "Come back to your breath",
                "One hand has a weight, and the other": "One breath has a length, and the other",
                "Whatever sound": "Whatever colour",
                "Hear what there is to hear": "See what there is to see",
            },
        ),
        ("way-out", {"You can stop at any": "This has a", "It is fine to stop": "It is fine"}),
        ("way-out", {"core = true\nsay = [": "from = 6\nsay = ["}),
        ("way-out-twice", {"You can also stop here, and look": "Then look, with care,"}),
        ("unvoiced", {"[[5, 0.65]]": "[[5, 0.3]]"}),
        ("pace", {". ": ", "}),
        ("contact", {'stance = "anchor"\n': ""}),
        (
            "contact",
            {
                'stance = "anchor"\n': "",
                '[[phase]]\nname = "Close"': "[[phase.line]]\ncore = true\nstance = 'anchor'\n"
                "say = 'Come back now.'\n\n[[phase]]\nname = \"Close\"",
            },
        ),
        ("openings", {'    "Have your eyes': '    # "Have your eyes'}),
        ("repeats", {NEAREST: HANDS}),
        ("repeats", {NEAREST: HANDS.replace("One hand", "Each hand")}),
        ("refrains", {"core = true\nsay": "core = true\nrefrain = true\nsay"}),
        ("fits", {"core = true\nsay": "core = true\npause = 60\nsay"}),
        ("silence", {"core = true\nsay": "core = true\nfrom = 6\nsay"}),
        ("quiet", {"longest = 5": "longest = 30"}),
        ("exempt", {"[minutes]": '[exempt]\nmade-up = "a reason"\n\n[minutes]'}),
        ("exempt", {"[minutes]": '[exempt]\neyes = " "\n\n[minutes]'}),
    ],
)
def test_a_sit_that_falls_short_is_found(
    tmp_path: Path, vocabulary: Vocabulary, rule: str, changes: dict[str, str]
) -> None:
    text = SOUND
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    assert rule in found(tmp_path, vocabulary, text)


CONTACT = """\
[[phase.line]]
core = true
stance = "contact"
pause = 60
say = "Stay near to it for a moment. See what it is like, and where it is."

"""

PAGE = """\
[[phase]]
name = "Page"
share = 20
kind = "write"
prompt = "What is here?"

[[phase.line]]
core = true
stance = "contact"
pause = {pause}
say = "The page is yours now. Write what this is like for you today."

"""


@pytest.mark.parametrize(("pause", "found_at_all"), [(4, False), (60, True)])
def test_contact_ends_with_a_page_of_writing(
    tmp_path: Path, vocabulary: Vocabulary, pause: int, found_at_all: bool
) -> None:
    text = SOUND.replace("share = 50", "share = 30", 1).replace('"name"]', '"name", "writing"]')
    text = text.replace("[[5, 0.65]]", "[[5, 0.5]]").replace(" = 5\n", " = 9\n")
    at = text.index('[[phase]]\nname = "Stay"')
    page = PAGE.format(pause=pause)
    if pause > 4:
        page = page.replace("[[phase.line]]", CONTACT + "[[phase.line]]")
    text = text[:at] + page + text[at:]
    assert ("contact" in found(tmp_path, vocabulary, text)) is found_at_all


def test_lines_all_in_participles_are_found(tmp_path: Path, vocabulary: Vocabulary) -> None:
    some = SOUND.replace("Choose an", "Noticing, choose an").replace(
        "One hand", "Comparing, one hand"
    )
    assert "participles" not in found(tmp_path, vocabulary, some)
    many = some.replace(". ", ". Noticing, ")
    assert "participles" in found(tmp_path, vocabulary, many)


def test_an_exempt_rule_is_not_held_and_is_listed(tmp_path: Path, vocabulary: Vocabulary) -> None:
    short = SOUND.replace("open or closed", "on one spot").replace("closed or open", "on a spot")
    assert "eyes" in found(tmp_path, vocabulary, short)
    exempt = short.replace("[minutes]", '[exempt]\neyes = "at a page"\n\n[minutes]')
    result = reviewed(tmp_path, vocabulary, exempt)
    assert result == Review(findings=(), exemptions=(("eyes", "at a page"),))


def test_a_silence_is_announced_only_where_the_file_can(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    longer = SOUND.replace("least = 5\nsuggested = 5\nlongest = 5", "least = 20\nsuggested = 20")
    without = found(tmp_path, vocabulary, longer)
    assert {"quiet", "silence"} <= set(without)
    assert "more sits" in without["silence"].reason


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    listed = [(rule.name, rule.why) for rule in WORD_RULES]
    listed += [(rule.name, rule.why) for rule in SIT_RULES]
    assert len(dict(listed)) == len(listed) == len(RULE_NAMES)
    assert all(why for _, why in listed)
