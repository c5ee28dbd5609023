# SPDX-License-Identifier: EUPL-1.2
"""Nothing -> realistic Danish documents for the tests of this room."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import cycle, islice

from senior_desktop.paper.document import (
    Bar,
    Block,
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    Paragraph,
    SignatureBox,
    Signatures,
    Table,
    printed,
)

NOW = datetime(2026, 11, 18, 10, 42, 7, tzinfo=timezone(timedelta(hours=1)))
MUNICIPALITY = "Ærøskøbing-Marstal Kommune"
LEADER, LEADER_TITLE = "Søren Håkansson Østergaard-Mikkelsen", "Afdelingsleder, Plejecenter Åbrinken"
EMPLOYEE = "Kirsten Ærø Bjørnholm-Møller"
STROKES = tuple(
    tuple((start + step / 60, 0.5 + 0.4 * (-1) ** (step // 5) * (step % 5) / 5) for step in range(20))
    for start in (0.05, 0.4, 0.62)
)

AGREED = (
    ("Arbejdstid sættes til 32 timer om ugen med fri om onsdagen, når den nye kollega er startet.", "Leder"),
    ("Aftenvagter går fra fire til én pr. måned.", "Leder"),
    ("To timer om ugen til oplæring af nye kolleger i demenspleje.", "Leder og medarbejder"),
    ("Tilmelding til demenskursus trin 2.", "Medarbejder"),
    ("Samtale med løn og personale om seniorstilling.", "HR"),
    ("Loftlifte flyttes tættere på de faste stuer.", "Arbejdsmiljørepræsentant"),
    ("Skemaet er kendt otte uger frem.", "Leder"),
    ("Faste dage i dagvagt, mandag og tirsdag.", "Leder"),
    ("Mulighed for at skrive journal hjemmefra hver anden fredag.", "Leder"),
    ("Kirsten er mentor for to elever ad gangen og får tid til det.", "Leder og medarbejder"),
    ("Fælles frokost for alle vagter én gang om måneden.", "Medarbejder"),
    ("Et roligt skrivebord til dokumentation på første sal.", "Leder"),
)

THEMES = (
    ("Trivsel og arbejdsglæde", "Kirsten trives i høj grad og har god energi i samarbejdet med de pårørende. Hun vil "
     "gerne have lidt mindre af de sene vagter, fordi søvnen bliver kort."),
    ("Opgaver og ansvar", "Demensplejen er det, hun helst vil. Hun vil gerne have flere opgaver med oplæring."),
    ("Arbejdstid og vagter", "Et ønske om 32 timer er drøftet. Det skal formaliseres i et tillæg, før det gælder."),
    ("Fleksibilitet, sted og balance", "Hverdagen hænger i nogen grad sammen. Faste fridage hjælper mest."),
    ("Kompetencer og læring", "Et kursus i demenspleje trin 2 og et kort forløb i den nye journal."),
    ("Erfaring og videndeling", "Hun kender rutinerne ved udskrivning bedre end nogen anden på huset."),
    ("Arbejdsmiljø", "Loftliftene står forkert på tre stuer. Det koster skridt og tunge løft."),
)


def blocks(agreements: int = 12, themes: int = 7, *, signed: bool = True) -> tuple[Block, ...]:
    """The blocks of a conversation sheet with so many agreements and themes."""
    rows = tuple(
        (str(number), text, who, "01-01-2027", "01-03-2027")
        for number, (text, who) in enumerate(islice(cycle(AGREED), agreements), start=1)
    )
    out: list[Block] = [
        Facts((
            ("Medarbejder", f"{EMPLOYEE}\nSocial- og sundhedsassistent"), ("Leder", f"{LEADER}\n{LEADER_TITLE}"),
            ("Dato", "18. november 2026"), ("Øvrige deltagere", "Ingen"),
            ("Dokument", "SS-2026-7F3K-9Q2M, version 1"), ("Erstatter", "Ingen tidligere version"),
        )),
        Heading("Det korte overblik"),
        Bullets((
            "Kirsten trives og har lyst til at fortsætte med demensplejen.",
            "Aftenvagterne fylder mest. De bliver færre fra januar.",
            "Hun oplærer nye kolleger og får tid til det.",
        )),
        Heading("Det har vi aftalt"),
        Table(("Nr.", "Hvad er aftalt", "Ansvarlig", "Fra", "Følges op"), rows, (0.07, 0.45, 0.2, 0.14, 0.14),
              f"Tabel med {agreements} aftaler"),
        Heading("Om dette dokument"),
        Paragraph("Opsummeringen er skrevet af leder og medarbejder sammen. Arket viser kun det, begge har godkendt."),
        Paragraph("HR modtager kun en optælling og ikke dette dokument.", "help"),
    ]
    for title, text in THEMES[:themes]:
        out += [Heading(title, 2), Paragraph(text), Paragraph("I hvor høj grad trives du? I høj grad.", "help")]
    out += [Heading("Opfølgning"), Paragraph("Vi mødes igen den 1. marts 2027.")]
    if signed:
        out.append(Signatures(
            (SignatureBox("leader", LEADER, LEADER_TITLE), SignatureBox("employee", EMPLOYEE)),
            "Med underskriften bekræfter I, at opsummeringen gengiver samtalen.",
        ))
    return tuple(out)


def paper(*, agreements: int = 12, themes: int = 7, signed: bool = True, **changes: object) -> Document:
    """A conversation sheet in Danish; `changes` replace fields of the Document."""
    given: dict[str, object] = dict(
        kind="samtaleark", number="SS-2026-7F3K-9Q2M", version=1, language="da", title="Opsummering af seniorsamtale",
        subtitle="En frivillig samtale om trivsel, opgaver og ønsker til arbejdslivet",
        organisation=f"{MUNICIPALITY} · Plejecenter Åbrinken", made=NOW.isoformat(),
        blocks=blocks(agreements, themes, signed=signed),
    )
    made = Document(**{**given, **changes})  # type: ignore[arg-type]
    return made if "data" in changes else replace(made, data=printed(made))


def report() -> Document:
    """A small HR report with a chart."""
    bars = tuple(
        Bar(label, share, share - 0.14, share + 0.13, "34 af 80", faint)
        for label, share, faint in (
            ("Lyst til at blive længere", 0.42, False), ("Udbytte af samtalen i høj grad", 0.71, False),
            ("Kunne tale frit", 0.93, False), ("Aarhus 2023, til sammenligning", 0.42, True),
        )
    )
    return Document(
        "report", "HR-2026-1", 1, "da", "Seniorsamtaler 2026", "Til HovedMED", MUNICIPALITY, NOW.isoformat(),
        (Heading("Svar"), Chart("Andel af alle samtaler", bars, "42 procent har lyst til at blive længere."),
         Paragraph("Tallene er gjort lidt upræcise.", "help")),
    )
