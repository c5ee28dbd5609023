# SPDX-License-Identifier: EUPL-1.2
"""Two people sign in turn, offline; whoever checks the file afterwards gets the right colour."""

import io
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper import papers, signed_papers
from paper.signed_papers import DRAWN, TYPED, Signed
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from senior_desktop.errors import CertificateExpired, NotTicked, PaperUnreadable, WrongSigner
from senior_desktop.paper import labels, pdf, seals, sheets, signing, verify
from senior_desktop.paper.appearance import Mark
from senior_desktop.paper.closing import Identities
from senior_desktop.paper.identity import make_identity, one_time_identity, open_identity
from senior_desktop.paper.seals import Seal, Seals


@pytest.fixture(scope="module")
def signed() -> Signed:
    return signed_papers.signed()


def results(verdict: verify.Verdict) -> dict[str, str]:
    return {line.key: str(line.result) for line in verdict.lines}


def test_signed_by_both_and_known_is_green(signed: Signed) -> None:
    """The laptop that signed it shows green, and every line can be said in both languages."""
    verdict = verify.verify(signed.twice, signed.book)
    assert (verdict.colour, verdict.exit_code) == ("green", 0)
    assert verdict.number == "SS-2026-7F3K-9Q2M" and json.loads(verdict.as_json())["colour"] == "green"
    for language in ("da", "en"):
        words = labels.words(language)
        assert verdict.headline(words) and papers.EMPLOYEE in "".join(said for _, said in verdict.sentences(words))


def test_every_file_begins_with_the_one_before(signed: Signed) -> None:
    """Signing only appends; the twice-signed file stays within 160 kB."""
    assert signed.once.startswith(signed.unsigned) and signed.twice.startswith(signed.once)
    assert len(signed.twice) <= 160_000


def test_signed_files_keep_the_archive_profile_but_for_the_one_known_finding(signed: Signed) -> None:
    """PDF/UA-1 passes throughout; PDF/A-3a has exactly the byte-range finding after two signatures."""
    for made, known in ((signed.once, []), (signed.twice, ["PDFA3A-SIGNATURE-BYTERANGE-001"])):
        archive = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_A_3A)
        assert [one.rule_id for one in archive.failures] == known
        assert not page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1).failures


def test_metadata_and_version_are_left_alone(signed: Signed) -> None:
    """Guards the two private methods of pyHanko that are overridden."""
    with pikepdf.open(io.BytesIO(signed.unsigned)) as before, pikepdf.open(io.BytesIO(signed.twice)) as after:
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert "/Version" not in after.Root and dict(before.docinfo) == dict(after.docinfo)


def test_unsigned_is_red_and_noise_is_unreadable(signed: Signed) -> None:
    """No signature is red; what is no PDF cannot be read."""
    assert verify.verify(signed.unsigned, signed.book).exit_code == 2
    for noise in (b"", b"hello", b"%PDF-1.7\n", b"PK\x03\x04" * 99, b"%PDF-1.7" + bytes(verify.LIMIT_BYTES)):
        assert verify.verify(noise, signed.book).exit_code == 3


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_was_made_without_signatures_is_red_and_frightens_nobody(signed: Signed, language: str) -> None:
    """Draft, report and recovery sheet: red, said kindly. Empty boxes, or a form taken away: as before."""
    words = labels.words(language)
    recovery = sheets.recovery_sheet(("123456",) * 8, labels.words("da"), papers.NOW.isoformat(), "Ærø Kommune")
    for document in (papers.paper(draft=True), papers.report(), recovery):
        verdict = verify.verify(pdf.make(document), signed.book)
        assert verdict.exit_code == 2 and results(verdict) == {"no_boxes": "bad"} and verdict.sentences(words)
        assert verdict.headline(words) == words("verify.colour_red_no_boxes")
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.twice), strict=True)
    del writer.root["/AcroForm"]
    writer.update_root()
    robbed = io.BytesIO()
    writer.write(robbed)
    for made in (signed.unsigned, robbed.getvalue()):
        assert verify.verify(made, signed.book).headline(words) == words("verify.colour_red")


def test_leaders_revision_alone_is_yellow_and_no_other_key_may_sign_it(signed: Signed) -> None:
    """A file cut back to the leader's revision misses the employee; another one-time key is refused."""
    cut = signed.twice[: len(signed.once)]
    verdict = verify.verify(cut, signed.book)
    assert verdict.exit_code == 1 and results(verdict)["employee_missing"] == "warn"
    other = one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
    with pytest.raises(WrongSigner):
        signing.sign_as_employee(cut, other, TYPED, papers.NOW)


