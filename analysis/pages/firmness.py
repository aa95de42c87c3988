"""What pages say of how firm their findings are."""

from __future__ import annotations

import pandas as pd

from analysis.pages.phrasing import out_of


def tell_firmness(summary: pd.DataFrame) -> str:
    """Say how many findings are firm; summary as from `summarise_sensitivity`."""
    asked = summary[summary["verdict"] != ""]
    if asked.empty:
        return "There is no finding that another way to count could change."
    firm = int((asked["verdict"] == "firm").sum())
    return f"Firm in every other way to count: {out_of(firm, len(asked), 'finding')}."
