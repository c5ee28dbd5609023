# SPDX-License-Identifier: EUPL-1.2
"""Twelve invented people -> the whole story through the real windows, without a screen; what `make demo` runs.

Everything is real: the wizard, the encrypted vault, the signatures, the counts and their noise. Only the people are invented.
"""

import json
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from senior_desktop import demo_colleagues, desk, paths, policy, story
from senior_desktop.demo_opening import from_here, opening

PASSPHRASE = "en opdigtet demo"
"""Opens the demo's vault, which holds invented people only; printed at the end."""

MARK = "demo.json"
MADE_BY = "senior-desktop demo"
"""A folder is one of ours when its demo.json says "made_by" this; no other is ever replaced."""

FOLDERS = ("vault", "papers", "hr", "screens")
"""What a run writes into beside its manifest; an interrupted run has no list of its files yet."""

PRIVATE_FIRST = "t1"
"""The page on which the leader writes a private note before the employee looks."""


class Demo:
    """One run: its folder, its clock, and what it made."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.seconds: dict[str, float] = {}
        self.counts: dict[str, int] = {}

    @contextmanager
    def step(self, name: str, words: str) -> Iterator[None]:
        """Time one step and say that it is under way."""
        print(f"  {words} …", flush=True)
        begun = time.perf_counter()
        yield
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.perf_counter() - begun, 3)

    def run(self) -> None:
        """All of it, in the story's order."""
        from senior_desktop.demo_hands import Hands, no_one_looks
        from senior_desktop.ui import application
        from senior_desktop.ui.main_window import MainWindow
        from senior_desktop.ui.work import Work

        sample = tomllib.loads((paths.resources() / "samples" / "demo.1.toml").read_text(encoding="utf-8"))
        with self.step("open", "Opening the app (no screen)"):
            qt = application.make(["Seniorsamtale"])
            look = application.Look(qt, desk.Settings("da", 16, "light"))
            faults: list[BaseException] = []
            work = Work(faults.append)
            work.failed.connect(faults.append)
            window = MainWindow(self.out / "vault", work, look, policy.Policy({}), lambda: None)
            no_one_looks(window)
        self.hands = Hands(window, work, self.out / "screens", faults)
        with self.step("first_run", "First run: passphrase, recovery sheet, encrypted vault"):
            self._first_run(sample["workplace"])
        for number, person in enumerate(sample["people"], 1):
            with self.step("talks", f"Conversation {number} of {len(sample['people'])}: {person['name']} (invented)"):
                self._talk(person, number)
        with self.step("hand_in", "Sealing one batch of noisy counts for HR"):
            self._hand_in(sample["workplace"]["discussed"])
        with self.step("pool", "Pooling with the batches of four invented colleagues, and the report"):
            self._hr()
        with self.step("verify", "Checking every signed paper"):
            self._check()
        window.close()

    # -- the leader's day ----------------------------------------------------------------------------------------------

    def _first_run(self, place: dict[str, str]) -> None:
        from senior_desktop.demo_hands import choose

        first = self.hands.screen()
        self.hands.picture("first-run")
        for key, box in first.fields.items():
            box.setText(place[key])
        choose(first.area, place["area"])
        first.to_passphrase.click()
        first.first.setText(PASSPHRASE)
        first.second.setText(PASSPHRASE)
        first.make.click()
        self.hands.picture("recovery-sheet")
        first.save_sheet(self.out / "papers" / "recovery-sheet.pdf")
        self.hands.settle()
        for box, number in zip(first.typed, first.asked, strict=True):
            box.setText(first.groups[number - 1])
        first.done.click()
        self.hands.picture("empty-start-page")

    def _talk(self, person: dict[str, Any], number: int) -> None:
        show = number == 1
        home = self.hands.screen()
        home.name.setText(person["name"])
        home.begin.click()
        talk = self.hands.screen()
        self._offer(talk, person, show)
        if "declines" in person:
            self.counts["declined"] = self.counts.get("declined", 0) + 1
            if self.counts["declined"] == 1:
                self.hands.picture("no-thanks")
            talk.leave()
            return
        for page_id in talk.page_ids:
            if page_id == "offer" or page_id == "evaluate":
                continue
            page = self.hands.go(talk, page_id)
            self._fill(talk, page, person, number)
            if show and page_id not in ("sign", "hand_over"):
                self.hands.picture(page_id)
        self._alone(talk, person, show)
        page = self.hands.go(talk, "hand_over")
        page.save_to(self.out / "papers")
        if show:
            self.hands.picture("hand_over")
        talk.leave()
        self.counts["signed"] = self.counts.get("signed", 0) + 1

    def _offer(self, talk: Any, person: dict[str, Any], show: bool) -> None:
        page = self.hands.go(talk, "offer")
        for key, value in (("a03", person["title"]), ("a07", person["hours"]), ("a04", person["group"]), ("a09", 1)):
            self.hands.answer(page, key, value)
        self.hands.answer(page, "a11", person.get("declines", 1))
        self.hands.settle()
        if "declines" in person:
            return
        if show:
            self.hands.picture("offer")
        prepare = self.hands.go(talk, "prepare")
        self.hands.answer(prepare, "b01", person.get("recognise", ""))
        self.hands.answer(prepare, "b05", 1)
        for measure, code in person.get("mandate", {}).items():
            self._pick(prepare, measure, code)
        if show:
            self.hands.picture("prepare")
        if "note" in person and "t1" in talk.page_ids:
            page = self.hands.go(talk, PRIVATE_FIRST)
            page.note.setPlainText(person["note"])
            if show:
                self.hands.picture("private-note")
        self.hands.go(talk, "offer").start.click()  # from here on both look at the screen
        self.hands.settle()
        if person.get("short"):
            talk.top.path.click()
            self.hands.settle()

    def _pick(self, page: Any, measure: str, code: int) -> None:
        page.measure.setCurrentIndex(page.measure.findData(measure))
        page.verdict.setCurrentIndex(page.verdict.findData(code))
        page.add.click()
        self.hands.settle()

    def _fill(self, talk: Any, page: Any, person: dict[str, Any], number: int) -> None:
        match page.page.id:
            case "agreements":
                for row in person["rows"]:
                    self._agree(page, row)
            case "follow_up":
                pass  # three months ahead is proposed already
            case "summary":
                self._sum_up(page, person)
            case "read":
                page.freeze.click()
                self.hands.settle()
                if number == 1:
                    page.save_to(self.out / "papers")
            case "sign":
                self._sign(page, number)
            case "hand_over":
                pass  # after the employee's own answer
            case _:
                for key in page.cards:
                    if key in person["answers"]:
                        self.hands.answer(page, key, person["answers"][key], person.get("first") if key == "c92" else None)
        self.hands.settle()

    def _agree(self, page: Any, row: dict[str, Any]) -> None:
        page.finder.all.setChecked(True)
        page.finder.pick(row["measure"])
        page.finder.add.click()
        self.hands.settle()
        card = list(page.rows.values())[-1]
        card.text.setPlainText(row["text"])
        card.text.flush()
        self._choose_in(card, row, ("pay",))
        for field in ("pay_text", "pay_who"):
            if field in row:
                getattr(card, field).setText(row[field])
                getattr(card, field).flush()
        for field in ("start", "pay_by"):
            if field in row:
                getattr(card, field).line.setText(row[field])
                getattr(card, field).flush()
        self._choose_in(card, row, ("status", "why_not", "responsible"))
        if row.get("top"):
            card.top.click()
        self.hands.settle()

    def _choose_in(self, card: Any, row: dict[str, Any], fields: tuple[str, ...]) -> None:
        from senior_desktop.demo_hands import choose

        for field in fields:
            self.hands.settle()
            if field in row:
                choose(card.list(field), row[field])
        self.hands.settle()

    def _sum_up(self, page: Any, person: dict[str, Any]) -> None:
        page.suggest.click()
        self.hands.settle()
        for code in person.get("open", ()):
            page.cards["e03"].field.box(code).click()
            self.hands.settle()
        self.hands.answer(page, "e02", person.get("remark", ""))
        self.hands.answer(page, "e05", 2 if person.get("disagree") else 1)

    def _sign(self, page: Any, number: int) -> None:
        from senior_desktop.demo_hands import write_name

        for card, seed in ((page.leader, 1), (page.employee, number)):
            card.read.setChecked(True)
            if number % 3:
                write_name(card.pen, seed)
            else:
                card.typed.setText(card.name)
            if number == 1:
                self.hands.settle()
                page.ensureWidgetVisible(card.sign, 0, 120)
                self.hands.picture("sign-leader" if card is page.leader else "sign-employee")
            card.sign.click()
            self.hands.settle()

    def _alone(self, talk: Any, person: dict[str, Any], show: bool) -> None:
        page = self.hands.go(talk, "evaluate")
        if show:
            self.hands.picture("evaluate")
        page.start.click()
        self.hands.settle()
        for key, value in zip(("g1", "g2", "g3"), person["own"], strict=True):
            if value != "-":
                self.hands.say(talk.curtain.cards[key].field, value)
        if show:
            self.hands.picture("the-employee-alone")
        talk.curtain.finish.click()
        self.hands.settle()

    # -- HR ------------------------------------------------------------------------------------------------------------

    def _hand_in(self, discussed: str) -> None:
        home = self.hands.screen()
        self.hands.picture("start-page")
        home.to_hr.click()
        page = self.hands.screen()
        page.day.line.setText(discussed)
        page.keep_day.click()
        self.hands.picture("hand-in")
        page.save_to(self.out / "hr" / "from-this-leader")
        self.hands.picture("handed-in")
        (file,) = (self.out / "hr" / "from-this-leader").glob("*.csv")
        again: list[Any] = []
        self.hands.work.do(story.handed_in, self.hands.window.vault, then=again.extend)
        self.hands.settle()
        self.counts.update(in_batch=again[0].n, identical=int(again[0].content == file.read_bytes()))

    def _hr(self) -> None:
        invented = demo_colleagues.batches(datetime.now().astimezone().date())
        folder = self.out / "hr" / "invented-colleagues"
        for name, content in invented:
            paths.write(folder / name, content)
        self.hands.window.for_hr()
        page = self.hands.screen()
        files = sorted((self.out / "hr").rglob("*.csv"))
        page.add_files(files)
        self.hands.picture("hr-figures")
        page.saving.save_report(self.out / "hr" / "report-hovedmed.pdf")
        self.hands.settle()
        self.counts["hr_files"] = len(files)

    def _check(self) -> None:
        found: dict[str, int] = {}
        for file in sorted((self.out / "papers").glob("*ark.pdf")):
            checked = desk.check_paper(file.read_bytes(), self.out / "vault")
            found[checked.colour] = found.get(checked.colour, 0) + 1
        self.counts.update({f"papers_{colour}": count for colour, count in found.items()})
        self.hands.window.check()
        page = self.hands.screen()
        page.check_file(next((self.out / "papers").glob("*samtaleark.pdf")))
        self.hands.picture("verify")