def test_another_key_forced_into_the_employees_field_is_red(signed: Signed) -> None:
    """Signed past our own refusal, the checker sees that the paper names another key."""
    other = one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
    forged = signing._sign(signed.once, other, TYPED, papers.NOW, "employee", certify=False)
    verdict = verify.verify(forged, signed.book)
    assert verdict.exit_code == 2 and results(verdict)["employee"] == "bad"
    assert results(verdict)["integrity"] == "ok"


def test_unknown_leader_is_yellow_and_blocked_too(signed: Signed) -> None:
    """Whole, but nobody here knows the seal; a root never makes it known by a leader's entry."""
    assert verify.verify(signed.twice, Seals()).exit_code == 1
    blocked = Seals({seals.plain(signed.leader.fingerprint): Seal("", "leader", blocked=True)})
    verdict = verify.verify(signed.twice, blocked)
    assert verdict.exit_code == 1 and results(verdict)["leader_blocked"] == "warn"
    root = Seals({seals.plain(signed.leader.root_fingerprint): Seal("", "root")})
    assert verify.verify(signed.twice, root).exit_code == 0
    assert verify.verify(signed.twice, Seals(damaged=True)).exit_code == 1


def test_own_paper_of_a_stranger_is_never_green(signed: Signed) -> None:
    """The same words signed by a leader of the same name are yellow: the seal is another."""
    twin = make_identity(papers.LEADER, papers.LEADER_TITLE, papers.MUNICIPALITY, papers.NOW)
    employee = one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
    made = pdf.make(papers.paper(), identities=Identities(employee.fingerprint))
    made = signing.sign_as_employee(signing.sign_as_leader(made, twin, DRAWN, papers.NOW), employee, TYPED, papers.NOW)
    assert verify.verify(made, signed.book).exit_code == 1


def test_checking_says_nothing_to_the_log(signed: Signed, caplog: pytest.LogCaptureFixture,
                                          capfd: pytest.CaptureFixture[str]) -> None:
    """pyHanko would log pieces of an altered file; none of it may reach a log or the shell."""
    verify.verify(signed.twice.replace(b"<pdf:Producer>", b"<pdf:Produser>"), signed.book)
    verify.verify(signed.twice.replace(b"/ETSI.CAdES", b"/ETSP.CAdES"), signed.book)
    assert caplog.text == "" and capfd.readouterr().err == ""


def test_receipt_is_compared(signed: Signed) -> None:
    """A receipt of another file turns the verdict red."""
    assert verify.verify(signed.twice, signed.book, sha256="0" * 64).exit_code == 2


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_flipped_bit_is_green(signed: Signed, place: float, bit: int) -> None:
    """Anywhere in the file."""
    changed = bytearray(signed.twice)
    changed[int(place * len(changed))] ^= 1 << bit
    assert verify.verify(bytes(changed), signed.book).exit_code >= 2


@pytest.mark.slow
def test_no_flipped_bit_in_the_last_signature_itself_is_green(signed: Signed) -> None:
    """The container lies outside what it signs: its digits, its padding and their case all count."""
    start = signed.twice.rindex(b"/Contents <") + len(b"/Contents ")
    end = signed.twice.index(b">", start)
    rng = random.Random(2)
    places = [start, end, end - 1, start + 4000, *(rng.randrange(start, start + 3700) for _ in range(40))]
    for at in places:
        changed = bytearray(signed.twice)
        changed[at] ^= rng.choice((1, 2, 4, 8, 0x20))
        assert verify.verify(bytes(changed), signed.book).exit_code >= 2, at - start


@pytest.mark.slow
@given(cut=st.integers(1, 150_000), tail=st.binary(max_size=40))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cut_or_lengthened_files_are_never_green(signed: Signed, cut: int, tail: bytes) -> None:
    """Truncation and appended bytes, white space too, end in a verdict other than green."""
    assert verify.verify(signed.twice[: -min(cut, len(signed.twice))] + tail, signed.book).colour != "green"
    assert verify.verify(signed.twice + tail + b"\n", signed.book).colour != "green"


@given(noise=st.binary(max_size=400), head=st.booleans())
@settings(max_examples=80, deadline=None)
def test_noise_always_gets_a_verdict(noise: bytes, head: bool) -> None:
    """No bytes make the checker raise."""
    assert verify.verify((b"%PDF-1.7\n" if head else b"") + noise, Seals()).exit_code in (2, 3)


