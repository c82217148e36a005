"""Settings' steering: what is set, what becomes of a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices

from mindful.parts import Parts
from mindful.sit.choice import SILENT, Choice
from mindful.ui.background import Background
from mindful.ui.look import Look
from mindful.ui.models import Option, SettingsView
from mindful.ui.pages.settings import Settings
from mindful.ui.steering.choosing import Chosen
from mindful.wording import _

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.audio.clip import Samples
    from mindful.log.log import Log
    from mindful.voice.protocol import VoiceInfo

SHOWN_VOICES = 12
"""How many voices the list offers; “mindful voices” shows all."""


class SettingsSteering:
    """Fills Settings, and carries changes out.

    Args:
        page: the page.
        look: the look, changed at once.
        parts: the parts of the program.
        chosen: knows the voice.
        background: brings answers of other threads.
        renamed: told the person's name when it changes.
    """

    def __init__(
        self,
        page: Settings,
        look: Look,
        parts: Parts,
        chosen: Chosen,
        background: Background,
        renamed: Callable[[str], None],
    ) -> None:
        self._page = page
        self._look = look
        self._parts = parts
        self._chosen = chosen
        self._background = background
        self._renamed = renamed
        self._voices: tuple[Option, ...] = ()
        self._name = ""
        self._phrases: tuple[str, ...] = ()
        self._connect()

    def refresh(self) -> None:
        """Show what is set, and ask for what is not known yet."""
        self._show()
        voices = self._parts.soon(self._list_voices)
        self._background.when(voices, self._know_voices, lambda _: None)
        profile = self._parts.desk.submit(lambda log: log.profile.all())
        self._background.when(profile, self._know_profile, lambda _: None)

    def _connect(self) -> None:
        page = self._page
        page.voice.speak_toggled.connect(lambda on: self._change(speak=on))
        page.voice.voice_chosen.connect(self._choose_voice)
        page.voice.pace_changed.connect(lambda percent: self._change(pace=percent / 100))
        page.voice.preview_wanted.connect(self._preview)
        page.sounds.voice_level_changed.connect(lambda level: self._change(voice_level=level))
        page.sounds.bell_level_changed.connect(lambda level: self._change(bell_level=level))
        page.sounds.ambience_level_changed.connect(lambda level: self._change(ambience_level=level))
        page.sounds.test_wanted.connect(self._test)
        page.appearance.theme_chosen.connect(self._set_theme)
        page.appearance.scale_chosen.connect(self._set_scale)
        page.appearance.reduced_motion_toggled.connect(self._set_motion)
        page.personal.name_changed.connect(self._rename)
        page.personal.phrases_changed.connect(self._rephrase)
        page.privacy.place_wanted.connect(self._open_place)

    def _show(self) -> None:
        settings = self._parts.settings
        log = self._parts.paths.log
        size = log.stat().st_size if log.exists() else 0
        self._page.show_view(
            SettingsView(
                speak=settings.speak,
                voices=self._voices,
                voice=self._chosen.voice.id if self._chosen.voice else "",
                pace=round(settings.pace * 100),
                preview=preview_sentence(),
                voice_level=settings.voice_level,
                bell_level=settings.bell_level,
                ambience_level=settings.ambience_level,
                theme=settings.theme,
                scale=round(settings.text_scale * 100),
                reduced_motion=settings.reduced_motion,
                name=self._name,
                phrases=self._phrases,
                log_place=str(log),
                log_size=QLocale().formattedDataSize(size) if size else "",
            )
        )

    def _list_voices(self) -> tuple[VoiceInfo, ...]:
        return self._parts.speaker.voices()

    def _know_voices(self, voices: tuple[VoiceInfo, ...]) -> None:
        offered = [voice for voice in voices if voice.available and voice.rank > 0]
        chosen = self._chosen.voice
        shown = offered[:SHOWN_VOICES]
        if chosen is not None and chosen.id not in {voice.id for voice in shown}:
            shown.append(chosen)
        self._voices = tuple((voice.id, f"{voice.name}, {voice.language}") for voice in shown)
        self._show()

    def _know_profile(self, profile: dict[str, str]) -> None:
        self._name = profile.get("name", "")
        self._phrases = tuple(filter(None, profile.get("phrases", "").split("\n")))
        self._show()

    # Changes

    def _change(self, **settings: object) -> None:
        self._parts.remember(**settings)

    def _choose_voice(self, voice: str) -> None:
        self._change(voice=voice)
        self._background.when(
            self._parts.soon(self._parts.find_voice), self._know_voice, lambda _: None
        )

    def _know_voice(self, voice: VoiceInfo | None) -> None:
        self._chosen.voice = voice

    def _set_theme(self, theme: str) -> None:
        if theme in {"light", "dark", "system"}:
            self._look.set_theme(theme)  # type: ignore[arg-type]  # one of the three, seen above
            self._change(theme=theme)

    def _set_scale(self, percent: int) -> None:
        self._look.set_scale(percent / 100)
        self._change(text_scale=percent / 100)

    def _set_motion(self, reduced: bool) -> None:
        self._look.set_reduced_motion(reduced)
        self._change(reduced_motion=reduced)

    def _rename(self, name: str) -> None:
        self._name = name.strip()
        self._keep("name", self._name)
        self._renamed(self._name)

    def _rephrase(self, phrases: tuple[str, ...]) -> None:
        self._phrases = phrases
        self._keep("phrases", "\n".join(phrases))

    def _keep(self, key: str, value: str) -> None:
        def work(log: Log) -> None:
            if value:
                log.profile.set(key, value)
            else:
                log.profile.forget(key)

        self._background.when(self._parts.desk.submit(work), lambda _: None, lambda _: None)

    # Sound

    def _preview(self) -> None:
        voice = self._chosen.voice
        if voice is not None:
            self._parts.aside.play(lambda: self._spoken(voice.id))

    def _spoken(self, voice: str) -> Samples:
        spoken = Choice(
            exercise=self._chosen.exercise, minutes=1, voice=voice, pace=self._parts.settings.pace
        )
        return self._parts.line_maker(spoken)(preview_sentence(), private=False)

    def _test(self) -> None:
        """Bell and voice at the levels they will have."""
        from mindful.sit.sample import sound_sample

        voice = self._chosen.voice if self._parts.settings.speak else None
        self._parts.aside.play(
            lambda: sound_sample(
                None
                if self._parts.settings.bell == SILENT
                else self._parts.rack.get(self._parts.settings.bell),
                None if voice is None else self._spoken(voice.id),
                self._parts.levels(),
            )
        )

    def _open_place(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._parts.paths.data)))


def preview_sentence() -> str:
    """What a preview says."""
    return _("Let the breath come and go by itself.")
