"""What lies in an export, said in the export itself."""

from __future__ import annotations

from analysis.exchange.gathering import Export
from analysis.storage import load_exports

WHOLE = "Whole texts, as the manifest allows: {names}."
RELEASED = (
    "Of {names} only the words that the published tables show are here; … stands for the others, and their "
    "punctuation is not here."
)
ABSENT = "The manifest allows the whole text of {names}, but it is not at hand; name its folder with --texts."
_GUARD = "A cell that a spreadsheet would run as a formula begins with an apostrophe."
_OPEN = {
    "csv": (
        "Every table is UTF-8 with commas; pandas reads it with keep_default_na=False, so that words such as 'null' "
        f"stay words. {_GUARD} Each file in texts/ is one whole text, which `refrain add` reads."
    ),
    "parquet": "Every table is one file; days are dates.",
    "xlsx": (
        "Every table is a sheet of refrain.xlsx; heads stay in sight. Cells that a spreadsheet could run are marked as "
        "text. A cell holds 32,767 characters; longer turns are cut and end with …, which csv does not do."
    ),
    "tei": (
        "Every source is a TEI document: a turn is a `u`, a paragraph a `seg`, who speaks stands in `listPerson`. "
        "Narration, notes, labels and words printed twice are each a `note` that says so by its type; headings are "
        "`head`, withheld words are a `gap`."
    ),
    "quanteda": (
        "corpus.csv has a row a turn: doc_id, text, then document variables. read.R reads it with readtext. "
        f"{_GUARD}"
    ),
    "qdpx": (
        "refrain.qdpx is a REFI-QDA project: texts, topics as codes, and each paragraph that mentions a topic as a "
        "coding of the user Refrain. What people code there comes back with `refrain code score`."
    ),
}


def tell_texts(export: Export) -> list[str]:
    """Say in a sentence each which texts leave whole, which do not, and which could but are not at hand."""
    others = [name for name in export.sources["source"] if name not in export.texts]
    told = [(WHOLE, sorted(export.texts)), (RELEASED, others), (ABSENT, export.absent)]
    return [sentence.format(names=", ".join(names)) for sentence, names in told if names]


def write_readme(export: Export, kind: str) -> bytes:
    """Write README.txt of an export of one kind."""
    lines = [f"{export.name}: exported by Refrain as {kind}.", "", *tell_texts(export), "", _OPEN[kind]]
    if kind in ("csv", "parquet", "xlsx"):
        lines += ["", *(f"{name}: {table['description']}" for name, table in load_exports().items())]
        lines += ["", "datapackage.json says what each column means."] if kind != "xlsx" else []
    licences = export.sources.loc[export.sources["source"].isin(export.texts), ["source", "licence"]]
    lines += ["", *(f"{row.source}: {row.licence}" for row in licences.itertuples())] if len(licences) else []
    return ("\n".join(lines) + "\n").encode("utf-8")