@pytest.fixture(scope="module")
def bare(signed: Signed) -> bytes:
    """The same paper as IT may want it: without the attached data, signed by both."""
    paper = replace(papers.paper(), attached=False)
    made = pdf.make(paper, identities=Identities(signed.employee.fingerprint, signed.leader.fingerprint))
    once = signing.sign_as_leader(made, signed.leader, DRAWN, papers.NOW)
    return signing.sign_as_employee(once, signed.employee, TYPED, papers.NOW + timedelta(minutes=2))


def test_a_paper_without_attached_data_is_green_and_says_so(signed: Signed, bare: bytes) -> None:
    """Nothing is attached, and the checker does not miss it."""
    verdict = verify.verify(bare, signed.book)
    assert verdict.colour == "green" and results(verdict)["content"] == "info"
    assert results(verify.verify(signed.twice, signed.book))["content"] == "ok"
    for language in ("da", "en"):
        assert verdict.sentences(labels.words(language))
    with pikepdf.open(io.BytesIO(bare)) as opened:
        assert len(opened.attachments) == 0 and "/AF" not in opened.Root


def test_nothing_can_be_slipped_into_a_paper_without_data(signed: Signed, bare: bytes) -> None:
    """An attachment added afterwards is a change; so is one taken out of a paper that had it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(bare), strict=True)
    writer.root["/AF"] = generic.ArrayObject()
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    verdict = verify.verify(out.getvalue(), signed.book)
    assert verdict.exit_code == 2 and results(verdict)["content"] == "bad"


@pytest.mark.parametrize("what", ["info", "page", "metadata", "catalogue", "attachment", "new"])
def test_later_changes_of_any_object_are_red(signed: Signed, what: str) -> None:
    """An incremental update after the signatures, however harmless it looks."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.twice), strict=True)
    root = writer.root
    if what == "info":
        info = writer.trailer.raw_get("/Info").get_object()
        info["/Title"] = generic.TextStringObject("En anden titel")
        writer.update_container(info)
    elif what == "page":
        first = root["/Pages"]["/Kids"][0]
        first["/Rotate"] = generic.NumberObject(90)
        writer.update_container(first)
    elif what == "catalogue":
        root["/OpenAction"] = generic.NullObject()
        writer.update_root()
    elif what == "attachment":
        root["/AF"] = generic.ArrayObject()
        writer.update_root()
    elif what == "metadata":
        writer.update_root()  # pyHanko rewrites the XMP with every change
    elif what == "new":
        writer.add_object(generic.TextStringObject("x"))
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue() != signed.twice
    assert verify.verify(out.getvalue(), signed.book).exit_code == 2


def test_rewritten_and_swapped_files_are_red(signed: Signed) -> None:
    """Saved anew by another program; fields swapped; a foreign approval in place of the leader's certification."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed.twice)) as opened:
        one, two, _ = opened.Root.AcroForm.Fields
        one.T, two.T = two.T, one.T
        opened.save(out)
    assert verify.verify(out.getvalue(), signed.book).exit_code >= 2
    swapped = signed.twice.replace(b"/T (Leder)", b"/T (Ledes)")
    assert verify.verify(swapped, signed.book).exit_code >= 2
    key = signers.SimpleSigner.load_pkcs12_data(signed.leader.p12, [], signed.leader.passphrase)
    approval = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(signed.unsigned)), signers.PdfSignatureMetadata(field_name="Leder"), key,
    ).getvalue()
    assert verify.verify(approval, signed.book).exit_code == 2


def test_only_the_named_keys_sign_in_their_turn(signed: Signed) -> None:
    """Not before the leader, not twice, not by a leader the paper does not name, not a draft, not without a mark."""
    with pytest.raises(WrongSigner):
        signing.sign_as_employee(signed.unsigned, signed.employee, TYPED, papers.NOW)
    with pytest.raises(WrongSigner):
        signing.sign_as_leader(signed.once, signed.leader, DRAWN, papers.NOW)
    with pytest.raises(WrongSigner):
        signing.sign_as_employee(signed.twice, signed.employee, TYPED, papers.NOW)
    other = make_identity("Anden Leder", "", papers.MUNICIPALITY, papers.NOW)
    with pytest.raises(WrongSigner):
        signing.sign_as_leader(signed.unsigned, other, DRAWN, papers.NOW)
    with pytest.raises(PaperUnreadable):
        signing.sign_as_leader(pdf.make(papers.paper(draft=True)), signed.leader, DRAWN, papers.NOW)
    with pytest.raises(NotTicked):
        signing.sign_as_leader(signed.unsigned, signed.leader, Mark(typed="  "), papers.NOW)
    changed = signed.once.replace(b"/SigFlags 3", b"/SigFlags 2")
    with pytest.raises(PaperUnreadable):
        signing.sign_as_employee(changed, signed.employee, TYPED, papers.NOW)


@pytest.mark.parametrize("shift", [timedelta(seconds=-1), timedelta(days=3 * 365 + 1)])
def test_certificate_signs_only_in_its_time(signed: Signed, shift: timedelta) -> None:
    """A clock set back, or a certificate past its end, cannot sign."""
    with pytest.raises(CertificateExpired):
        signing.sign_as_leader(signed.unsigned, signed.leader, DRAWN, papers.NOW + shift)


def test_names_as_long_as_they_come_still_fit() -> None:
    """Long names, emoji and XML in certificates and appearance; an English paper speaks English."""
    name, place = "Ærø <b>😀 " * 30, "Å" * 90
    leader, employee = make_identity(name, name, place, papers.NOW), one_time_identity(name, place, papers.NOW)
    made = pdf.make(papers.paper(language="en"), identities=Identities(employee.fingerprint, leader.fingerprint))
    once = signing.sign_as_leader(made, leader, Mark(typed=name), papers.NOW)
    twice = signing.sign_as_employee(once, employee, Mark(strokes=(((2.0, -1.0),), ((0.5, 0.5),))), papers.NOW)
    book = Seals({seals.plain(leader.fingerprint): Seal("", "leader")})
    assert verify.verify(twice, book).colour == "green"


def test_identity_reopens_and_hides_its_secrets(signed: Signed) -> None:
    """The vault keeps only PKCS#12 and passphrase; neither shows in a log line."""
    leader = signed.leader
    assert replace(open_identity(leader.p12, leader.passphrase)) == leader
    assert papers.LEADER not in repr(leader) and leader.passphrase.decode() not in repr(leader)
    assert papers.EMPLOYEE not in repr(signed.employee) + repr(TYPED)
    with pytest.raises(PaperUnreadable):
        open_identity(leader.p12, b"wrong")


