"""Formulas as MathML, written when the book is built.

Sphinx's default asks every reader's browser to fetch MathJax from another site. Docutils brings a converter
from LaTeX to MathML, which browsers show without a script. Chosen with `html_math_renderer: mathml`.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html import HTML5Translator

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))


def visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    translator.body += [translator.starttag(node, "span", "", CLASS="math"), to_mathml(node), "</span>"]
    raise nodes.SkipNode


def visit_block(translator: HTML5Translator, node: nodes.math_block) -> None:
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    translator.body.append(to_mathml(node))
    if node["number"]:
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="eqno">({number})</span>')
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def to_mathml(node: nodes.math | nodes.math_block) -> str:
    """The formula of `node` as a <math> element; what is not understood is shown as LaTeX, with a warning."""
    latex = node.astext()
    try:
        return tex2mathml(latex, as_block=isinstance(node, nodes.math_block))
    except MathError as error:
        logger.warning("formula not understood: %s (%s)", latex, error, location=node)
        return f"<code>{escape(latex)}</code>"