def run(out: Path) -> int:
    """Make the demo in `out`, which is replaced only when an earlier demo made it. Exit code 0, or 1 when it is not ours."""
    out = out.resolve()
    try:
        old = _made_earlier(out)
    except ValueError:
        print(f"{out.name}: this folder was not made by the demo and is left alone. Choose another with --out.", file=sys.stderr)
        return 1
    # First of all, so that a run that is interrupted here or later can be replaced.
    paths.write(out / MARK, json.dumps({"made_by": MADE_BY}).encode(), replace=True)
    _clear(out, old)
    begun = time.perf_counter()
    print("Seniorsamtale demo: invented people, real windows, real encryption, real signatures.")
    demo = Demo(out)
    demo.run()
    manifest = {
        "made_by": MADE_BY, "made": datetime.now().astimezone().isoformat(timespec="seconds"), "seconds": demo.seconds,
        "seconds_in_all": round(time.perf_counter() - begun, 1), "counts": demo.counts,
        "files": sorted(file.relative_to(out).as_posix() for file in out.rglob("*") if paths.is_file(file)),
    }
    paths.write(out / MARK, json.dumps(manifest, indent=2, ensure_ascii=False).encode(), replace=True)
    _table(out, demo, manifest)
    return 0


def _made_earlier(out: Path) -> tuple[Path, ...]:
    """The files of an earlier demo in `out`, its mark excepted; none when the folder is empty or not there.

    A finished run lists its files, and the app may have been opened on its vault since; a run that was
    interrupted owns what lies in its four folders. Raises ValueError when there is anything else: a
    file, a link, or a folder without our mark.
    """
    if paths.is_file(out) or paths.is_folder(out) and not paths.is_file(out / MARK) and any(out.iterdir()):
        raise ValueError("no mark")
    if not paths.is_folder(out) or not paths.is_file(out / MARK):
        return ()
    mark = json.loads((out / MARK).read_text(encoding="utf-8"))  # JSONDecodeError is a ValueError
    if not isinstance(mark, dict) or mark.get("made_by") != MADE_BY:
        raise ValueError("another's mark")
    found = tuple(one for one in out.rglob("*") if (one.is_symlink() or not paths.is_folder(one)) and one != out / MARK)
    listed = mark.get("files")
    owned = FOLDERS[:1] if isinstance(listed, list) else FOLDERS
    for one in found:
        name = one.relative_to(out)
        inside = len(name.parts) > 1 and name.parts[0] in owned
        if one.is_symlink() or not (inside or name.as_posix() in (listed or ())):
            raise ValueError("a file of somebody else's")
    return found


