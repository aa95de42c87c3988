/* What ranks the results of the site's search: Sphinx's own scores, and a heading or entry that matches stands
   before pages that only hold its words. */
var Scorer = {
  score: ([, , anchor, , score]) => (anchor ? score + 0.5 : score),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
