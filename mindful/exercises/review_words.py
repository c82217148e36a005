"""Rules on the words of an exercise file, whatever sit is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from mindful.exercises import slots
from mindful.exercises.answers import Answers
from mindful.exercises.compose import SILENCE_RULE
from mindful.exercises.estimate import sentences
from mindful.exercises.feelings import Feeling, Place, Vocabulary
from mindful.exercises.model import Exercise

Fault = tuple[str, str]
"""Where in the file, as loading names it (``phase[0].line[2].say``), and what is wrong there."""

LONGEST_SENTENCE = 20
AVERAGE_SENTENCE = 12
SENTENCES_A_LINE = 3
PARTICIPLES_BELOW = 0.4
LEAST_CUES = 8
CUES_FROM = 13
"""Minutes from which a silence may pass a minute, so that cues are needed."""

_BANNED = re.compile(
    r"\b(relax\w*|calm down|let(?:ting)? go|just|try|tries|trying|should|surrender\w*|deeper"
    r"|empty (?:your|the) mind|you(?: are|['’]re) safe)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(you(?: will|['’]ll) (?:feel|be(?!gin)|become|find peace)|(?:will|can) (?:heal|cure|calm)"
    r"|makes? you (?:calm|feel)|guarantee\w*|it will pass|goes away)\b",
    re.IGNORECASE,
)
_DIGGING = re.compile(
    r"\b(childhood|when you were (?:small|little|young|a child)|think back|in your past"
    r"|where (?:it|this) (?:comes|came) from|your fault)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(you (?:might|may|could)|if you (?:like|want|wish)|perhaps|maybe|possibly)\b", re.IGNORECASE
)
_NOUN_IN_ING = (
    "anything|beginning|being|breathing|bring|building|ceiling|clothing|during|evening|everything"
    "|feeling|meeting|morning|nothing|sing|something|spring|string|thing"
)
_PARTICIPLE = re.compile(rf"\b(?!(?:{_NOUN_IN_ING})\b)[a-z]{{2,}}ing\b", re.IGNORECASE)
_COUNTED = r"\{(?:this-feeling|some-feeling|the-place)\}"
_NUMBER = re.compile(
    rf"{_COUNTED} (?:is|isn['’]t|are|was|were|has|have|does|do)\b"
    rf"|\b(?:does|(?:how|where|what) (?:is|are)) {_COUNTED}|(?:^|[.?!] )(?:is|are) {_COUNTED}",
    re.IGNORECASE,
)
_MISJOINED = re.compile(r"  |\s[,.?!]|[,.?!]{2}|\b(\w+) \1\b", re.IGNORECASE)


class Text(msgspec.Struct, frozen=True):
    """One wording that may be spoken, and where it stands in the file."""

    place: str
    words: str


def spoken_texts(exercise: Exercise) -> Iterator[Text]:
    """Every alternative of every line, in order."""
    for number, phase in enumerate(exercise.phase):
        for index, line in enumerate(phase.line):
            for words in line.alternatives:
                yield Text(f"phase[{number}].line[{index}].say", words)


def all_texts(exercise: Exercise) -> Iterator[Text]:
    """What is spoken, announcements of silence included."""
    yield from spoken_texts(exercise)
    yield from (Text("quiet.first", words) for words in exercise.quiet.first)
    yield from (Text("quiet.cues", words) for words in exercise.quiet.cues)


def banned(exercise: Exercise, _: Vocabulary) -> Iterator[Fault]:
    """Words that command an inner state."""
    yield from _matches(exercise, _BANNED, "says “{}”, which is banned")


def promise(exercise: Exercise, _: Vocabulary) -> Iterator[Fault]:
    """Words that promise calm, safety or a cure."""
    yield from _matches(exercise, _PROMISE, "“{}” promises what nobody can")


def digging(exercise: Exercise, _: Vocabulary) -> Iterator[Fault]:
    """Words that dig for memories, or blame."""
    yield from _matches(exercise, _DIGGING, "“{}” digs for the past or blames")


def you_are(exercise: Exercise, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Nobody is their feeling: "you are anxious", or "you are" before a slot for it."""
    words = "|".join(re.escape(feeling.adjective) for feeling in vocabulary.feeling)
    felt = rf"(?:(?:so|very|a little) )?(?:{words}|\{{[a-z-]*feeling[a-z-]*\}})"
    pattern = re.compile(rf"\byou(?: are|['’]re) {felt}(?!\w)", re.IGNORECASE)
    yield from _matches(exercise, pattern, "“{}” makes the person the feeling")


