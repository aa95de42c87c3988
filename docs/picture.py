"""Draw the README's picture from the released tables: `make picture`."""

from pathlib import Path

import analysis as refrain

PICTURE = Path(__file__).with_name("phrases.svg")


def draw_picture() -> str:
    """Return the picture of where the tracked phrases are used, as SVG."""
    report = refrain.load_report()
    uses = refrain.locate_phrases(report.phrase_hits, report.segments, report.sources)
    tracked = refrain.track_phrases(report.phrase_hits, report.segments, report.sources)
    phrases = refrain.phrases.choose_phrases(tracked)
    words = refrain.pages.phrases.say_occurrences(uses, report, phrases=phrases)
    figure = refrain.figures.phrases.plot_occurrences(uses, report.events, phrases=phrases)
    return refrain.figures.draw_svg(
        figure, title=words["title"], subtitle=words["subtitle"], note=words["note"]
    )


if __name__ == "__main__":
    PICTURE.write_text(draw_picture(), encoding="utf-8")
