"""Generated articles with quotations that were cut, changed and invented: what the checker says of each."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.formats import list_quoted
from analysis.quotes import check_quotations, list_verdicts
from benchmarks.quote_corpora import SPEAKER, Said, invent, use_addresses
from benchmarks.quote_makers import HELD, MAKERS, Maker

FRAMES = (
    "“{quote}” {name} said on Monday.",
    "{name} told reporters in Port Selm: “{quote}”",
    "The minister said: “{quote}”",
    "“{quote}” she added.",
    '"{quote}" Oldwick said.',
    "According to Oldwick, “{quote}”",
    "«{quote}», Oldwick said.",
)
OPENING = f"Port Selm. The minister of the sea, {SPEAKER.name}, spoke about the year in a long interview.\n\n"
PER_ARTICLE = 9
CLOSED = ("verbatim", "altered")


def write_articles(
    said: Said, makers: dict[Maker, str], *, n: int, seed: int
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield articles, each with the maker of every quotation that stands in it."""
    choose = random.Random(seed)
    for _ in range(n):
        planted: dict[str, str] = {}
        while len(planted) < PER_ARTICLE:
            maker = choose.choice(list(makers))
            quote = maker(said, choose)
            if quote:
                planted[" ".join(quote.split())] = maker.__name__
        lines = [choose.choice(FRAMES).format(quote=quote, name=SPEAKER.name) for quote in planted]
        yield OPENING + "\n\n".join(lines), planted


def judge_articles(said: Said, makers: dict[Maker, str], *, n: int, seed: int) -> pd.DataFrame:
    """Return one row a planted quotation: maker, wanted, verdict ("not found" where it was not listed), confidence."""
    wanted = {maker.__name__: verdict for maker, verdict in makers.items()}
    rows = []
    for article, planted in write_articles(said, makers, n=n, seed=seed):
        checked = check_quotations(list_quoted(article, SPEAKER), said.index)
        found = list_verdicts(checked, said.index).drop_duplicates("quote").set_index("quote")
        for quote, maker in planted.items():
            row = found.loc[quote] if quote in found.index else None
            verdict, sure = (row["verdict"], row["confidence"]) if row is not None else ("not found", np.nan)
            rows.append((maker, wanted[maker], verdict, sure, quote, row["said"] if row is not None else ""))
    return pd.DataFrame(rows, columns=["maker", "wanted", "verdict", "confidence", "quote", "said"])


def show(judged: pd.DataFrame, title: str, *, errors: bool) -> None:
    """Print the confusion table, the precision of verdicts, and how often verdicts of each confidence are right."""
    print(f"\n{title}: {len(judged):,} quotations")
    print(pd.crosstab([judged["wanted"], judged["maker"]], judged["verdict"]).to_string())
    right = judged["wanted"] == judged["verdict"]
    for verdict in CLOSED:
        given, planted = judged["verdict"] == verdict, judged["wanted"] == verdict
        print(
            f"{verdict}: right in {right[given].mean():.3f} of {given.sum():,}, found {right[planted].mean():.3f}"
        )
    print(f"all: {right.mean():.3f}")
    steps = pd.cut(judged["confidence"], [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1])
    print(right.groupby(steps, observed=True).agg(["mean", "size"]).round(3).to_string())
    if errors:
        for row in judged[~right].itertuples():
            print(f"{row.maker} -> {row.verdict} {row.confidence}\n   {row.quote}\n   {row.said}")


def main() -> None:
    """Run the tuning half, or with --held the half that was kept aside."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--held", action="store_true")
    options.add_argument("--errors", action="store_true")
    options.add_argument("--articles", type=int, default=40)
    chosen = options.parse_args()
    makers, seed = (MAKERS | HELD, 11) if chosen.held else (MAKERS, 1)
    messages = (130, 180, slice(240, 249)) if chosen.held else (60, 110, slice(120, 130))
    for title, said in (("invented", invent(seed)), ("annual messages", use_addresses(*messages))):
        judged = judge_articles(said, makers, n=chosen.articles, seed=seed)
        show(judged, f"{title}, {said.index.n_words:,} words", errors=chosen.errors)


if __name__ == "__main__":
    main()
