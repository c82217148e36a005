"""Silences that a change makes long: each is announced, as in a sit that nobody changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from mindful.exercises.bridges import Bridges
from mindful.exercises.estimate import line_frames
from mindful.exercises.put_in import put_in
from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.whereabouts import Whereabouts

LONGER = "longer"
"""First part of the keys of lines that are put in to announce a silence."""


def announced(at: Whereabouts, bridges: Bridges) -> Script:
    """The script with words that announce the longest silence to come that nothing announces.

    A line that is still to be said gets a cue; after one that has begun another is put in. As it
    is, where all are announced, or no words may be said.

    Args:
        at: by the plan of the script that the change has given.
        bridges: words between.
    """
    silences = sorted(at.left_unannounced(), key=lambda each: each[1], reverse=True)
    said = {line.key for line in at.said}
    for line, _frames in silences:
        if line.key not in said and line.stance != "contact":
            return _with_cue(at.script, line, bridges)
        if line.key in said and not _waits(at.script, said):
            return _put_in(at, bridges)
    return at.script


def _waits(script: Script, said: Collection[str]) -> bool:
    """Whether such a line is put in already, and only finds no room."""
    return any(line.key.startswith(LONGER) and line.key not in said for line in script.lines)


def _put_in(at: Whereabouts, bridges: Bridges) -> Script:
    """Nobody is left in the silence close to a feeling: there the words lead to an anchor."""
    if not at.script.speaks_in(at.number):
        return at.script
    near = at.contact_since is not None
    words, stance = (bridges.staying_near, "anchor") if near else (bridges.longer, "")
    return put_in(at, words, LONGER, stance=stance, announces=True, share=4.0)


def _with_cue(script: Script, line: ScriptLine, bridges: Bridges) -> Script:
    every = (*script.lines, *script.reserve)
    used = sum(each.text.endswith(bridges.quiet) for each in every)
    text = f"{line.text} {bridges.quiet[used % len(bridges.quiet)]}"
    cued = msgspec.structs.replace(
        line, text=text, announces=True, frames=line_frames(text, script.pace)
    )

    def renewed(lines: Iterable[ScriptLine]) -> Iterator[ScriptLine]:
        return (cued if each.key == line.key else each for each in lines)

    return msgspec.structs.replace(
        script, lines=tuple(renewed(script.lines)), reserve=tuple(renewed(script.reserve))
    )
