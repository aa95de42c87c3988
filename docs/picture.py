"""Draw the README's picture from the released tables: `make picture`."""

from pathlib import Path

import analysis as refrain

PICTURE = Path(__file__).with_name("phrases.svg")


def draw_picture() -> str:
    """Return the picture of where the chosen phrases are said, as SVG."""
    report = refrain.load_report()
    ledger = refrain.list_families(report.uses, report.segments, report.sources)
    chosen = refrain.phrases.list_chosen(ledger, report.phrases)
    rows = chosen[chosen["n"] > 0].head(10)
    uses = refrain.phrases.locate_families(report.uses, rows, report.segments, report.sources)
    spread = refrain.phrases.measure_spread(report.uses, report.segments, report.sources)
    is_fragile = refrain.pages.firmness.is_fragile(report.sensitivity, "phrases")
    words = refrain.pages.phrases.say_occurrences(rows, report, spread=spread, is_fragile=is_fragile)
    figure = refrain.figures.phrases.plot_occurrences(uses, report.events, phrases=rows["label"].tolist())
    return refrain.figures.draw_svg(figure, words["title"])


if __name__ == "__main__":
    PICTURE.write_text(draw_picture(), encoding="utf-8")
