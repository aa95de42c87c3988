"""Set this package beside others on twenty invented texts, and write what differs beside the code.

    python -m benchmarks.peers THEIRS

THEIRS is what `python benchmarks/peers_theirs.py > THEIRS` prints where the other packages are installed (its first
lines say which); they are no part of this package's own. Writes analysis/readability/peers.csv, a row a
measure and package.
"""

from __future__ import annotations

from pathlib import Path

import click
import pandas as pd

from analysis.readability import any_text
from analysis.readability.formulas import FORMULAS
from analysis.readability.scores import COUNTS
from analysis.vocabulary.diversity import measure_hdd, measure_mattr, measure_mtld

TEXTS = Path(__file__).with_suffix(".txt")
DIFFERENCES = Path(any_text.__file__).with_name("peers.csv")


@click.command(help=__doc__)
@click.argument("theirs", type=click.Path(exists=True, path_type=Path))
def main(theirs: Path) -> None:
    table = compare_peers(measure_ours(read_texts()), pd.read_csv(theirs, keep_default_na=False))
    table.to_csv(DIFFERENCES, index=False, lineterminator="\n")
    click.echo(table.to_string(index=False))


def read_texts() -> dict[str, str]:
    """Return the invented texts by name."""
    parts = TEXTS.read_text(encoding="utf-8").removeprefix("# ").split("\n# ")
    return dict(part.split("\n", 1) for part in parts)


def measure_ours(texts: dict[str, str]) -> pd.DataFrame:
    """Measure each text: one row a text and measure (text, measure, ours)."""
    rows = [
        (name, measure, value) for name, text in texts.items() for measure, value in _measure(text).items()
    ]
    return pd.DataFrame(rows, columns=["text", "measure", "ours"])


def _measure(text: str) -> dict[str, float]:
    tables = any_text.count_file_text(text, kind=any_text.PROSE)
    counts = tables["sentences"][COUNTS].sum().to_dict() | {"n_sentences": len(tables["sentences"])}
    scores = {f.formula: float(f.score(**{name: counts[name] for name in f.counts})) for f in FORMULAS}
    codes = pd.factorize(tables["tokens"]["norm"])[0]
    diversity = {
        "mtld_72": measure_mtld(codes, threshold=72),
        "hdd_42": measure_hdd(tables["tokens"]["norm"].value_counts().to_numpy(), draws=42),
        "mattr_50": measure_mattr(codes, window=50),
    }
    return counts | scores | diversity


def compare_peers(ours: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    """Compare the measures of each package with ours.

    theirs: one row a text, package and measure (text, peer, version, measure, value).
    Returns one row a measure and package, in the order of theirs: measure, peer, version, n_texts, mean_difference
    (theirs less ours), largest_difference and the text that has it (text, ours, theirs).
    """
    both = theirs.merge(ours, on=["text", "measure"]).rename(columns={"value": "theirs"})
    both["difference"] = both["theirs"] - both["ours"]
    both["size"] = both["difference"].abs()
    key = ["measure", "peer", "version"]
    groups = both.groupby(key, sort=False)["difference"].agg(n_texts="size", mean_difference="mean")
    most = both.sort_values("size", ascending=False, kind="stable").drop_duplicates(key)
    most = most.set_index(key)[["difference", "text", "ours", "theirs"]]
    table = groups.join(most.rename(columns={"difference": "largest_difference"})).reset_index()
    return table.round(3)


if __name__ == "__main__":
    main()
