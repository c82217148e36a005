"""From an exercise, answers and a length to a script: the lines of a sit in the person's words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from mindful.exercises import choosing, rules, slots
from mindful.exercises.answers import Answers
from mindful.exercises.choosing import Draft
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.estimate import sentences
from mindful.exercises.layout import Layout, lay
from mindful.exercises.model import Density, Exercise
from mindful.exercises.script import Bells, Script, ScriptLine, ScriptPhase
from mindful.exercises.timeline import RATE, Cue

SILENCE_RULE = "silence"
"""The rule an exercise is exempt from whose silences have no cap: timer, sleep, paced breath."""

NAME_APART = rules.NAME_APART + 30.0
"""Seconds between names as they are chosen: announcements and real clips still shift lines."""


def compose(
    exercise: Exercise,
    answers: Answers,
    minutes: int,
    density: Density = Density.FULL,
    seed: int = 0,
    spoken: Sequence[Cue] = (),
    bells: Bells | None = None,
) -> Script:
    """Choose the lines of a sit and put the person's words into them.

    Pure: the same arguments give the same script.

    Args:
        exercise: what to sit with.
        answers: what the person said of themselves.
        minutes: length, within what the exercise offers.
        density: how much of the guidance is spoken.
        seed: chooses among equal alternatives.
        spoken: ``say`` cues of this sit so far. They stay word for word, are never repeated,
            and count against the mentions of name and feeling.
        bells: strikes, where they differ from the exercise's own.

    Raises:
        ExerciseTrouble: ``length-out-of-range`` with ``asked``, ``least``, ``longest``.
    """
    check_length(exercise, minutes)
    said = {cue.line: cue for cue in spoken}
    allowed = list(choosing.drafts(exercise, answers, minutes, seed))
    reached = max((draft.order for draft in allowed if draft.key in said), default=0)
    allowed = [draft for draft in allowed if draft.key in said or draft.order > reached]
    candidates = choosing.ranked(exercise, allowed, minutes, said)
    lines = choosing.chosen(exercise, candidates, minutes, density)
    wording = _Wording(exercise, answers, said, seed)
    bare = Script(
        exercise=exercise.id,
        minutes=minutes,
        density=density,
        seed=seed,
        pace=exercise.pace,
        phases=tuple(
            ScriptPhase(
                name=phase.name,
                share=phase.share,
                kind=phase.kind,
                longest=phase.longest,
                pattern=phase.pattern,
            )
            for phase in exercise.phase
        ),
        lines=tuple(wording.bare(lines)),
        reserve=tuple(wording.reserve(_reserve(candidates, lines, density))),
        bells=bells or own_bells(exercise),
        capped=density in {Density.FULL, Density.SOME} and SILENCE_RULE not in exercise.exempt,
    )
    layout = lay(bare, lambda line: line.frames(exercise.pace))
    return msgspec.structs.replace(bare, lines=tuple(wording.final(lines, bare, layout)))


def check_length(exercise: Exercise, minutes: int) -> None:
    """Refuse a length that the exercise does not offer.

    Raises:
        ExerciseTrouble: ``length-out-of-range`` with ``title``, ``asked``, ``least``, ``longest``.
    """
    offered = exercise.minutes
    if not offered.least <= minutes <= offered.longest:
        raise ExerciseTrouble(
            "length-out-of-range",
            title=exercise.title,
            asked=minutes,
            least=offered.least,
            longest=offered.longest,
        )


def own_bells(exercise: Exercise) -> Bells:
    """The strikes that an exercise has of itself."""
    every = max((phase.every for phase in exercise.phase), default=0)
    return Bells(closing=Bells().closing if exercise.closing else 0, every=every)


def _reserve(candidates: Sequence[Draft], lines: Sequence[Draft], density: Density) -> list[Draft]:
    if density not in {Density.FULL, Density.SOME}:
        return []
    taken = {draft.key for draft in lines}
    spare = [draft for draft in candidates if draft.key not in taken]
    return sorted(spare, key=lambda draft: (draft.rank, draft.order))


class _Wording:
    """How the drafts of one sit become words."""

    def __init__(
        self, exercise: Exercise, answers: Answers, said: Mapping[str, Cue], seed: int
    ) -> None:
        self.answers = answers
        self.said = said
        self.quiet = exercise.quiet
        # Not cryptography, as in `choosing.drafts`; a stream of its own for announcements.
        draw = random.Random(f"{exercise.id}/{seed}/quiet")  # noqa: S311
        self.first = draw.sample(self.quiet.first, len(self.quiet.first))
        self.cues = draw.sample(self.quiet.cues, len(self.quiet.cues))

    def bare(self, drafts: Sequence[Draft]) -> Iterator[ScriptLine]:
        """The lines without names, each announcing a silence that may announce one.

        Laid out, they show which silences will be long.
        """
        for draft, feeling in zip(drafts, self._feeling_uses(drafts), strict=True):
            yield self._line(draft, feeling=feeling, announces=self._may_announce(draft))

    def reserve(self, drafts: Sequence[Draft]) -> Iterator[ScriptLine]:
        """Lines for need: the feeling is not named, and no silence announced."""
        for draft in drafts:
            yield self._line(draft)

    def final(self, drafts: Sequence[Draft], bare: Script, layout: Layout) -> Iterator[ScriptLine]:
        """The lines as they will be said, laid out before as `layout`."""
        silence = {
            line.key: layout.silence_after(index) / RATE
            for index, (line, _, _) in enumerate(layout.lines)
        }
        named = self._named(drafts, layout)
        cues = self._announcements()
        for draft, feeling in zip(drafts, self._feeling_uses(drafts), strict=True):
            long = silence.get(draft.key, 0.0) > rules.ANNOUNCED_ABOVE
            announces = bare.capped and long and self._may_announce(draft)
            yield self._line(
                draft,
                feeling=feeling,
                name=draft.key in named,
                cue=next(cues, "") if announces else "",
                announces=announces,
            )

    def _line(
        self,
        draft: Draft,
        *,
        feeling: bool = False,
        name: bool = False,
        cue: str = "",
        announces: bool = False,
    ) -> ScriptLine:
        text = slots.fill(draft.words, self.answers, feeling=feeling, name=name)
        text = f"{text} {cue}".rstrip()
        private = slots.is_private(draft.words, self.answers, feeling=feeling, name=name)
        if draft.key in self.said:
            text, private = self.said[draft.key].text, self.said[draft.key].private
            announces = text.endswith((*self.quiet.first, *self.quiet.cues))
        return ScriptLine(
            key=draft.key,
            text=text,
            phase=draft.phase,
            order=draft.order,
            rank=draft.rank,
            pause=draft.line.pause,
            share=draft.line.share,
            cap=draft.line.cap,
            stance=draft.line.stance,
            announces=announces,
            private=private,
        )

    # Feeling and name

    def _feeling_uses(self, drafts: Sequence[Draft]) -> list[bool]:
        """For each draft, whether the feeling is called by its word: twice in a sit."""
        left = rules.FEELING_WORDS
        uses = []
        for draft in drafts:
            use = left > 0 and slots.names_feeling(draft.words)
            left -= use
            uses.append(use)
        return uses

    def _named(self, drafts: Sequence[Draft], layout: Layout) -> set[str]:
        """Keys of the lines that say the name: at most three, five minutes apart."""
        if not self.answers.name:
            return set()
        calling = {draft.key for draft in drafts if slots.says_name(draft.words)}
        mentions = [
            cue.start / RATE for cue in self.said.values() if f", {self.answers.name}" in cue.text
        ]
        named = set()
        for line, start, _ in layout.lines:
            at = start / RATE
            apart = all(abs(at - other) >= NAME_APART for other in mentions)
            free = line.key in calling and line.key not in self.said
            if free and apart and len(mentions) < rules.NAME_TIMES:
                mentions.append(at)
                named.add(line.key)
        return named

    # Silence

    def _may_announce(self, draft: Draft) -> bool:
        """A line of three sentences or one with a short silence of its own stays as it is."""
        line = draft.line
        roomy = line.cap is None or line.cap > rules.ANNOUNCED_ABOVE
        short = len(sentences(draft.words)) <= 2
        return bool(self.quiet.cues) and roomy and short and line.stance != "contact"

    def _announcements(self) -> Iterator[str]:
        """The first silence in so many words, the later ones by short cues in turn."""
        told = any(cue.text.endswith(tuple(self.quiet.first)) for cue in self.said.values())
        if self.first and not told:
            yield self.first[0]
        while self.cues:
            yield from self.cues