def _clear(out: Path, files: tuple[Path, ...]) -> None:
    """Take away `files`, and the demo's own folders where nothing is left in them."""
    for file in files:
        file.unlink()
    for name in FOLDERS:
        inside = [one for one in (out / name).rglob("*") if paths.is_folder(one)]
        for folder in (*sorted(inside, reverse=True), out / name):
            if paths.is_folder(folder):
                folder.rmdir()


def _table(out: Path, demo: Demo, manifest: dict[str, Any]) -> None:
    counts = demo.counts
    rows = (
        ("vault/", f"encrypted; {counts['signed'] + counts['declined']} people, {counts['declined']} said nej tak. Passphrase: {PASSPHRASE}"),
        ("papers/", f"{counts.get('papers_green', 0)} signed sheets checked green, a draft, the recovery sheet"),
        ("hr/from-this-leader/", f"one sealed batch of {counts['in_batch']} conversations; exported again: {'the same bytes' if counts['identical'] else 'DIFFERENT'}"),
        ("hr/invented-colleagues/", f"{counts['hr_files'] - 1} batches of invented colleagues"),
        ("hr/report-hovedmed.pdf", "the report for HovedMED"),
        ("screens/", f"{len(demo.hands.taken)} pictures of the windows"),
        (MARK, "what was made, counts, seconds per step"),
    )
    print(f"\nMade in {manifest['seconds_in_all']} s in {from_here(out)}/:")
    for name, what in rows:
        print(f"  {name:<26}{what}")
    print(f"\nOpen the app on it:  {opening(out / 'vault')}")
