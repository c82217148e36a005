"""How the drafts of one sit become words: slots, mentions, and announcements of silence."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from mindful.exercises import rules, slots
from mindful.exercises.answers import Answers
from mindful.exercises.drafting import Draft
from mindful.exercises.estimate import line_frames, listed_frames, listed_sentences
from mindful.exercises.layout import Layout
from mindful.exercises.model import Exercise, PhaseKind
from mindful.exercises.quiet import in_frames
from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.timeline import RATE, Cue

NAME_APART = rules.NAME_APART + 30.0
"""Seconds between names as they are chosen: announcements and real clips still shift lines."""


class Mention(NamedTuple):
    """A draft, whether it calls the feeling by its word, and which phrase is its turn."""

    draft: Draft
    feeling: bool = False
    turn: int = 0


class Saying:
    """The words of one sit.

    Args:
        exercise: whose lines they are.
        answers: what slots take up.
        said: cues of the lines that were said already, by key: they stay word for word.
        seed: chooses among announcements.
    """

    def __init__(
        self, exercise: Exercise, answers: Answers, said: Mapping[str, Cue], seed: int
    ) -> None:
        self._exercise = exercise
        self._answers = answers
        self._said = said
        self._quiet = exercise.quiet
        # Not cryptography, as in `drafting.drafts`; a stream of its own for announcements.
        draw = random.Random(f"{exercise.id}/{seed}/quiet")  # noqa: S311
        self._first = draw.sample(self._quiet.first, len(self._quiet.first))
        self._cues = draw.sample(self._quiet.cues, len(self._quiet.cues))
        self._called = f", {answers.name}"
        self._made: dict[tuple[str, bool, int], ScriptLine] = {}

    def bare(self, drafts: Sequence[Draft]) -> Iterator[ScriptLine]:
        """The lines without names, each announcing a silence that may announce one.

        Laid out, they show which silences will be long.
        """
        for mention in self._with_mentions(drafts):
            yield self._plain(mention)

    def reserve(self, drafts: Sequence[Draft]) -> Iterator[ScriptLine]:
        """Lines for need: the feeling is not named, and no silence announced."""
        for draft in drafts:
            yield _silent(self._plain(Mention(draft)))

    def final(self, drafts: Sequence[Draft], bare: Script, layout: Layout) -> Iterator[ScriptLine]:
        """The lines as they will be said, laid out before as `layout`."""
        long = {
            line.key
            for index, (line, _, _) in enumerate(layout.lines)
            if layout.silence_after(index) > in_frames(rules.ANNOUNCED_ABOVE)
        }
        named = self._named(drafts, layout)
        cues = self._announcements()
        for mention in self._with_mentions(drafts):
            draft, line = mention.draft, self._plain(mention)
            name = draft.key in named
            if draft.key in self._said:
                yield line
            elif bare.capped and line.announces and draft.key in long:
                yield self._line(mention, name=name, cue=next(cues, ""), announces=True)
            else:
                yield self._line(mention, name=True) if name else _silent(line)

    def _plain(self, mention: Mention) -> ScriptLine:
        """A line without name and announcement, made once."""
        made = (mention.draft.key, mention.feeling, mention.turn)
        if made not in self._made:
            announces = self._may_announce(mention.draft)
            self._made[made] = self._line(mention, announces=announces)
        return self._made[made]

    def _line(
        self, mention: Mention, *, name: bool = False, cue: str = "", announces: bool = False
    ) -> ScriptLine:
        draft, feeling, turn = mention
        words = draft.words
        if draft.key in self._said:
            text, private = self._said[draft.key].text, self._said[draft.key].private
            announces = text.endswith((*self._quiet.first, *self._quiet.cues))
        else:
            text = slots.fill(words, self._answers, feeling=feeling, name=name, turn=turn)
            text = f"{text} {cue}" if cue else text
            private = slots.is_private(words, self._answers, feeling=feeling, name=name)
        named = bool(self._answers.name) and self._called in text
        plain = slots.fill(words, self._answers, feeling=False, name=False, turn=turn)
        return ScriptLine(
            key=draft.key,
            text=text,
            again=plain,
            phase=draft.phase,
            order=draft.order,
            rank=draft.rank,
            pause=draft.line.pause,
            share=draft.line.share,
            cap=draft.line.cap,
            stance=draft.line.stance,
            announces=announces,
            private=private,
            named=named,
            frames=(listed_frames if text == words else line_frames)(text, self._exercise.pace),
        )

    # Feeling, phrase and name

    def _with_mentions(self, drafts: Sequence[Draft]) -> Iterator[Mention]:
        """Each draft with what it mentions: the feeling's word twice in a sit; phrases go round."""
        left, turn = rules.FEELING_WORDS, 0
        for draft in drafts:
            if "{" not in draft.words:
                yield Mention(draft)
                continue
            feeling = left > 0 and slots.names_feeling(draft.words)
            left -= feeling
            yield Mention(draft, feeling, turn)
            turn += slots.says_phrase(draft.words)

    def _named(self, drafts: Sequence[Draft], layout: Layout) -> set[str]:
        """Keys of the lines that say the name: at most three, five minutes apart."""
        if not self._answers.name:
            return set()
        calling = {draft.key for draft in drafts if slots.says_name(draft.words)}
        mentions = [cue.start / RATE for cue in self._said.values() if self._called in cue.text]
        named = set()
        for line, start, _ in layout.lines:
            at = start / RATE
            apart = all(abs(at - other) >= NAME_APART for other in mentions)
            free = line.key in calling and line.key not in self._said
            if free and apart and len(mentions) < rules.NAME_TIMES:
                mentions.append(at)
                named.add(line.key)
        return named

    # Silence

    def _may_announce(self, draft: Draft) -> bool:
        """A line of three sentences or one with a short silence of its own stays as it is.

        So does one before a page of writing: what follows it is no silence.
        """
        line = draft.line
        if not self._quiet.cues or line.stance == "contact":
            return False
        roomy = line.cap is None or line.cap > rules.ANNOUNCED_ABOVE
        writing = self._exercise.phase[draft.phase].kind is PhaseKind.WRITE
        return roomy and not writing and listed_sentences(draft.words) <= 2

    def _announcements(self) -> Iterator[str]:
        """The first silence in so many words, the later ones by short cues in turn."""
        told = any(cue.text.endswith(tuple(self._quiet.first)) for cue in self._said.values())
        if self._first and not told:
            yield self._first[0]
        while self._cues:
            yield from self._cues


def _silent(line: ScriptLine) -> ScriptLine:
    """The line as one that announces no silence."""
    return msgspec.structs.replace(line, announces=False) if line.announces else line
