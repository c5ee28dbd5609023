# SPDX-License-Identifier: EUPL-1.2
"""What others say of our papers: two validators, poppler, openssl, and the system's own record of who was called."""

import ctypes
import gc
import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pikepdf.pdfa
import pytest
from paper import papers
from paper.signed_papers import signed, stamped
from programs import tool

from senior_desktop.paper import labels, pdf, sheets
from senior_desktop.paper.closing import Identities

ARCHIVE, ACCESSIBLE = page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1
HERE = Path(__file__).resolve()


def found(made: bytes, *profiles: page.ValidationProfile) -> set[str]:
    """The rules that fail under any of the profiles."""
    return {one.rule_id for profile in profiles or (ARCHIVE, ACCESSIBLE) for one in page.validate_pdf_bytes(made, profile=profile).failures}


def changed(fault: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The unsigned paper with one fault in it."""
    with pikepdf.open(io.BytesIO(signed().unsigned)) as opened:
        fault(opened)
        out = io.BytesIO()
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
    return out.getvalue()


def drop(name: str) -> Callable[[pikepdf.Pdf], None]:
    """Take an entry out of the catalogue."""
    return lambda opened: opened.Root.__delitem__(name)


def untag(opened: pikepdf.Pdf) -> None:
    """The first paragraph of page 1 stands outside the structure."""
    first = opened.pages[0]
    content = first.Contents.read_bytes()
    at = re.search(rb"/P <</MCID \d+>> BDC", content)
    assert at is not None
    end = content.index(b"EMC", at.end())
    first.Contents = opened.make_stream(content[: at.start()] + content[at.end() : end] + content[end + 3 :])


def forget_alt(opened: pikepdf.Pdf) -> None:
    """No figure has words for those who do not see it."""
    for item in opened.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.Figure and "/Alt" in item:
            del item["/Alt"]


FAULTS = {
    "no language": drop("/Lang"), "not marked": drop("/MarkInfo"), "no colour profile": drop("/OutputIntents"),
    "attachment not associated": drop("/AF"), "untagged text": untag, "no alternative": forget_alt,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_seeded_fault_is_caught(fault: str) -> None:
    """The validator that finds nothing in our papers would find it."""
    assert found(signed().unsigned) == set()
    assert found(changed(FAULTS[fault]))


def test_two_signatures_have_the_one_known_remark_and_a_stamp_no_other() -> None:
    """The first of two byte ranges ends before the file does (README, honest limits); the accessible profile passes."""
    assert found(signed().once) == set()
    for made in (signed().twice, stamped()):
        assert found(made, ARCHIVE) == {"PDFA3A-SIGNATURE-BYTERANGE-001"} and found(made, ACCESSIBLE) == set()


CORE = {
    "sheet": papers.paper(signed=False), "english": papers.paper(signed=False, language="en"), "report": papers.report(),
    "recovery": sheets.recovery_sheet(("123456",) * 8, labels.words("da"), papers.NOW.isoformat(), "Ærø Kommune"),
}


@pytest.mark.parametrize("kind", CORE)
def test_the_second_validator_approves_the_plain_core(kind: str, tmp_path: Path) -> None:
    """Without form, attachment and the accessible claim, which it does not know; level B of the same part."""
    made = pdf.make(replace(CORE[kind], attached=False))
    with pikepdf.open(io.BytesIO(made)) as opened:
        xmp = opened.Root.Metadata.read_bytes().decode()
        xmp = re.sub(r"<rdf:Description rdf:about=\"\" xmlns:pdfaExtension.*?</rdf:Description>\n", "", xmp, flags=re.S)
        xmp = re.sub(r"<pdfuaid:part>1</pdfuaid:part>|\s+xmlns:pdfuaid=\"[^\"]*\"", "", xmp)
        opened.Root.Metadata.write(xmp.replace("<pdfaid:conformance>A<", "<pdfaid:conformance>B<").encode())
        for name in [name for name in opened.docinfo if name.startswith("/Seniorsamtale")]:
            del opened.docinfo[name]
        opened.save(tmp_path / "core.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
    report = pikepdf.pdfa.validate_written(tmp_path / "core.pdf", "3b")
    assert [str(one) for one in report.findings] == []


def test_poppler_reads_both_signatures_as_valid(tmp_path: Path) -> None:
    """And says of one changed byte that it is not."""
    program, file = tool("pdfsig"), tmp_path / "paper.pdf"

    def said(made: bytes) -> list[str]:
        file.write_bytes(made)
        done = subprocess.run([program, file], capture_output=True, text=True, check=False)
        return re.findall(r"Signature Validation: (.*)\.", done.stdout)

    assert said(signed().twice) == ["Signature is Valid", "Signature is Valid"]
    spoilt = bytearray(signed().twice)
    spoilt[len(signed().unsigned) // 2] ^= 1
    assert "Signature is Valid" not in said(bytes(spoilt))


@pytest.mark.parametrize("which", [0, 1])
def test_openssl_verifies_each_signature(which: int, tmp_path: Path) -> None:
    """Anybody can check without our program: the container over the bytes it names, with its own root."""
    program, made = tool("openssl"), signed().twice
    spans = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", made)
    start, size, after, rest = (int(number) for number in spans[which])
    padded = bytes.fromhex(made[size + 1 : after - 1].decode())
    assert padded[1] == 0x82  # its length stands in the next two bytes; zeros follow
    (tmp_path / "cms").write_bytes(padded[: 4 + int.from_bytes(padded[2:4], "big")])
    (tmp_path / "data").write_bytes(made[start : start + size] + made[after : after + rest])
    command = [program, "cms", "-verify", "-inform", "DER", "-in", "cms", "-content", "data", "-binary", "-noverify", "-out", os.devnull]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "data").write_bytes((tmp_path / "data").read_bytes()[:-1] + b"x")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0


WHOLE_WAY = f"""
import sys
sys.path[:0] = {[str(HERE.parents[1]), str(HERE.parents[2])]!r}
from paper.signed_papers import signed
from senior_desktop.paper import checking
found = checking.pool().check(signed().twice, signed().book)
assert found.colour == "green", found
"""


@pytest.mark.slow
def test_the_system_saw_no_connection_and_no_name_looked_up(tmp_path: Path) -> None:
    """Every call of this process and its workers, as the kernel heard it: only asyncio's own local pair is there."""
    program, calls = tool("strace"), tmp_path / "calls"
    done = subprocess.run(
        [program, "-f", "-qq", "-e", "trace=%network", "-o", calls, sys.executable, "-c", WHOLE_WAY], capture_output=True, text=True, check=False
    )
    if "ptrace" in done.stderr and done.returncode:
        pytest.skip("this machine lets nobody trace a process")
    assert done.returncode == 0, done.stderr
    heard = [line.split(None, 1)[1] for line in calls.read_text().splitlines()]
    sockets = [line for line in heard if re.match(r"socket\w*\(", line)]
    assert [line for line in sockets if not line.startswith("socketpair(AF_UNIX")] == [] and sockets
    assert [line for line in heard if re.match(r"(connect|bind|listen|sendto|accept4?)\(", line)] == []


class Mallinfo(ctypes.Structure):
    """What the C library says of its heap, in bytes (mallinfo2(3)). uordblks: in use; hblkhd: in use, in pages of its own."""

    _fields_ = [(name, ctypes.c_size_t) for name in ["arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"]]


def in_use() -> tuple[int, int]:
    """(bytes of the C heap, Python's small blocks) that somebody still holds once all else is collected.

    Not what the process has of the system: that grows with the gaps between what is held, and shrinks when it likes.
    """
    gc.collect()
    library = ctypes.CDLL(None)
    library.mallinfo2.restype = Mallinfo
    told = library.mallinfo2()
    return told.uordblks + told.hblkhd, sys.getallocatedblocks()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="What is held is read from glibc's own figures (2.33).")
