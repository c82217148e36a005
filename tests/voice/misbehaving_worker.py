"""A worker, run through the same serving and hosting as the real ones, that obeys any mischief.

Arguments: what to do at the start, the private folder. A request has ``do``, the mischief;
``once``, a file: where it exists, ``then`` is done instead; ``note``, a pipe to tell it has begun.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from mindful.voice.serving import Answer, Refused, Reply, serve
from mindful.voice.wire import Header


def _prepare(folder: Path) -> tuple[Header, Answer]:
    _misbehave(sys.argv[1])
    return {"pid": os.getpid()}, _answer


def _answer(request: Header) -> Reply:
    do = str(request["do"])
    if "once" in request:
        once = Path(str(request["once"]))
        if once.exists():
            do = str(request.get("then", "well"))
        else:
            once.touch()
    if "note" in request and do != "die":
        Path(str(request["note"])).write_text("begun")
    _misbehave(do)
    return {"said": request["text"], "rate": 8}, str(request["text"]).encode() * 2


def _misbehave(what: str) -> None:
    match what:
        case "hang":
            signal.pause()
        case "stop":
            os.kill(os.getpid(), signal.SIGSTOP)
        case "die":
            os._exit(3)
        case "crash":
            raise ZeroDivisionError
        case "garble":
            os.write(_reply_descriptor(), b"Segmentation fault\n")
        case "half":
            os.write(_reply_descriptor(), b'{"rate": 8, "bytes": 100}\nonly this much')
            os._exit(0)
        case "chatter":
            sys.stdout.write("Audio saved to somewhere\n")
            sys.stdout.flush()
            os.write(1, b"raw chatter\n")
        case "silent":
            raise Refused("voice-silent")
        case "missing":
            raise Refused("voice-missing")


def _reply_descriptor() -> int:
    """The copy of stdout that serving made for replies: the one other pipe that is written."""
    descriptors = list(Path("/proc/self/fd").iterdir())
    others = {path: path.readlink() for path in descriptors if path.is_fifo()}
    stdin = others[Path("/proc/self/fd/0")]
    return next(int(path.name) for path, pipe in others.items() if pipe != stdin)


if __name__ == "__main__":
    serve(_prepare, Path(sys.argv[-1]))
