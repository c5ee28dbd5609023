# SPDX-License-Identifier: EUPL-1.2
"""An empty folder -> the story told once with invented people: vault, key store, signed papers, counts and their report.

The second half of the self-test.
"""

import secrets
import sys
import time
from datetime import datetime
from pathlib import Path
from types import TracebackType

from senior_desktop import demo_colleagues, desk, paths, story
from senior_desktop.conversation import catalogue
from senior_desktop.conversation.conversation import Answer, Conversation, Workplace
from senior_desktop.selftest import Facts, need
from senior_desktop.vault import database, store
from senior_desktop.vault.keyrings import system_keyring

PLACE = Workplace("Opdigtet Leder", "Afdelingsleder", "Opdigtet Kommune", "Selvtest", "ingen@example.dk", "O1", "2026-01-01")
MARKER = "selvtest-mærke"
"""Begins the one text that is afterwards looked for in the vault's files."""


class Told:
    """Four steps in a vault of their own; each returns facts or raises Wrong."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._vault: store.Vault | None = None
        self._talks: list[Conversation] = []

    def __enter__(self) -> "Told":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the vault's files."""
        if self._vault is not None:
            self._vault.close()

    def vault(self) -> Facts:
        """Made at the real cost of its key, closed, opened again; what was written is there and not legible on disk."""
        folder, passphrase, text = self._folder / "vault", secrets.token_urlsafe(24), f"{MARKER} {secrets.token_hex(16)}"
        vault, _ = store.create(folder, passphrase)
        try:
            vault.put_workplace(PLACE)
            talk = story.start(vault, story.record(vault, story.invite(vault, "Opdigtet Person 1"), "a11", Answer(1)))
            talk = story.record(vault, talk, "c12", Answer(text))
            self._illegible(folder, text)  # while the journal holds it, too
        finally:
            vault.close()
        self._illegible(folder, text)
        begun = time.perf_counter()
        self._vault = store.open_with_passphrase(folder, passphrase)
        opened = round((time.perf_counter() - begun) * 1000)
        need(self._vault.get(talk.id).text("c12") == text, "what was written is not there after opening again")
        self._talks.append(talk)
        return {"cipher": database.cipher_version(), "open_ms": opened, "files": len(list(folder.iterdir()))}

    @staticmethod
    def _illegible(folder: Path, text: str) -> None:
        """Neither a plain database nor the marker in any file."""
        for file in folder.iterdir():
            if file.name == "vault.lock":
                continue  # empty, and locked against reading on Windows
            content = file.read_bytes()
            need(not content.startswith(b"SQLite format 3"), "a file of the vault is not encrypted")
            need(not any(text.encode(code) in content for code in ("utf-8", "utf-16-le")), "a text lies legible on disk")

    def keyring(self) -> Facts:
        """A secret is put into the computer's key store, read back and taken away; Linux may have no key store."""
        found = system_keyring(f"seniorsamtale-selftest-{secrets.token_hex(8)}", seconds=10.0)
        if found is None:
            need(sys.platform == "linux", "no key store answers")
            return {"backend": None, "why": "none here"}
        entry, secret = secrets.token_hex(8), secrets.token_bytes(32)
        try:
            found.put(entry, secret)
            need(found.get(entry) == secret, "the key store gives back something else")
        finally:
            found.remove(entry)
        need(found.get(entry) is None, "the key store kept what was taken away")
        return {"backend": found.name}

    def paper(self) -> Facts:
        """Both sheets are printed, signed by two and found whole; one changed byte is found, too."""
        vault = self._opened()
        talk = self._agreed(self._talks[0])
        talk = story.sign(vault, talk, story.LEADER, story.drawn([[(0.1, 0.2), (0.5, 0.8), (0.9, 0.1)]]))
        talk = story.sign(vault, talk, story.EMPLOYEE, story.typed(talk.text("a01")))
        sheets = [one.pdf for one in vault.papers(talk.id)]
        colours = [desk.check_paper(pdf, vault.folder).colour for pdf in sheets]
        need(colours == ["green"] * len(story.SHEETS), "a signed sheet is not found whole: " + " ".join(colours))
        middle = len(sheets[0]) // 2
        altered = sheets[0][:middle] + bytes([sheets[0][middle] ^ 1]) + sheets[0][middle + 1 :]
        colour = desk.check_paper(altered, vault.folder).colour
        need(colour in ("red", "unreadable"), f"a changed byte is not found: {colour}")
        return {"sheets": len(sheets), "bytes": sum(map(len, sheets)), "colours": colours, "altered": colour}

    def hr(self) -> Facts:
        """Five talks are sealed, written, read back and pooled with invented colleagues; the report is printed."""
        vault, now = self._opened(), datetime.now().astimezone()
        for number in range(2, 6):
            talk = story.start(vault, story.record(vault, story.invite(vault, f"Opdigtet Person {number}"), "a11", Answer(1)))
            self._talks.append(story.hold_unsigned(vault, self._agreed(talk)))
        for talk in self._talks:
            for question, code in (("g1", 4), ("g2", 4), ("g3", 1)):
                story.record(vault, talk, question, Answer(code))
        handed = story.contribute(vault)
        file = paths.write(self._folder / handed.name, handed.content)
        pooled = story.pool(demo_colleagues.batches(now.date()), story.pool_files([file]))
        need(pooled.read[0].outcome == "accepted", "the file for HR was not taken")
        need(pooled.taken == 1 + len(demo_colleagues.LEADERS), "a file of the invented colleagues was not taken")
        charts = story.chart_pictures(pooled)
        _, pdf = story.report(pooled, PLACE.municipality, now)
        need(charts and pdf.startswith(b"%PDF-"), "the report is no PDF, or shows nothing")
        return {"talks": handed.n, "file_bytes": len(handed.content), "pooled_files": pooled.taken, "charts": len(charts)}

    def _agreed(self, talk: Conversation) -> Conversation:
        """The talk with an answer and an agreement; its text is frozen."""
        vault, shipped = self._opened(), story.measures()
        for question, value in (("c11", 4), ("c92", (2,)), ("e05", 1)):
            talk = story.record(vault, talk, question, Answer(value))
        row = catalogue.row_for(shipped.measures[0], "da", story.months_after(talk, 3))
        return story.review(vault, story.add_agreement(vault, talk, row))

    def _opened(self) -> store.Vault:
        need(self._vault is not None, "there is no vault to work in")
        return self._vault
