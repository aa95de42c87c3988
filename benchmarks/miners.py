"""Ways of listing the n-grams of 2 to 8 words that occur in two or more documents, all with the same answer.

Each is a function from documents (lists of words) to a table with one row per n-gram: text, n (occurrences),
n_documents. A package is imported where it is used, so that no process carries another's weight.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import count

import numpy as np
import pandas as pd

from analysis.language.ngrams import list_ngrams

MIN_WORDS, MAX_WORDS = 2, 8


def mine_with_refrain(documents: Iterable[list[str]]) -> pd.DataFrame:
    """Number the words, list the n-grams, and write them out."""
    code, document, forms = number_words(documents)
    listed = list_ngrams(code, document, document, min_words=MIN_WORDS, max_words=MAX_WORDS)
    words, ends = forms[code].tolist(), listed["start"] + listed["n_words"]
    listed["text"] = [" ".join(words[start:end]) for start, end in zip(listed["start"], ends, strict=True)]
    return listed[["text", "n", "n_documents"]]


def mine_with_scikit_learn(documents: Iterable[list[str]]) -> pd.DataFrame:
    """Count with CountVectorizer, which makes a string of every n-gram and drops the rare ones at the end."""
    from sklearn.feature_extraction.text import CountVectorizer

    counter = CountVectorizer(
        analyzer="word",
        ngram_range=(MIN_WORDS, MAX_WORDS),
        min_df=2,
        lowercase=False,
        tokenizer=list,
        token_pattern=None,
    )
    counts = counter.fit_transform(documents)
    n_documents = np.bincount(counts.indices, minlength=counts.shape[1])
    n = np.asarray(counts.sum(axis=0)).ravel()
    return pd.DataFrame({"text": counter.get_feature_names_out(), "n": n, "n_documents": n_documents})


def mine_with_nltk(documents: Iterable[list[str]]) -> pd.DataFrame:
    """Count the tuples of nltk's everygrams, document by document."""
    from nltk.util import everygrams

    n, n_documents = Counter(), Counter()
    for words in documents:
        in_document = Counter(everygrams(words, MIN_WORDS, MAX_WORDS))
        n.update(in_document)
        n_documents.update(in_document.keys())
    rows = [(" ".join(gram), n[gram], n_docs) for gram, n_docs in n_documents.items() if n_docs >= 2]
    return pd.DataFrame(rows, columns=["text", "n", "n_documents"])


def number_words(documents: Iterable[list[str]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return which word each is, which document it stands in, and the words themselves by number."""
    numbers = defaultdict(count().__next__)
    codes = [np.fromiter(map(numbers.__getitem__, words), dtype=np.int32) for words in documents]
    document = np.repeat(np.arange(len(codes), dtype=np.int32), [code.size for code in codes])
    return np.concatenate(codes), document, np.array(list(numbers), dtype=object)


MINERS = {
    "refrain": mine_with_refrain,
    "scikit-learn CountVectorizer": mine_with_scikit_learn,
    "nltk everygrams": mine_with_nltk,
}
