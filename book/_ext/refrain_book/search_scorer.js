/* What ranks the results of the site's search: Sphinx's own scores; a heading or entry that matches stands before pages
   that only hold its words, and pages of long lists are not taken for pages on each name that they list. */
var LISTS = ["concordance", "ledger", "dictionary"];
var Scorer = {
  score: ([page, , anchor, , score]) => {
    if (anchor) return score + 0.5;
    return LISTS.includes(page) && score === Scorer.title ? Scorer.term : score;
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
