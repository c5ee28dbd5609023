# SPDX-License-Identifier: EUPL-1.2
"""Packs, templates and workbooks spoilt in thousands of ways: each is taken, or refused in a sentence that names the place."""

import io
import random
import string
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from factory import make_vault, make_workplace

from senior_desktop import paths, tools
from senior_desktop.conversation import catalogue, catalogue_book, template, template_book
from senior_desktop.conversation.template import Wording
from senior_desktop.errors import PackRefused, SeniorError
from senior_desktop.hr import pack
from senior_desktop.paper import labels
from senior_desktop.vault import pack_key

pytestmark = pytest.mark.slow

PACKS, TEMPLATES, WORKBOOKS = 10_000, 10_000, 1_500
"""Workbooks are unpacked and read by a library, a hundred times dearer; ten thousand of them were run by hand."""

WHOLE = {"no_pack", "damaged", "altered", "newer", "too_large", "no_workbook", "macros", "not_toml"}
"""Faults of the file as such: there is no place in it to name."""

LETTERS = string.printable + "æøåÆØÅ–»«\u202e\0"


def spoil(chance: random.Random, text: str) -> str:
    """A few letters changed, a piece cut out, doubled, or put elsewhere."""
    for _ in range(chance.randint(1, 4)):
        at, long = chance.randrange(len(text) + 1), chance.choice((1, 1, 1, 3, 20, 200))
        piece = text[at : at + long]
        match chance.randrange(5):
            case 0:
                text = text[:at] + "".join(chance.choices(LETTERS, k=min(long, 5))) + text[at + long :]
            case 1:
                text = text[:at] + text[at + long :]
            case 2:
                text = text[:at] + piece + text[at:]
            case 3:
                to = chance.randrange(len(text) + 1)
                text = text[:to] + piece + text[to:]
            case _:
                number = chance.choice(("-1", "0", "9999999999999999999999", "1e400", "null", '""', "true", "[]", "{}"))
                text = text[:at] + number + text[at + long :]
    return text


def tried(take: Callable[[], object], told: Counter[str]) -> None:
    """Run `take`; what it refuses must be told in a whole sentence of both languages, with the place or for the whole file."""
    try:
        take()
    except SeniorError as fault:
        for language in ("da", "en"):
            sentence = labels.say(fault, language)
            assert sentence.endswith(".") and "{" not in sentence.replace(str(fault.facts["place"]), "") and "  " not in sentence
        assert fault.facts["place"] or fault.facts["fault"] in WHOLE, fault.facts
        told[str(fault.facts["fault"])] += 1
    else:
        told["taken"] += 1


def test_packs(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """Half are spoilt as they lie in the file, half before they are signed: a whole seal around rubbish."""
    chance, told = random.Random(20261129), Counter[str]()
    with make_vault(tmp_path, clock, make_workplace(leader="")) as hr:
        draft = tools.pack_changed(
            tools.draft(hr, hr.now().date()), data_officer="dpo@eksempel.dk", contact="HR, 12 34 56 78", discussed="2026-03-02",
            measures=(catalogue.Override("B3", False), catalogue.Override("A4", True, 1, ("C",), Wording("Hos os fredag.", "Fridays."))),
            letters={"invitation_da": "# Kom\n\nKære {name}\n"}, rules={"OfferAge": 60, "ProductWord": "livsfasesamtale"},
        )  # fmt: skip
        _, file = tools.publish(hr, draft, hr.now().date())
        content = pack.envelope(file).content.decode()

        def signed(spoilt: str) -> bytes:
            inside = spoilt.encode("utf-8", "surrogatepass")
            return pack.wrapped(inside, pack_key.public(hr), pack_key.sign(hr, pack.to_sign(inside)))

        for number in range(PACKS):
            spoilt = signed(spoil(chance, content)) if number % 2 else spoil(chance, file.decode()).encode()
            tried(lambda spoilt=spoilt: tools.look_at(hr, spoilt), told)  # type: ignore[misc]
    assert told.total() == PACKS and {"no_pack", "damaged", "altered", "wrong_value"} <= told.keys()


def test_templates() -> None:
    chance, told = random.Random(20261130), Counter[str]()
    shipped = (paths.resources() / "templates" / "senior.1.toml").read_text(encoding="utf-8")
    for _ in range(TEMPLATES):
        spoilt = spoil(chance, shipped).encode()
        tried(lambda spoilt=spoilt: template.read(spoilt), told)  # type: ignore[misc]
    assert told.total() == TEMPLATES and {"not_toml", "taken"} <= told.keys()


def repacked(content: bytes, name: str, changed: Callable[[str], str]) -> bytes:
    """The workbook with one part of it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            said = old.read(part)
            new.writestr(part, changed(said.decode()).encode("utf-8", "replace") if part == name else said)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["template", "measures"])
def test_workbooks(kind: str) -> None:
    """Spoilt in the bytes of the file, in any part of the archive, and in the words of a cell."""
    chance, told = random.Random(f"{kind} 20261201"), Counter[str]()
    shipped, known = template.shipped(), catalogue.shipped()
    if kind == "template":
        content, read = template_book.to_workbook(shipped), lambda spoilt: template.read(template_book.from_workbook(spoilt, shipped).encode())
    else:
        content, read = catalogue_book.to_workbook(known, ()), lambda spoilt: catalogue_book.from_workbook(spoilt, known)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.namelist()
    sheets = [one for one in parts if "worksheets/" in one or "sharedStrings" in one]
    for number in range(WORKBOOKS // 2):
        match number % 4:
            case 0:
                spoilt = bytearray(content)
                for _ in range(chance.randint(1, 8)):
                    spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
                found = bytes(spoilt)
            case 1:
                found = repacked(content, chance.choice(parts), lambda text: spoil(chance, text))
            case _:
                found = repacked(content, chance.choice(sheets), lambda text: one_cell(chance, text))
        tried(lambda found=found: read(found), told)  # type: ignore[misc]
    assert told.total() == WORKBOOKS // 2 and "no_workbook" in told and len(told) > 4


def one_cell(chance: random.Random, text: str) -> str:
    """Another word or number between two tags, so that the sheet is still one."""
    ends = [at for at, letter in enumerate(text) if letter == ">" and text[at + 1 : at + 2] not in ("<", "")]
    at = chance.choice(ends) + 1 if ends else 0
    until = text.find("<", at)
    said = chance.choice(("", "Måske", "-1", "99999999999", "Nej", "Tid til afvikling", "x" * 700, "&#13;", "1900-02-30", "K", "c11", "=1+1"))
    return text[:at] + said + text[until:]


def test_a_pack_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackRefused) as refused:
        tools.pack_content(tmp_path / "nothing.seniorpack")
    assert "ikke en pakke" in labels.say(refused.value, "da")
