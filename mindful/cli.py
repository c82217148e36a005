"""The command line: what the window does that makes sense without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from mindful import __version__
from mindful.commands.backup import backup
from mindful.commands.bring_in import bring_in
from mindful.commands.cache import cache
from mindful.commands.check import check
from mindful.commands.doctor import doctor
from mindful.commands.erase import delete_everything
from mindful.commands.exercises import exercises, plan_command
from mindful.commands.history import history
from mindful.commands.journal import journal
from mindful.commands.lock import lock, unlock
from mindful.commands.log import log
from mindful.commands.merge import merge
from mindful.commands.passphrase import passphrases_of, takes_passphrase
from mindful.commands.render import render
from mindful.commands.restore import restore, with_a_way_on
from mindful.commands.sit import sit, window
from mindful.commands.stats import stats
from mindful.commands.take_away import take_away
from mindful.commands.voices import say, voices
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.trouble import Trouble
from mindful.wording import _, is_wrong_use


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=True),
    envvar="MINDFUL_DATA_DIR",
    help=_("Keep every file of the app in this folder."),
)
@click.option("--verbose", is_flag=True, help=_("Show what developers need when something fails."))
@click.version_option(__version__, prog_name="mindful")
@click.pass_context
def mindful(context: click.Context, *, data_dir: Path | None, verbose: bool) -> None:
    """Guided mindfulness and self-compassion at any length, offline and private."""
    del verbose  # read by `main`, which has to know before anything is parsed
    parts = Parts(find_paths(data_dir))
    parts.ask_passphrase = lambda: passphrases_of(context).current()
    context.obj = parts
    context.call_on_close(parts.close)
    if context.invoked_subcommand is None:
        context.exit(window(context))


takes_passphrase(mindful)
for command in (
    exercises,
    plan_command,
    sit,
    render,
    history,
    journal,
    bring_in,
    log,
    stats,
    take_away,
    merge,
    backup,
    restore,
    lock,
    unlock,
    delete_everything,
    voices,
    say,
    check,
    cache,
    doctor,
):
    mindful.add_command(takes_passphrase(command))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; nothing but an exit code and plain sentences come out.

    Args:
        arguments: what was typed after ``mindful``; the process's own by default.

    Returns:
        0 done, 1 a finding or a refusal, 2 wrong usage.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = mindful.main(given, prog_name="mindful", standalone_mode=False)
    except Trouble as trouble:
        return _complain(with_a_way_on(trouble), 2 if is_wrong_use(trouble) else 1, given)
    except click.ClickException as error:
        return _complain(error.format_message(), error.exit_code, given)
    except (click.Abort, KeyboardInterrupt):
        return 1
    except BrokenPipeError:
        # Whoever read our output has gone, as `mindful history | head` does.
        sys.stderr.close()
        return 1
    except Exception as error:  # noqa: BLE001 — the last stop before a person
        sentence = _(
            "Something went wrong inside Mindful ({kind}). What was kept before is safe. "
            "With --verbose it shows where."
        ).format(kind=type(error).__name__)
        return _complain(sentence, 1, given)
    return code if isinstance(code, int) else 0


def _complain(sentence: str, code: int, given: Sequence[str]) -> int:
    if "--verbose" in given:
        import traceback

        traceback.print_exc()
    click.echo(sentence, err=True)
    return code
