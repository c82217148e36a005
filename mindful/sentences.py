"""A sentence or two for every trouble: what happened, what is safe, what to do."""

from __future__ import annotations

from mindful.translation import _


def sentences() -> dict[str, str]:
    """Sentences by code, with the facts of a trouble in braces."""
    return {
        # Exercises
        "exercise-broken": _("{path}:{line}: {field}: {reason}"),
        "exercise-unreadable": _("{path} can’t be read."),
        "unknown-exercise": _("There’s no exercise “{asked}”. The nearest is “{nearest}”."),
        "length-out-of-range": _(
            "{title} can’t be {asked} minutes long. It offers {least} to {longest} minutes."
        ),
        "pattern-impossible": _(
            "That can’t be breathed. A breath goes in and out and takes {least} to {most} "
            "seconds; your pattern was not changed."
        ),
        "pattern-unreadable": _(
            "“{asked}” can’t be read as a breath. Write its seconds as 4-7-8 (in, hold, out), "
            "4-4-4-4 or 5.5-5.5."
        ),
        "pattern-unsuited": _(
            "{title} paces no breath. Patterns are for the breath pacers, such as pacer-box."
        ),
        "open-ended-unsuited": _(
            "{title} has a length. Only the timer can be open-ended: “mindful sit timer”."
        ),
        "no-exercise-files": _("There’s no exercise file in {path}. An exercise ends in .toml."),
        "word-empty": _("That word has no letters in it. Leave it out, or choose another."),
        "word-too-long": _("Words of your own can have up to {most} characters there."),
        "text-too-long": _("That text is too long to keep: {limit} characters at most."),
        "scale-out-of-range": _("Strength goes from 0 to 10."),
        # Voice
        "unknown-voice": _("There’s no voice “{asked}”. The nearest is “{nearest}”."),
        "voice-unavailable": _(
            "The voice “{asked}” can’t speak on this computer ({why}). Choose another, or leave "
            "the choice to Mindful."
        ),
        "no-voice": _("No voice here speaks “{language}”. Captions carry the words."),
        "nothing-to-say": _("There’s nothing to say in that text. Give it at least one word."),
        "sentence-too-long": _(
            "That sentence is too long to speak: {longest} characters at most. Split it into "
            "shorter ones."
        ),
        "voice-missing": _(
            "A package that the voice {engine} needs is missing. Captions carry the words; "
            "scripts/run installs it."
        ),
        "voice-start-failed": _(
            "The voice {engine} could not be started ({reason}). Captions carry the words."
        ),
        "voice-hung": _("The voice {engine} took too long, twice. The line is a caption."),
        "voice-died": _("The voice {engine} stopped in a line, twice. The line is a caption."),
        "voice-garbled": _("The voice {engine} sent no sound, twice. The line is a caption."),
        "voice-silent": _("The voice {engine} made no sound. The line is a caption."),
        "voice-unable": _("The voice {engine} has no sounds for those letters."),
        "model-damaged": _(
            "The packages of the voice {engine} are damaged. Another voice speaks; to mend it, "
            "remove the folder .venv and start scripts/run."
        ),
        "voice-unloadable": _(
            "The voice {engine} can’t be loaded; memory may be short, or a system library missing. "
            "Another voice speaks."
        ),
        "memory-short": _(
            "There’s too little free memory for the voice {engine}, which needs about 500 MB. "
            "Another voice speaks."
        ),
        "cache-unusable": _(
            "The folder of spoken lines, {path}, can’t be read or emptied. Sits go on without it."
        ),
        # Sound
        "no-sound-device": _("No sound device could be opened ({reason}). Captions carry on."),
        "unknown-bell": _("There’s no bell “{asked}”. The nearest is “{nearest}”."),
        "unknown-ambience": _("There’s no ambience “{asked}”. The nearest is “{nearest}”."),
        "sound-gone": _("There’s no file {path}. Nothing was changed; check the name."),
        "sound-forbidden": _(
            "{path} may not be read by you. Nothing was changed; allow reading it, or choose "
            "another file."
        ),
        "sound-no-file": _(
            "{path} is no plain file (a folder, pipe or device). It was not opened; choose a sound "
            "file."
        ),
        "sound-empty": _("{path} holds no sound. Choose another file."),
        "sound-not-audio": _(
            "{path} is no sound file that Mindful can read. WAV, FLAC, MP3 or Ogg will do."
        ),
        "sound-damaged": _(
            "{path} can’t be read to its end. Nothing was kept of it; choose another file."
        ),
        "sound-not-finite": _(
            "{path} holds numbers that are no sound. Export it again from where it was made."
        ),
        "sound-silent": _("Nothing can be heard in {path}. Choose another file."),
        "sound-too-long": _(
            "{path} is too long: {longest} seconds at most. Shorten it, or choose another."
        ),
        "sound-too-short": _(
            "{path} is too short for an ambience: at least {shortest} seconds. Choose another."
        ),
        "sound-not-kept": _(
            "The sound can’t be kept in {path}; the disk may be full. Nothing of it was left there."
        ),
        "sound-not-deleted": _("{path} can’t be deleted. It is still on the list."),
        "own-sound-gone": _(
            "That sound of your own isn’t here any more. Choose it again from its file."
        ),
        "own-sound-damaged": _("That sound of your own is damaged. Choose it again from its file."),
        "minutes-unreadable": _("“{asked}” can’t be read as minutes. Write them as 5,10,20."),
        # Log
        "log-foreign": _(
            "{path} is not a Mindful log, or its beginning is damaged. It was left as it is. Move "
            "it away, or choose another folder."
        ),
        "log-locked": _(
            "The log {path} is locked with a passphrase. Nothing was changed; unlock it to go on."
        ),
        "passphrase-empty": _("A passphrase needs at least one character. Nothing was changed."),
        "passphrase-missing": _(
            "There’s no terminal to ask for a new passphrase. Nothing was changed; "
            "give it with --passphrase-fd."
        ),
        "passphrases-differ": _("The two differ. Nothing was changed; try again."),
        "not-confirmed": _(
            "Nothing was deleted. To delete everything, type “{word}”, or give it with --yes."
        ),
        "log-not-locked": _("The log {path} has no passphrase. Nothing was changed."),
        "passphrase-unread": _(
            "The passphrase can’t be read from {source}. Nothing was changed; see to what is given "
            "there."
        ),
        "keyring-missing": _(
            "This computer’s keyring can’t be used, so the passphrase will be asked for each time."
        ),
        "passphrase-wrong": _("That didn’t match. Take your time."),
        "log-newer": _(
            "The log {path} was written by a newer Mindful. Nothing was changed. Please update."
        ),
        "log-damaged": _(
            "The log {path} is damaged. It was not changed; “mindful restore” can mend it with a "
            "backup and with what can still be read."
        ),
        "log-unwritable": _(
            "The log {path} can’t be written. What was kept is safe. See to the folder’s "
            "permissions, or choose another with --data-dir."
        ),
        "log-busy": _(
            "Another program is using the log {path}. Nothing was lost; try again in a moment."
        ),
        "log-disk-full": _(
            "The disk is full, so this couldn’t be kept. What was kept before is safe. Free some "
            "space, and try again."
        ),
        "log-disk-failed": _("The disk refused to write. What was kept before is safe."),
        "log-failed": _("The log couldn’t be used ({reason}). What was kept before is safe."),
        "backup-missing": _("There’s no file {path}. Nothing was changed; check the name."),
        "backup-unreadable": _("{path} can’t be read. Nothing was changed."),
        "backup-foreign": _(
            "{path} is not a backup of a Mindful log, or its beginning is damaged. Nothing was "
            "changed; choose another."
        ),
        "backup-locked": _(
            "{path} is locked with another passphrase. Nothing was changed; it opens with the one "
            "it was made with."
        ),
        "backup-damaged": _(
            "The backup {path} is damaged. The log was not changed; choose another backup."
        ),
        "backup-newer": _(
            "{path} was written by a newer Mindful. Nothing was changed. Please update."
        ),
        "backup-is-the-log": _(
            "{path} is the log itself. Nothing was changed; choose a backup of it."
        ),
        "backup-unwritable": _(
            "The backup {path} can’t be written. The log is safe, and so are older backups. See "
            "to the folder’s permissions, or choose another place."
        ),
        "backup-disk-full": _(
            "The disk is full, so the backup {path} couldn’t be written. The log is safe, and so "
            "are older backups. Free some space, and try again."
        ),
        "nothing-to-restore": _(
            "The log {path} isn’t damaged, so nothing was changed. To go back to a backup, name "
            "its file; they are in {folder}."
        ),
        "sit-already-playing": _("Another sit is playing. End it first."),
        "entry-empty": _("There’s nothing to keep: write at least one word."),
        "entry-unknown": _("There’s no such entry in the journal. It may have been deleted."),
        "sit-unknown": _("There’s no sit {id} in the log."),
        # Other apps' histories
        "import-missing": _("There’s no file {path}. Nothing was changed; check the name."),
        "import-unreadable": _(
            "{path} can’t be read by you. Nothing was changed; allow reading it, or choose another."
        ),
        "import-not-a-file": _(
            "{path} is no plain file (a folder, pipe or device). It was not opened; choose a file."
        ),
        "import-empty": _("{path} is empty. Nothing was changed; export it again from its app."),
        "import-binary": _(
            "{path} is no text, table or Apple Health export. Nothing was changed; choose another "
            "file."
        ),
        "import-unknown": _(
            "{path} is in no format that Mindful knows. Nothing was changed; the manual lists the "
            "apps it reads."
        ),
        "import-other-format": _(
            "{path} is in the format “{found}”, not “{asked}”. Nothing was changed; leave --format "
            "out to have it recognised."
        ),
        "import-broken": _(
            "{path} can’t be read from line {line} on. Nothing was changed; export it again from "
            "its app."
        ),
        "import-cut-short": _(
            "{path} ends too early, as an unfinished copy does. Nothing was changed; copy it again."
        ),
        "import-bomb": _(
            "{path} swells without end when it’s read, as no history does. Nothing was changed."
        ),
        "import-too-large": _("{path} is too large for its format. Nothing was changed."),
        "import-newer": _(
            "{path} was written by a newer Mindful. Nothing was changed. Please update."
        ),
        "import-is-log": _(
            "{path} is another Mindful’s log, or a backup. Nothing was changed; “Bring in another "
            "computer’s log”, in Settings under Privacy, takes it in."
        ),
        "merge-locked": _(
            "{path} is locked. Nothing was changed; its passphrase is needed to bring it in."
        ),
        "merge-is-the-log": _("{path} is the log itself. Nothing was changed; choose another one."),
        "import-none": _("There’s no import to undo. Nothing was changed."),
        "zone-unknown": _(
            "There’s no zone “{asked}”. The nearest is “{nearest}”; +01:00 will do too."
        ),
        "sit-ambiguous": _("Several sits begin with {id}. Write more of it."),
        "sit-to-come": _("That is still to come. Sits are added once they have been sat."),
        "sit-minutes": _("Minutes go from {least} to {most}. Nothing was changed."),
        "sit-too-long": _("A sit can be up to {hours} hours long. Nothing was changed."),
        "sit-too-early": _("Sits can be kept from {year} on. Nothing was changed."),
        "moment-unreadable": _(
            "“{asked}” can’t be read as a day and time. Write it as “2026-03-12 19:20”, "
            "“yesterday 19:20” or “07:30”."
        ),
        # Files
        "folder-unusable": _(
            "The folder {path} can’t be used. See that it can be written to, or choose another "
            "with --data-dir."
        ),
        "file-unwritable": _("{path} can’t be written. Choose another place for it."),
        "file-ending-unknown": _(
            "“{asked}” is no kind of sound file that Mindful writes. The nearest is “{nearest}”; "
            "there are {known}."
        ),
        "file-kind-missing": _(
            "The sound library here can’t write {ending} files. Nothing was written. Choose "
            "another ending; .wav always works."
        ),
        "file-exists": _(
            "{path} is there already, and was left as it is. Choose another name, or add --force "
            "to replace it."
        ),
        "file-disk-full": _(
            "The disk is full, so {path} couldn’t be written. Nothing was left behind. Free some "
            "space, and try again."
        ),
        "folder-missing": _(
            "The folder {folder} isn’t there. Nothing was written. Make it, or choose another."
        ),
        "no-folder": _("{folder} is not a folder. Nothing was written. Choose another place."),
        "not-a-file": _(
            "{path} is something else than a file, perhaps a folder. It was left as it is. Choose "
            "another name."
        ),
        "same-file-twice": _(
            "Sound and captions can’t both go to {path}. Give them different names."
        ),
        "render-not-started": _("The writing couldn’t be started. Nothing was written. Try again."),
        "render-died": _("The writing stopped unexpectedly. Nothing was left behind. Try again."),
        "render-failed": _(
            "Something went wrong inside Mindful while it was writing ({kind}). Nothing was left "
            "behind."
        ),
        "settings-unwritable": _(
            "The settings can’t be written to {path}. They hold for now; nothing else is lost."
        ),
        # Window
        "no-display": _(
            "There’s no display to open a window on. “mindful sit {exercise} --terminal” sits "
            "without one."
        ),
    }