def test_hundreds_of_papers_leave_no_more_behind_than_fifty() -> None:
    """Every paper is another one, and of the same size; half a kilobyte or five objects left of each would show. (200 left
    3 kB and 232 small blocks at most.)"""
    signed()
    sizes, before = set(), (0, 0)
    for number in range(250):
        made = pdf.make(papers.paper(number=f"SS-2026-{number:04}-9Q2M"), identities=Identities("AB", "CD"))
        sizes.add(len(made) // 2048)
        if number == 50:
            before = in_use()
    left = [after - then for after, then in zip(in_use(), before, strict=True)]
    assert len(sizes) <= 3 and left[0] < 100_000 and left[1] < 1_000, left


def test_four_pages_with_two_signatures_stay_small() -> None:
    """160 kB for four pages; a mail system takes it."""
    leader, employee = signed().leader, signed().employee
    from paper.signed_papers import DRAWN

    from senior_desktop.paper import signing

    long = papers.paper(blocks=(*papers.blocks(12, 7, signed=False), *papers.blocks(0, 7, signed=False)[6:], *papers.blocks(0, 7)[6:]))
    made = pdf.make(long, identities=Identities(employee.fingerprint, leader.fingerprint))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) == 4
    whole = signing.sign_as_employee(signing.sign_as_leader(made, leader, DRAWN, papers.NOW), employee, DRAWN, papers.NOW)
    assert len(whole) <= 160_000, hashlib.sha256(whole).hexdigest()