def _matches(exercise: Exercise, pattern: re.Pattern[str], reason: str) -> Iterator[Fault]:
    for text in all_texts(exercise):
        for match in pattern.finditer(text.words):
            yield text.place, reason.format(match[0])


def sentence_limits(exercise: Exercise, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Short enough to follow by ear, with the longest words of the lists in their slots."""
    wordy = Answers(
        feelings=(max(vocabulary.feeling, key=lambda felt: len(felt.noun.split())),),
        places=(max(vocabulary.place, key=lambda place: len(place.within.split())),),
    )
    counts: list[int] = []
    for text in spoken_texts(exercise):
        spoken = sentences(slots.fill(text.words, wordy))
        if len(spoken) > SENTENCES_A_LINE:
            yield text.place, f"has {len(spoken)} sentences; at most {SENTENCES_A_LINE} in a line"
        for sentence in spoken:
            counts.append(len(sentence.split()))
            if counts[-1] > LONGEST_SENTENCE:
                too_long = f"{counts[-1]} words in “{sentence}”; at most {LONGEST_SENTENCE}"
                yield text.place, too_long
    average = sum(counts) / max(1, len(counts))
    if average > AVERAGE_SENTENCE:
        yield "", f"sentences have {average:.1f} words on average; at most {AVERAGE_SENTENCE}"


def one_hedge(exercise: Exercise, _: Vocabulary) -> Iterator[Fault]:
    """An invitation said once is an invitation; said twice it is doubt."""
    for text in spoken_texts(exercise):
        for sentence in sentences(text.words):
            found = [match[0] for match in _HEDGE.finditer(sentence)]
            if len(found) > 1:
                yield text.place, f"hedges a sentence twice: {', '.join(found)}"


def participles(exercise: Exercise, _: Vocabulary) -> Iterator[Fault]:
    """Line after line of "noticing …, feeling …" is the sing-song of the trade."""
    texts = [text.words for text in spoken_texts(exercise)]
    having = [words for words in texts if _PARTICIPLE.search(words)]
    if texts and len(having) >= PARTICIPLES_BELOW * len(texts):
        yield "", f"{len(having)} of {len(texts)} lines have a participle; under 40 %"


def slots_read_well(exercise: Exercise, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Right for every listed word, for two of them, for the person's own, and for none."""
    everybody = list(_everybody(vocabulary))
    for text in spoken_texts(exercise):
        if "{" not in text.words:
            continue
        number = _NUMBER.search(text.words)
        if number:
            yield text.place, f"“{number[0]}” is wrong for two feelings or a plural place"
        for answers in everybody:
            filled = slots.fill(text.words, answers)
            wrong = _MISJOINED.search(filled)
            if wrong or not filled[:1].isupper():
                yield text.place, f"reads badly when filled: “{filled}”"
                break


def _everybody(vocabulary: Vocabulary) -> Iterator[Answers]:
    own_feeling = Feeling(adjective="heavy", noun="", own=True)
    own_place = Place(name="left knee", within="", the="", own=True)
    feelings: list[Sequence[Feeling]] = [(felt,) for felt in (*vocabulary.feeling, own_feeling)]
    places: list[Sequence[Place]] = [(place,) for place in (*vocabulary.place, own_place)]
    phrase = "I can begin again"
    yield Answers(phrase=phrase)
    yield Answers(
        feelings=vocabulary.feeling[:2], places=vocabulary.place[:2], name="Ada", phrase=phrase
    )
    yield from (Answers(feelings=tuple(felt), phrase=phrase) for felt in feelings)
    yield from (Answers(places=tuple(place), phrase=phrase) for place in places)


def openings(exercise: Exercise, _: Vocabulary) -> Iterator[Fault]:
    """The words heard most often have at least two wordings."""
    for number, phase in enumerate(exercise.phase[:1]):
        for index, line in enumerate(phase.line[:1]):
            if len(line.alternatives) < 2:
                yield f"phase[{number}].line[{index}].say", "an opening needs two wordings"


def announcements(exercise: Exercise, _: Vocabulary) -> Iterator[Fault]:
    """Long silences can be announced: once in so many words, then by varied short cues."""
    quiet = exercise.quiet
    long = exercise.minutes.longest >= CUES_FROM and SILENCE_RULE not in exercise.exempt
    if long and (not quiet.first or len(set(quiet.cues)) < LEAST_CUES):
        yield "quiet", f"needs a first announcement and {LEAST_CUES} different cues"
    for words in quiet.first:
        if len(sentences(words)) != 1:
            yield "quiet.first", "is one sentence, for it follows up to two others"
    for words in quiet.cues:
        if not 2 <= len(words.split()) <= 5:
            yield "quiet.cues", f"“{words}” is not two to five words"
