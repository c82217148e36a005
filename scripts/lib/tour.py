"""Every page of the window and its notable states, one after the other.

For another page, write how it is reached and add it to `STOPS`: pictures and tests follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from mindful.exercises.answers import answers_from
from mindful.exercises.live import Change
from mindful.log.log import Log
from mindful.log.records import Ended
from mindful.ui.asking_models import Asking
from mindful.ui.models import HelpLine
from mindful.ui.pages.after import AfterPage
from mindful.ui.pages.bringing_in import ImportPage
from mindful.ui.pages.checkin import CheckInPage
from mindful.ui.pages.countdown import CountdownPage
from mindful.ui.pages.grounding import GroundingPage
from mindful.ui.pages.help import Help
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.home import Home
from mindful.ui.pages.journal import JournalPage
from mindful.ui.pages.merging import MergePage
from mindful.ui.pages.saving import SavePage
from mindful.ui.pages.settings import Settings
from mindful.ui.pages.sit import SitPage
from mindful.ui.pages.taking_away import ExportPage
from mindful.ui.sit_models import Levels, RatedPhrase, SitView, WritingView
from mindful.ui.steering import asking
from scripts.lib.tour_guide import Guide
from scripts.lib.tour_log import NOW

FEELINGS, PLACES = ("anxious", "tender"), ("chest", "throat")
SENTENCE = "You might notice it has edges, or that it doesn’t."
PROMPT = "What would you say to a friend who felt like this?"
WRITTEN = "You have been carrying this for a long time.\nNobody minds if you put it down."
PHRASES = ("I am never enough.", "Everyone else manages.")


@dataclass(frozen=True)
class Stop:
    """A page in one state.

    Attributes:
        name: of its pictures.
        lead: leads there from wherever the window is.
        filled: over a log with a past; without, over none at all.
        widths: in which layouts it exists.
        main: pictured at twice the text size too.
    """

    name: str
    lead: Callable[[Guide], None]
    filled: bool = True
    widths: tuple[str, ...] = ("wide", "narrow")
    main: bool = False


def stops_of(guide: Guide, stops: tuple[Stop, ...]) -> Iterator[Stop]:
    """Lead to each stop in turn; what one leaves behind is gone before the next."""
    for stop in stops:
        stop.lead(guide)
        guide.settle()
        yield stop
        guide.clear_up()


# Home, and what comes before a sit


def first_run(guide: Guide) -> None:
    """As Mindful is opened for the first time."""
    guide.app.window.show_page("first-run")


def home(guide: Guide) -> None:
    """Breath at twenty minutes."""
    guide.home()
    guide.page("sit", Home).exercise_chosen.emit("breath")


def home_feeling(guide: Guide) -> None:
    """An exercise that asks for a feeling first."""
    guide.home()
    guide.page("sit", Home).exercise_chosen.emit("sit-with-it")


def home_no_voice(guide: Guide) -> None:
    """No voice was found."""
    home(guide)
    steering = guide.app.steering
    voice = steering.chosen.voice
    steering.stations.home.show_voice(None)

    def find_again() -> None:
        guide.page("sit", Home).set_notice(None)
        steering.stations.home.show_voice(voice)

    guide.afterwards(find_again)


def choosing(guide: Guide) -> None:
    """The list of practices over the narrow Home."""
    home(guide)
    chooser = guide.page("sit", Home)._open_chooser()  # noqa: SLF001 - a press would need the keyboard
    guide.afterwards(chooser.close)


def timer(guide: Guide) -> None:
    """How the timer is set up."""
    guide.home()
    guide.page("sit", Home).exercise_chosen.emit("timer")
    guide.page("sit", Home).extra_wanted.emit()


def pattern(guide: Guide) -> None:
    """A breath of one's own."""
    guide.home()
    guide.page("sit", Home).exercise_chosen.emit("pacer-coherent")
    guide.page("sit", Home).extra_wanted.emit()


def check_in(guide: Guide) -> None:
    """Two words, two places, a strength."""
    page = _empty_check_in(guide)
    for word in FEELINGS:
        page.feelings.chips[word].click()
    for place in PLACES:
        page.places.chips[place].click()
    page.strength.row.set_strength(6)


def more_words(guide: Guide) -> None:
    """All words for feelings."""
    _empty_check_in(guide).feelings.more.click()


