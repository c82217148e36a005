"""``mindful check``: exercise files against every rule that a program can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import msgspec

from mindful.commands.common import parts_of, print_json
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.feelings import Vocabulary
from mindful.exercises.loading import parse, read
from mindful.exercises.review import Finding, Review, review, why
from mindful.trouble import Trouble
from mindful.wording import _, tell

FORMAT = "format"
"""The rule that a file which cannot be loaded falls short of."""


class Checked(msgspec.Struct, frozen=True):
    """A file and what the review says of it."""

    path: Path
    review: Review


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE…"
)
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], *, as_json: bool) -> int:
    """Check exercise files, and those in folders: exit 1 when any falls short."""
    vocabulary = parts_of(context).vocabulary
    checked = [Checked(path, _reviewed(path, vocabulary)) for path in _exercise_files(files)]
    if as_json:
        print_json([_document(one) for one in checked])
    else:
        _print(checked)
    return int(any(one.review.findings for one in checked))


def _exercise_files(given: Iterable[Path]) -> Iterator[Path]:
    for path in given:
        found = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        if not found:
            raise Trouble("no-exercise-files", path=str(path))
        yield from found


def _reviewed(path: Path, vocabulary: Vocabulary) -> Review:
    try:
        source = read(path)
        return review(parse(source, path), vocabulary, source)
    except ExerciseTrouble as trouble:
        facts = trouble.facts
        reason = ": ".join(str(facts[fact]) for fact in ("field", "reason") if facts.get(fact))
        line = facts.get("line")
        finding = Finding(
            rule=FORMAT,
            place=str(facts.get("field", "")),
            line=line if isinstance(line, int) else 1,
            reason=reason or tell(trouble),
        )
        return Review(findings=(finding,))


def _print(checked: Iterable[Checked]) -> None:
    broken: set[str] = set()
    for one in checked:
        for finding in one.review.findings:
            click.echo(f"{one.path}:{finding.line}: {finding.reason} ({finding.rule})")
            broken.add(finding.rule)
        for rule, reason in one.review.exemptions:
            exempt = _("exempt from {rule}: {reason}").format(rule=rule, reason=reason)
            click.echo(f"{one.path}: {exempt}")
    for rule in sorted(broken - {FORMAT}):
        click.echo(_("Why “{rule}”: {why}.").format(rule=rule, why=why(rule)))


def _document(checked: Checked) -> dict[str, object]:
    return {
        "file": str(checked.path),
        "findings": [
            {
                "line": finding.line,
                "place": finding.place,
                "rule": finding.rule,
                "message": finding.reason,
                "why": "" if finding.rule == FORMAT else why(finding.rule),
            }
            for finding in checked.review.findings
        ],
        "exemptions": [
            {"rule": rule, "reason": reason} for rule, reason in checked.review.exemptions
        ],
    }
