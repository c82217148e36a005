"""The review: what a program can see of whether an exercise keeps its rules.

It looks at the words of the file, and at the sits made of them: every whole minute at full
guidance, with and without answers, and with the core lines alone. A rule that does not fit an
exercise is exempted in its file, with the reason, and the review lists it.

What it cannot see stays with people: whether the words are ours, one action a sentence, whether
the sit works across bodies and beliefs, whether it ends with kindness, how it sounds aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from mindful.exercises import review_sits as sits
from mindful.exercises import review_words as words
from mindful.exercises.answers import Answers
from mindful.exercises.feelings import Vocabulary
from mindful.exercises.locate import line_of
from mindful.exercises.model import Density, Exercise
from mindful.exercises.review_sits import Sit
from mindful.exercises.review_words import Fault


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something in an exercise that falls short.

    Attributes:
        rule: name of the rule, as an exemption names it.
        place: where in the file, such as ``phase[1].line[3].say``; empty for the whole.
        line: line of the file, from 1.
        reason: what is wrong, for the author.

    """

    rule: str
    place: str
    line: int
    reason: str


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What the review of an exercise found, and the exemptions (rule, reason) that its file has."""

    findings: tuple[Finding, ...]
    exemptions: tuple[tuple[str, str], ...] = ()


class WordRule(msgspec.Struct, frozen=True):
    """A rule on the words of a file, and why there is one."""

    name: str
    why: str
    look: Callable[[Exercise, Vocabulary], Iterator[Fault]]


class SitRule(msgspec.Struct, frozen=True):
    """A rule on a sit, and why there is one."""

    name: str
    why: str
    look: Callable[[Sit], Iterator[Fault]]


WORD_RULES = (
    WordRule("banned", "an order to relax can itself bring anxiety", words.banned),
    WordRule("promise", "nobody can promise calm or safety", words.promise),
    WordRule("you-are", "nobody is their feeling", words.you_are),
    WordRule("digging", "a voice cannot hold what memories bring up", words.digging),
    WordRule("sentences", "the ear cannot look back", words.sentence_limits),
    WordRule("hedges", "two hedges make an invitation unsure", words.one_hedge),
    WordRule("participles", "they turn speech into sing-song", words.participles),
    WordRule("slots", "a wrong ending breaks the quiet", words.slots_read_well),
    WordRule("openings", "what is heard every day needs another wording", words.openings),
    WordRule("quiet", "an unannounced silence sounds like a fault", words.announcements),
)

SIT_RULES = (
    SitRule("eyes", "closed eyes are not safe for everyone", sits.eyes_choice),
    SitRule("anchor", "breath is not neutral for everyone", sits.anchors),
    SitRule("way-out", "stopping is skilful, and has to be known from the start", sits.way_out),
    SitRule("way-out-twice", "the first is heard before it is needed", sits.way_out_twice),
    SitRule("silence", "a long silence leaves a person alone", sits.silences),
    SitRule("unvoiced", "too much talk, or too little, is another exercise", sits.unvoiced),
    SitRule("pace", "hurry in the voice is hurry in the body", sits.pace),
    SitRule("fits", "a length that is offered holds what matters", sits.fits),
    SitRule("names", "a name said often sounds like a sales call", sits.names_and_feelings),
    SitRule("contact", "nearness to pain is borne in short turns", sits.contact),
    SitRule("refrains", "a third may return; more is a slogan", sits.refrains),
    SitRule("repeats", "what was said already sounds like nobody listens", sits.repeats),
)

RULE_NAMES = frozenset(rule.name for rule in (*WORD_RULES, *SIT_RULES))


def why(rule: str) -> str:
    """Why there is the rule called `rule`, as half a sentence."""
    return {each.name: each.why for each in (*WORD_RULES, *SIT_RULES)}.get(
        rule, "an exemption names a rule and a reason"
    )


def review(
    exercise: Exercise,
    vocabulary: Vocabulary,
    source: str = "",
    lengths: Iterable[int] | None = None,
) -> Review:
    """Hold an exercise against every rule that it is not exempt from.

    Args:
        exercise: as loaded.
        vocabulary: the words that slots may take.
        source: text of its file, for line numbers; without it every finding is at line 1.
        lengths: minutes of the sits to look at; every whole minute it offers by default.

    """
    asked = _asked(exercise, vocabulary)
    offered = range(exercise.minutes.least, exercise.minutes.longest + 1)
    found = [
        *_unknown_exemptions(exercise),
        *_in_words(exercise, vocabulary),
        *_in_sits(exercise, asked, offered if lengths is None else lengths),
    ]
    findings = [
        Finding(rule=rule, place=place, line=line_of(source, place), reason=reason)
        for rule, place, reason in found
    ]
    return Review(
        findings=tuple(sorted(findings, key=lambda each: (each.line, each.rule, each.reason))),
        exemptions=tuple(exercise.exempt.items()),
    )


def _unknown_exemptions(exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    for rule, reason in exercise.exempt.items():
        if rule not in RULE_NAMES:
            known = ", ".join(sorted(RULE_NAMES))
            yield "exempt", f"exempt.{rule}", f"there is no rule {rule!r}; there are {known}"
        elif not reason.strip():
            yield "exempt", f"exempt.{rule}", "an exemption gives its reason"


def _in_words(exercise: Exercise, vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    for rule in WORD_RULES:
        if rule.name not in exercise.exempt:
            for place, reason in rule.look(exercise, vocabulary):
                yield rule.name, place, reason


def _in_sits(
    exercise: Exercise, asked: Answers, lengths: Iterable[int]
) -> Iterator[tuple[str, str, str]]:
    """What sits show, one finding a rule and place, with the number of further sits it is in."""
    found: dict[tuple[str, str], list[str]] = {}
    for sit in _sits(exercise, asked, lengths):
        for rule in SIT_RULES:
            if rule.name not in exercise.exempt:
                for place, reason in rule.look(sit):
                    found.setdefault((rule.name, place), []).append(f"{reason} ({sit.name})")
    for (rule_name, place), reasons in found.items():
        yield rule_name, place, _once(reasons)


def _once(reasons: Sequence[str]) -> str:
    return f"{reasons[0]}, and {len(reasons) - 1} more sits" if reasons[1:] else reasons[0]


def _sits(exercise: Exercise, asked: Answers, lengths: Iterable[int]) -> Iterator[Sit]:
    nobody = Answers()
    for minutes in lengths:
        # The length as seed, so that every alternative is heard at some length.
        yield sits.sit(exercise, nobody, minutes, Density.FULL, minutes)
        yield sits.sit(exercise, nobody, minutes, Density.LITTLE, minutes)
        if asked != nobody:
            yield sits.sit(exercise, asked, minutes, Density.FULL, minutes)


def _asked(exercise: Exercise, vocabulary: Vocabulary) -> Answers:
    """Somebody who answers all that the exercise asks, with the first listed words."""
    return Answers(
        feelings=vocabulary.feeling[:1] if "feeling" in exercise.asks else (),
        places=vocabulary.place[:1] if "place" in exercise.asks else (),
        name="Ada" if "name" in exercise.asks else "",
        phrase="I am allowed to rest" if "phrase" in exercise.asks else "",
    )