def strong(guide: Guide) -> None:
    """A strength at which grounding is offered."""
    page = _empty_check_in(guide)
    page.feelings.chips["anxious"].click()
    page.strength.row.set_strength(9)


def _empty_check_in(guide: Guide) -> CheckInPage:
    guide.home()
    guide.page("sit", Home).exercise_chosen.emit("sit-with-it")
    guide.app.steering.next_from_home()
    return guide.page("check-in", CheckInPage)


def safety(guide: Guide) -> None:
    """The words before the first sit with a feeling."""
    _ask(guide, asking.safety())


def name(guide: Guide) -> None:
    """What the voice may call someone."""
    _ask(guide, asking.own_words(frozenset({"name"})))


def phrases(guide: Guide) -> None:
    """Name and phrases."""
    _ask(guide, asking.own_words(frozenset({"name", "phrases"})))


def aloud(guide: Guide) -> None:
    """Whether others may hear."""
    _ask(guide, asking.aloud())


def _ask(guide: Guide, view: Asking) -> None:
    guide.app.steering.stations.before._show(view, lambda _: None)  # noqa: SLF001 - each is asked once only


def countdown(guide: Guide) -> None:
    """The time to settle in before a timer."""
    page = guide.page("countdown", CountdownPage)
    page.set_title("Silent Timer")
    page.set_seconds(24)
    guide.app.window.show_page("countdown")


# Within a sit


def sit(guide: Guide) -> None:
    """Somewhat before its middle, controls shown."""
    _sit(guide)


def sit_faded(guide: Guide) -> None:
    """Nothing was touched for a while."""
    _sit(guide, fades=True).fading.fade()
    guide.rest(1000)


def sit_sounds(guide: Guide) -> None:
    """The sounds are open."""
    _sit(guide).bottom.sounds.click()


def sit_ending(guide: Guide) -> None:
    """Escape was pressed."""
    page = _sit(guide)
    page.set_paused(paused=True)
    page.ask_end()


def writing(guide: Guide) -> None:
    """A page to write on."""
    page = _sit(guide)
    page.writing.begin(WritingView(prompt=PROMPT))
    page.writing.set_seconds_left(95)
    page.show_writing(shown=True)
    page.writing.paper.set_words(WRITTEN)


def writing_phrases(guide: Guide) -> None:
    """Phrases to write and rate, one by one."""
    page = _sit(guide)
    view = WritingView(prompt=PROMPT, rated=True, phrases=tuple(map(RatedPhrase, PHRASES)))
    page.writing.begin(view)
    page.writing.set_seconds_left(95)
    page.show_writing(shown=True)


def _sit(guide: Guide, *, fades: bool = False) -> SitPage:
    page = guide.page("sitting", SitPage)
    exercise = guide.parts.library.find("sit-with-it")
    guide.app.window.show_page("sitting")
    view = SitView(
        title=exercise.title,
        levels=Levels(),
        ambience="Soft rain",
        time_addable=True,
        controls_fade=fades,
    )
    page.set_view(view)
    page.set_offers(frozenset(Change))
    page.set_phase(exercise.phase[0].name)
    page.set_bells((0.0, 0.998))
    page.set_time_left(684)
    page.set_progress(0.43)
    page.set_caption(SENTENCE)
    guide.rest(800)
    return page


# Ground me


def grounding(guide: Guide) -> None:
    """The first instruction."""
    guide.home()
    guide.app.window.ground_me.emit()
    guide.afterwards(guide.page("grounding", GroundingPage).left.emit)
    guide.rest(800)


def grounding_asking(guide: Guide) -> None:
    """How it is now."""
    grounding(guide)
    guide.page("grounding", GroundingPage).done.click()
    guide.rest(1500)


# After a sit


def after(guide: Guide) -> None:
    """A sit of twenty minutes, less strong than before."""
    _after(guide).now.strength.set_strength(4)


def after_hard(guide: Guide) -> None:
    """A sit that made it stronger."""
    _after(guide).now.strength.set_strength(8)


def _after(guide: Guide) -> AfterPage:
    guide.home()
    steering = guide.app.steering
    steering.chosen.take("sit-with-it")
    answers = answers_from(guide.parts.vocabulary, feelings=FEELINGS, places=PLACES)
    choice = steering.chosen.choice(answers, 6)
    began = NOW - timedelta(minutes=20)
    steering.stations.after.show(choice, None, began, Ended.FINISHED, 1200.0)
    guide.app.window.show_page("after")
    return guide.page("after", AfterPage)