def test_nothing_touches_the_disk_and_nothing_connects(tmp_path: Path) -> None:
    """Generate, sign twice and check under an audit hook: no connection, no look-up, no file opened for writing."""
    program = f"""
import os, sys
sys.path[:0] = {[str(Path(__file__).parents[1]), str(Path(signing.__file__).parents[2])]!r}
sys.dont_write_bytecode = True
from paper import papers
from senior_desktop.paper import pdf, signing, verify, seals
from senior_desktop.paper.appearance import Mark
from senior_desktop.paper.closing import Identities
from senior_desktop.paper.identity import make_identity, one_time_identity
seen = []
def hook(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        # asyncio's own wake-up pair is made of two ends of this process
        seen.append((event, str(args[1:])))
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append((event, str(args[0])))
sys.addaudithook(hook)
leader = make_identity(papers.LEADER, papers.LEADER_TITLE, papers.MUNICIPALITY, papers.NOW)
employee = one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
made = pdf.make(papers.paper(), identities=Identities(employee.fingerprint))
made = signing.sign_as_leader(made, leader, Mark(strokes=papers.STROKES), papers.NOW)
made = signing.sign_as_employee(made, employee, Mark(strokes=papers.STROKES), papers.NOW)
book = seals.Seals({{seals.plain(leader.fingerprint): seals.Seal("", "leader")}})
assert verify.verify(made, book).colour == "green"
print(seen)
"""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path,
        env={"TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch), "PATH": ""},
    )
    assert done.stdout.strip() == "[]" and done.stderr == ""
    assert list(scratch.iterdir()) == [] and tempfile.gettempdir() != str(scratch)


def test_every_line_has_its_words() -> None:
    """Each result a line can have is worded in both languages."""
    lines = [("signed", "bad"), ("no_boxes", "bad"),
             ("integrity", "bad"), ("revisions", "bad"), ("fields", "bad"), ("content", "bad"),
             ("leader", "bad"), ("employee", "bad"), ("employee_missing", "warn"), ("seals", "warn"), ("stamp", "bad"), ("locked", "bad"), ("password", "bad"), ("slow", "bad"), ("broke", "bad"),
             ("rendering", "ok"), ("rendering_words", "ok"), ("rendering", "warn"), ("rendering_unknown", "warn"),
             ("receipt", "ok"), ("receipt", "bad")]
    verdict = verify.Verdict(
        verify.Colour.RED, tuple(verify.Line(key, verify.Result(result)) for key, result in lines),
    )
    for language in ("da", "en"):
        assert len(verdict.sentences(labels.words(language))) == len(lines)
        for colour in verify.Colour:
            assert verify.Verdict(colour).headline(labels.words(language))
