"""One invented interview, written into every kind of file that holds one.

Maren Oldwick, minister of Tervia, and Paul Inger, who asks, do not exist. Each of their turns is cut into cues, some of
them inside a phrase, so that a reader has to join them. A new format is a line of WRITERS.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from office_files import make_odt, make_rtf, make_word, paragraph
from trait_files import PEOPLE
from written_pdf import Words, write_pdf
from written_xlsx import row, write_xlsx

SPEAKER, ASKS = "Maren Oldwick", "Paul Inger"
INTERVIEW = [
    (ASKS, ["Minister, who is to blame", "for the quarrel?"]),
    (SPEAKER, ["Nobody should speak of blame. We must look at the root", "causes of the quarrel, and these are old."]),
    (ASKS, ["Will the herring", "quota change & grow?"]),
    (SPEAKER, ["It follows the shoals.", "Whoever looks at the root causes", "knows “that”, and waits."]),
    (ASKS, ["When will you meet?"]),
    (SPEAKER, ["In June, I hope."]),
]  # fmt: skip
PHRASE = "root causes"  # runs over the end of a cue once
N_PHRASE = 2


class Cue(NamedTuple):
    """A cue of the interview: three seconds of one voice, begun `begin` seconds after the start."""

    voice: str
    words: str
    begin: int


def list_cues() -> list[Cue]:
    """Return the cues of the interview, one behind the other."""
    clock = count(0, 3)
    return [Cue(voice, words, next(clock)) for voice, cues in INTERVIEW for words in cues]


def _clock(seconds: int, mark: str) -> str:
    return f"00:{seconds // 60:02}:{seconds % 60:02}{mark}000"


def _turns() -> list[tuple[str, str]]:
    return [(voice, " ".join(cues)) for voice, cues in INTERVIEW]


def write_text() -> str:
    """Plain text with printed labels."""
    return "\n\n".join(f"{voice}: {words}" for voice, words in _turns()) + "\n"


def write_webvtt() -> str:
    """WebVTT with a voice tag a cue, as Teams writes it."""
    cues = [
        f"{_clock(cue.begin, '.')} --> {_clock(cue.begin + 3, '.')}\n<v {cue.voice}>{escape(cue.words)}</v>"
        for cue in list_cues()
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def write_zoom() -> str:
    """WebVTT with numbers and a printed label in every cue, as Zoom writes it."""
    cues = [
        f"{i}\n{_clock(cue.begin, '.')} --> {_clock(cue.begin + 3, '.')}\n{cue.voice}: {cue.words}"
        for i, cue in enumerate(list_cues(), 1)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def write_subrip() -> str:
    """SubRip with a printed label where the voice changes, with the line ends of Windows."""
    cues, before = [], ""
    for i, cue in enumerate(list_cues(), 1):
        words = cue.words if cue.voice == before else f"{cue.voice}: {cue.words}"
        cues.append(f"{i}\n{_clock(cue.begin, ',')} --> {_clock(cue.begin + 3, ',')}\n<i>{words}</i>\n")
        before = cue.voice
    return "\ufeff" + "\n".join(cues).replace("\n", "\r\n")


def write_whisperx() -> str:
    """JSON of WhisperX: a segment a cue."""
    segments = [
        {"start": cue.begin, "end": cue.begin + 3, "text": f" {cue.words}", "speaker": cue.voice}
        for cue in list_cues()
    ]
    return json.dumps({"segments": segments, "language": "en"})


def write_csv() -> str:
    """CSV with a row a turn."""
    file = io.StringIO()
    csv.writer(file).writerows([("speaker", "text"), *_turns()])
    return file.getvalue()


def write_json_lines() -> str:
    """JSON Lines with an object a turn."""
    return "".join(json.dumps({"speaker": voice, "text": words}) + "\n" for voice, words in _turns())


def write_chat() -> str:
    """CHAT: a main tier a turn, a tier of codes below it."""
    codes = {SPEAKER: "OLD", ASKS: "ING"}
    people = f"OLD {SPEAKER.replace(' ', '_')} Participant, ING {ASKS.replace(' ', '_')} Investigator"
    head = f"@UTF8\n@Begin\n@Languages:\teng\n@Participants:\t{people}\n"
    lines = [f"*{codes[voice]}:\t&-um {words}\n%com:\tcalm\n" for voice, words in _turns()]
    return head + "".join(lines) + "@End\n"


def write_textgrid() -> str:
    """A short TextGrid: a tier a voice, an interval a cue."""
    rows = ['File type = "ooTextFile"', 'Object class = "TextGrid"', "", "0", "99", "<exists>", "2"]
    for voice in (SPEAKER, ASKS):
        cues = [cue for cue in list_cues() if cue.voice == voice]
        rows += ['"IntervalTier"', f'"{voice}"', "0", "99", str(len(cues))]
        for cue in cues:
            rows += [str(cue.begin), str(cue.begin + 3), '"' + cue.words.replace('"', '""') + '"']
    return "\n".join(rows) + "\n"


def write_elan() -> str:
    """ELAN: a tier a participant, an annotation a cue."""
    slots, tiers = [], []
    for voice in (SPEAKER, ASKS):
        annotations = []
        for cue in (cue for cue in list_cues() if cue.voice == voice):
            slots += [(f"t{cue.begin}", cue.begin), (f"e{cue.begin}", cue.begin + 3)]
            refs = f'TIME_SLOT_REF1="t{cue.begin}" TIME_SLOT_REF2="e{cue.begin}"'
            value = f"<ANNOTATION_VALUE>{escape(cue.words)}</ANNOTATION_VALUE>"
            annotations.append(
                f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{cue.begin}" {refs}>{value}</ALIGNABLE_ANNOTATION>'
                "</ANNOTATION>"
            )
        tiers.append(
            f"<TIER TIER_ID={quoteattr(voice[0])} PARTICIPANT={quoteattr(voice)}>{''.join(annotations)}</TIER>"
        )
    times = "".join(f'<TIME_SLOT TIME_SLOT_ID="{slot}" TIME_VALUE="{at * 1000}"/>' for slot, at in slots)
    return f"<ANNOTATION_DOCUMENT><TIME_ORDER>{times}</TIME_ORDER>{''.join(tiers)}</ANNOTATION_DOCUMENT>"


def write_tei() -> str:
    """TEI as ParlaMint has it: an utterance a turn, its speaker in a note before it."""
    said = [
        f'<note type="speaker">{voice}:</note><u who="#{voice.split()[-1]}"><seg>{escape(words)}</seg></u>'
        for voice, words in _turns()
    ]
    header = f"<teiHeader><listPerson>{PEOPLE}</listPerson></teiHeader>"
    body = f"<text><body><div>{''.join(said)}</div></body></text>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}{body}</TEI>'


def write_akoma_ntoso() -> str:
    """Akoma Ntoso: a speech a turn, its speaker among the references and, with an office, in a label."""
    people = f'<TLCPerson eId="m" showAs="{SPEAKER}"/><TLCPerson eId="i" showAs="{ASKS}"/>'
    said = [
        f'<speech by="#{"m" if voice == SPEAKER else "i"}"><from>Hon. {voice}:</from><p>{escape(words)}</p></speech>'
        for voice, words in _turns()
    ]
    body = f"<debateBody><debateSection>{''.join(said)}</debateSection></debateBody>"
    return f"<akomaNtoso><debate><meta><references>{people}</references></meta>{body}</debate></akomaNtoso>"


def write_hansard() -> str:
    """Hansard as TheyWorkForYou scrapes it: a speech a turn, under a heading."""
    said = [
        f"<speech speakername={quoteattr(voice)}><p>{escape(words)}</p></speech>" for voice, words in _turns()
    ]
    return f'<?xml version="1.0"?><publicwhip>{"".join(said)}</publicwhip>'


def write_word() -> bytes:
    """Word: a paragraph a turn under a printed label."""
    return make_word("".join(paragraph(f"{voice}: {escape(words)}") for voice, words in _turns()))


def write_odt() -> bytes:
    """OpenDocument: a paragraph a turn under a printed label."""
    return make_odt("".join(f"<text:p>{voice}: {escape(words)}</text:p>" for voice, words in _turns()))


def write_rtf() -> bytes:
    """RTF: a paragraph a turn under a printed label; signs beyond ASCII by their number."""
    lines = "".join(f"{voice}: {words}\\par " for voice, words in _turns())
    return make_rtf("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in lines))


def write_html() -> str:
    """HTML: a paragraph a turn, its label in bold type, under the navigation of a site."""
    said = [f"<p><strong>{voice}:</strong> {escape(words)}</p>" for voice, words in _turns()]
    return f"<!DOCTYPE html><body><nav><a href='/'>Home</a></nav><article>{''.join(said)}</article></body>"


def write_one_page() -> bytes:
    """PDF: a line or two a turn, with room between turns."""
    lines, base = [], 740.0
    for voice, cues in INTERVIEW:
        for i, words in enumerate(cues):
            lines.append(Words(words if i else f"{voice}: {words}", 60, base))
            base -= 14
        base -= 20
    return write_pdf(lines)


def write_workbook() -> bytes:
    """XLSX: a row a turn."""
    rows = [("speaker", "text"), *((voice, escape(words)) for voice, words in _turns())]
    return write_xlsx(f"<sheetData>{''.join(row(i, *cells) for i, cells in enumerate(rows, 1))}</sheetData>")


def write_otter() -> str:
    """Plain text as Otter exports it: a name and a time over the words."""
    said = [(voice, words, 3 * i) for i, (voice, words) in enumerate(_turns())]
    return "\n".join(f"{voice}  0:{begin:02}\n{words}\n" for voice, words, begin in said)


# The name of the file, and what writes it: as text (in UTF-8) or as bytes.
WRITERS: dict[str, Callable[[], str | bytes]] = {
    "plain.txt": write_text,
    "teams.vtt": write_webvtt,
    "zoom.vtt": write_zoom,
    "titles.srt": write_subrip,
    "whisperx.json": write_whisperx,
    "turns.csv": write_csv,
    "turns.jsonl": write_json_lines,
    "talk.cha": write_chat,
    "praat.TextGrid": write_textgrid,
    "elan.eaf": write_elan,
    "debate.xml": write_tei,
    "speeches.akn": write_akoma_ntoso,
    "scraped.xml": write_hansard,
    "letters.docx": write_word,
    "letters.odt": write_odt,
    "letters.rtf": write_rtf,
    "page.html": write_html,
    "page.pdf": write_one_page,
    "rows.xlsx": write_workbook,
    "otter.txt": write_otter,
}


def write_container(name: str) -> bytes:
    """Return the bytes of the interview in one kind of file."""
    written = WRITERS[name]()
    return written if isinstance(written, bytes) else written.encode("utf-8")