def night(guide: Guide) -> None:
    """The end of Sleep."""
    guide.app.window.show_page("night")


# What was kept


def history(guide: Guide) -> None:
    """The year, the list, the charts."""
    guide.app.steering.go("history")
    guide.page("history", HistoryPage).show_all()


def history_sit(guide: Guide) -> None:
    """One sit's own page."""
    guide.app.steering.go("history")

    def last(log: Log) -> str:
        return next(sit.id for sit in log.history.find() if sit.note)

    guide.page("history", HistoryPage).opened.emit(guide.parts.desk.submit(last).result())


def journal(guide: Guide) -> None:
    """What was written, and the newest of it in full."""
    guide.app.steering.go("journal")


def journal_writing(guide: Guide) -> None:
    """Something written without a sit."""
    guide.app.steering.go("journal")
    guide.settle()
    page = guide.page("journal", JournalPage)
    page.write_wanted.emit()
    guide.until(lambda: page.writing)
    page.editor.paper.insertPlainText("Rain since four. The kettle, the window, my hands.")

    def clear_up() -> None:
        page.editor.drop.click()
        guide.app.steering.go("sit")

    guide.afterwards(clear_up)


# Settings and the rest


def settings(section: str) -> Callable[[Guide], None]:
    """Settings, scrolled to one of its sections."""

    def lead(guide: Guide) -> None:
        guide.app.steering.go("settings")
        guide.settle()
        guide.live(50)  # its height is known after it has been laid out
        page = guide.page("settings", Settings)
        page.go_to(getattr(page, section))

    return lead


def help_page(guide: Guide) -> None:
    """Whom to reach."""
    guide.app.steering.go("help")


def help_people(guide: Guide) -> None:
    """Somebody's own people."""
    guide.app.steering.go("help")
    people = guide.page("help", Help).people
    people.show_people((HelpLine("Mei", "01632 960 123"), HelpLine("Dr Osei", "01632 960 456")))
    guide.afterwards(lambda: people.show_people(()))


def diagnostics(guide: Guide) -> None:
    """How this computer and Mindful get on."""
    guide.app.steering.go("settings")
    guide.page("settings", Settings).safety.diagnostics_wanted.emit()


def passphrase(guide: Guide) -> None:
    """The log is to be locked."""
    guide.app.steering.go("settings")
    guide.page("settings", Settings).privacy.lock.click()


def erasing(guide: Guide) -> None:
    """Everything is to be deleted."""
    guide.app.steering.go("settings")
    guide.page("settings", Settings).privacy.delete_wanted.emit()
    guide.until(lambda: guide.app.window.current == "erasing")


def shown(page: str) -> Callable[[Guide], None]:
    """A page as it is before anything was said to it."""
    return lambda guide: guide.app.window.show_page(page)


def saving(guide: Guide) -> None:
    """A sit as a file: what is asked."""
    home(guide)
    guide.page("sit", Home).save_wanted.emit()


def saving_now(guide: Guide) -> None:
    """A sit as a file: on its way."""
    guide.home()
    guide.page("sit", Home).exercise_chosen.emit("body-scan")
    guide.page("sit", Home).save_wanted.emit()
    guide.page("saving", SavePage).save_wanted.emit()
    dialog = guide.app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(guide.folder / "body-scan.flac"))
    dialog.accept()
    guide.rest(2000)
    guide.afterwards(guide.app.steering.stop_saving)


HISTORY = """full_date,date,weekday,time,mood,activities,note_title,note
2026-03-01,March 1,Sunday,21:05,rad,walk | friends,,A long way round the lake.
2026-03-02,March 2,Monday,21:40,meh,work,,
2026-03-03,March 3,Tuesday,22:10,awful,work,,Too much of everything.
2026-03-04,March 4,Wednesday,25:61,good,walk,,
2026-13-05,March 5,Thursday,20:15,good,friends,,
"""
"""As Daylio writes it, with two lines that cannot be read."""


def bring_in(guide: Guide) -> None:
    """What is in another app's file."""
    page = _import(guide)
    guide.until(page.take.isVisible)


def brought_in(guide: Guide) -> None:
    """The same, once it came, and how it goes again."""
    page = _import(guide)
    guide.until(page.take.isVisible)
    page.take.click()
    guide.until(page.undo.isVisible)

    def undo() -> None:
        page.undo.click()
        guide.until(lambda: not page.undo.isVisible())

    guide.afterwards(undo)


