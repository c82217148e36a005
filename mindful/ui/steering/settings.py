"""Settings' steering: what is set, what becomes of a change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from mindful.parts import Parts
from mindful.paths import at_home
from mindful.sit.choice import SILENT, Choice
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.look import Look, MotionChoice
from mindful.ui.models import Option, SettingsView
from mindful.ui.pages.settings import Settings
from mindful.ui.steering.choosing import Chosen
from mindful.ui.steering.personal import PersonalSteering
from mindful.ui.steering.previews import Previews
from mindful.ui.steering.privacy_way import day_words, file_size
from mindful.ui.steering.sounds import SoundSteering, sound_notice
from mindful.ui.steering.voice_setup import VoiceSetupSteering, can_speak, looked_words
from mindful.ui.steering.voices import Voices, offer
from mindful.wording import _

if TYPE_CHECKING:  # numpy stands behind these, and the window comes first
    from mindful.audio.clip import Samples
    from mindful.voice.protocol import VoiceInfo


class SettingsSteering:
    """Fills Settings, and carries changes out.

    Args:
        page: the page.
        look: the look, changed at once.
        parts: the parts of the program.
        chosen: knows the voice.
        background: brings answers of other threads.
        previews: lets voice and sounds be heard.
        voice_known: told which voice speaks from now on.
    """

    def __init__(
        self,
        page: Settings,
        look: Look,
        parts: Parts,
        chosen: Chosen,
        background: Background,
        previews: Previews,
        voice_known: Callable[[VoiceInfo | None], None],
    ) -> None:
        self._page = page
        self._look = look
        self._parts = parts
        self._chosen = chosen
        self._background = background
        self._previews = previews
        self._sounds = SoundSteering(
            page, parts, background, previews, self._sounds_changed, self._show_sound_trouble
        )
        self._voice_known = voice_known
        self._setup = VoiceSetupSteering(
            page.voice.setup, parts, background, self._looked, self._keep_captions
        )
        self._all_voices: tuple[VoiceInfo, ...] | None = None
        self._voices = Voices((), frozenset(), "")
        self._lines_kept = ""
        self._personal = PersonalSteering(page.personal, parts, chosen, background, self._show)
        self._connect()

    def show_known(self) -> None:
        """Show what is set."""
        self._page.sounds.show_notice(None)
        self._show()

    def refresh(self) -> None:
        """Ask for what is not known yet."""
        self._measure_lines()
        voices = self._parts.soon(self._list_voices)
        self._background.when(voices, self._know_voices, lambda _: None)
        self._personal.refresh()

    def _connect(self) -> None:
        page = self._page
        page.voice.speak_toggled.connect(self._speak)
        page.voice.aloud_toggled.connect(
            lambda on: self._change(aloud="speak" if on else "captions")
        )
        page.voice.voice_chosen.connect(self._choose_voice)
        page.voice.pace_changed.connect(lambda percent: self._change(pace=percent / 100))
        page.voice.preview_wanted.connect(self._preview)
        page.voice.clear_wanted.connect(self._clear_lines)
        # A plain function: Qt's own slot of the clipboard cannot be connected from Python.
        page.voice.setup.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        page.sounds.bell_chosen.connect(lambda bell: self._sounds.choose("bell", bell))
        page.sounds.ambience_chosen.connect(lambda sound: self._sounds.choose("ambience", sound))
        page.sounds.preview_wanted.connect(self._sounds.play)
        page.sounds.file_wanted.connect(self._sounds.ask_for_file)
        page.sounds.removed.connect(self._sounds.forget)
        page.sounds.voice_level_changed.connect(lambda level: self._change(voice_level=level))
        page.sounds.bell_level_changed.connect(lambda level: self._change(bell_level=level))
        page.sounds.ambience_level_changed.connect(lambda level: self._change(ambience_level=level))
        page.sounds.test_wanted.connect(self._test)
        page.appearance.theme_chosen.connect(self._set_theme)
        page.appearance.scale_chosen.connect(self._set_scale)
        page.appearance.motion_chosen.connect(self._set_motion)
        page.appearance.fade_toggled.connect(lambda on: self._change(fade_controls=on))
        page.appearance.time_toggled.connect(lambda on: self._change(show_time=on))
        page.appearance.keys_toggled.connect(lambda on: self._change(single_keys=on))
        page.personal.hear_wanted.connect(self._say)
        page.history.numbers_toggled.connect(lambda on: self._change(hide_numbers=not on))
        page.history.day_end_chosen.connect(lambda hour: self._change(day_ends=time(hour)))

    def _show(self) -> None:
        settings = self._parts.settings
        log = self._parts.paths.log
        size = log.stat().st_size if log.exists() else 0
        self._page.show_view(
            SettingsView(
                speak=settings.speak,
                aloud=settings.aloud != "captions",
                voices=self._voices.offered,
                voices_unavailable=self._voices.unavailable,
                voices_why=self._voices.why,
                voice_missing=self._all_voices is not None and not can_speak(self._all_voices),
                voice_looked=looked_words(self._all_voices or ()),
                voice=self._chosen.voice.id if self._chosen.voice else "",
                pace=round(settings.pace * 100),
                preview=preview_sentence(),
                voice_level=settings.voice_level,
                bell_level=settings.bell_level,
                ambience_level=settings.ambience_level,
                bells=self._parts.bell_options(),
                bell=settings.bell,
                ambiences=self._parts.ambience_options(),
                ambience=settings.ambience,
                own_sounds=self._own_sounds(),
                lines_kept=self._lines_kept,
                theme=settings.theme,
                scale=round(settings.text_scale * 100),
                reduced_motion=settings.reduced_motion,
                desktop_motion=self._look.desktop_motion,
                fade_controls=settings.fade_controls,
                show_time=settings.show_time,
                single_keys=settings.single_keys,
                name=self._personal.name,
                name_said=self._personal.said,
                phrases=self._personal.phrases,
                numbers=not settings.hide_numbers,
                day_ends=settings.day_ends.hour,
                log_place=at_home(log, Path.home()),
                log_size=file_size(size) if size else "",
                encrypted=self._parts.desk.encrypted,
                locked=self._parts.desk.locked,
                lock_after=settings.lock_after,
                open_unasked=settings.open_unasked,
                hide_notes=settings.hide_notes,
                copied_on=day_words(settings.copied_on),
            )
        )

    def _list_voices(self) -> tuple[VoiceInfo, ...]:
        return self._parts.speaker.voices()

    def _know_voices(self, voices: tuple[VoiceInfo, ...]) -> None:
        self._all_voices = voices
        self._voices = offer(voices, self._chosen.voice)
        self._show()

    def _own_sounds(self) -> tuple[Option, ...]:
        own = self._parts.own_sounds
        return own.options("bell") + own.options("ambience")

    # Changes

    def _change(self, **settings: object) -> None:
        self._parts.remember(**settings)

    def _choose_voice(self, voice: str) -> None:
        self._change(voice=voice)
        self._background.when(
            self._parts.soon(self._parts.find_voice), self._know_voice, lambda _: None
        )

    def _know_voice(self, voice: VoiceInfo | None) -> None:
        self._voice_known(voice)

    def _looked(self, voice: VoiceInfo | None) -> None:
        self._voice_known(voice)
        self.show_known()
        self.refresh()

    def _speak(self, on: bool) -> None:
        self._change(speak=on)
        self._show()

    def _keep_captions(self) -> None:
        self._speak(on=False)
        self._page.voice.speak.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_theme(self, theme: str) -> None:
        self._look.set_theme(theme)  # type: ignore[arg-type]  # a theme of the section's
        self._change(theme=theme)

    def _set_scale(self, percent: int) -> None:
        self._look.set_scale(percent / 100)
        self._change(text_scale=percent / 100)

    def _set_motion(self, choice: str) -> None:
        motion: MotionChoice = "system" if choice == "system" else choice == "on"
        self._look.set_reduced_motion(motion)
        self._change(reduced_motion=motion)

    # Sound

    def _preview(self) -> None:
        self._say_aside(preview_sentence(), private=False)

    def _say(self, name: str) -> None:
        self._say_aside(name, private=True)

    def _say_aside(self, words: str, *, private: bool) -> None:
        voice = self._chosen.voice
        if voice is not None:
            self._previews.play(lambda: self._spoken(words, voice.id, private=private))

    def _spoken(self, words: str, voice: str, *, private: bool = False) -> Samples:
        spoken = Choice(
            exercise=self._chosen.exercise, minutes=1, voice=voice, pace=self._parts.settings.pace
        )
        return self._parts.line_maker(spoken)(words, private=private)

    def _test(self) -> None:
        """Bell and voice at the levels they will have."""
        voice = self._chosen.voice if self._parts.settings.speak else None
        self._page.sounds.show_notice(None)
        self._previews.play(lambda: self._tested(voice), self._show_sound_trouble)

    def _tested(self, voice: VoiceInfo | None) -> Samples:
        from mindful.preflight import try_sound
        from mindful.sit.sample import sound_sample

        try_sound()  # a device that is not there is told; a preview alone would stay silent
        bell = self._parts.settings.bell
        return sound_sample(
            None if bell == SILENT else self._parts.rack.get(bell),
            None if voice is None else self._spoken(preview_sentence(), voice.id),
            self._parts.levels(),
        )

    def _sounds_changed(self) -> None:
        self._page.sounds.show_notice(None)
        self._show()

    def _show_sound_trouble(self, trouble: Trouble) -> None:
        self._page.sounds.show_notice(sound_notice(trouble))

    # What is kept

    def _measure_lines(self) -> None:
        def measure() -> int:
            return self._parts.clip_cache.size()

        self._background.when(self._parts.soon(measure), self._know_lines, lambda _: None)

    def _clear_lines(self) -> None:
        def clear() -> int:
            self._parts.clip_cache.clear()
            return self._parts.clip_cache.size()

        self._background.when(self._parts.soon(clear), self._know_lines, lambda _: None)

    def _know_lines(self, size: int) -> None:
        self._lines_kept = QLocale().formattedDataSize(size) if size else ""
        self._show()


def preview_sentence() -> str:
    """What a preview says."""
    return _("Let the breath come and go by itself.")