def _import(guide: Guide) -> ImportPage:
    file = guide.folder / "daylio.csv"
    file.write_text(HISTORY, encoding="utf-8")
    guide.app.steering.go("settings")
    guide.page("settings", Settings).privacy.bring_in.click()
    page = guide.page("import", ImportPage)
    page.choose.click()
    _give(guide, file)
    return page


def export(guide: Guide) -> None:
    """A page to share, with one note on it."""
    guide.app.steering.go("settings")
    guide.page("settings", Settings).privacy.export.click()
    page = guide.page("export", ExportPage)
    page.kind_chosen.emit("share")
    guide.until(lambda: bool(page.notes))
    next(iter(page.notes.values())).click()


def merge(guide: Guide) -> None:
    """What another computer's log would bring."""
    other = guide.folder / "other.db"
    guide.parts.desk.submit(lambda log: log.backups.write(other)).result()
    with_one = Log(other, lambda: NOW)
    with_one.journal.add("Written on the train.")
    with_one.close()
    guide.app.steering.go("settings")
    guide.page("settings", Settings).privacy.merge.click()
    page = guide.page("merge", MergePage)
    page.choose.click()
    _give(guide, other)
    guide.until(page.merge.isVisible)


def _give(guide: Guide, file: Path) -> None:
    """Choose a file where one is asked for."""
    dialog = guide.app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(file))
    dialog.accept()


def exercise_errors(guide: Guide) -> None:
    """Two exercise files that cannot be used."""
    folder = guide.parts.paths.exercises
    folder.mkdir(exist_ok=True)
    for file, text in (("lake.toml", 'id = "lake"\ntitle = 4\n'), ("hill.toml", "id = \n")):
        (folder / file).write_text(text, encoding="utf-8")
    steering = guide.app.steering
    guide.parts.read_exercises_again()
    steering.go("exercise-errors")

    def mend() -> None:
        for file in folder.iterdir():
            file.unlink()
        guide.parts.read_exercises_again()
        steering.stations.home.read_again()

    guide.afterwards(mend)


STOPS: tuple[Stop, ...] = (
    Stop("first-run", first_run, filled=False, main=True),
    Stop("home-new", home, filled=False),
    Stop("history-empty", history, filled=False),
    Stop("home", home, main=True),
    Stop("home-feeling", home_feeling),
    Stop("home-no-voice", home_no_voice),
    Stop("practices", choosing, widths=("narrow",)),
    Stop("timer", timer),
    Stop("pattern", pattern),
    Stop("safety", safety, main=True),
    Stop("name", name),
    Stop("phrases", phrases),
    Stop("aloud", aloud),
    Stop("check-in", check_in, main=True),
    Stop("more-words", more_words),
    Stop("check-in-strong", strong),
    Stop("countdown", countdown),
    Stop("sit", sit, main=True),
    Stop("sit-faded", sit_faded),
    Stop("sit-sounds", sit_sounds),
    Stop("sit-ending", sit_ending),
    Stop("writing", writing, main=True),
    Stop("writing-phrases", writing_phrases),
    Stop("ground-me", grounding, main=True),
    Stop("ground-me-asking", grounding_asking),
    Stop("after", after, main=True),
    Stop("after-hard", after_hard),
    Stop("night", night),
    Stop("history", history, main=True),
    Stop("history-sit", history_sit),
    Stop("journal-empty", journal, filled=False),
    Stop("journal", journal, main=True),
    Stop("journal-writing", journal_writing),
    Stop("settings", settings("voice"), main=True),
    Stop("settings-sounds", settings("sounds")),
    Stop("settings-appearance", settings("appearance"), main=True),
    Stop("settings-personal", settings("personal")),
    Stop("settings-privacy", settings("privacy")),
    Stop("settings-safety", settings("safety")),
    Stop("help", help_page, main=True),
    Stop("own-people", help_people),
    Stop("diagnostics", diagnostics),
    Stop("locked", shown("locked"), main=True),
    Stop("passphrase", passphrase),
    Stop("erasing", erasing),
    Stop("save", saving),
    Stop("saving", saving_now),
    Stop("export", export, main=True),
    Stop("import", bring_in, main=True),
    Stop("import-done", brought_in),
    Stop("merge", merge),
    Stop("exercise-errors", exercise_errors),
)
"""The whole tour. Those over no log come first."""
