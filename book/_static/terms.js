/* What a term of the glossary means, beside the term that the pointer or the keyboard reaches; Escape closes it.

   The meanings stand hidden behind the text of the page, where a screen reader finds them (aria-describedby). */
(() => {
  "use strict";
  const GAP = 8; // pixels between the meaning and the edge of the window
  const LATER = 200; // milliseconds in which the pointer may go from the term to its meaning

  let shown = null; // the meaning that is seen
  let closing = 0;

  const close = () => {
    clearTimeout(closing);
    shown?.remove();
    shown = null;
  };
  const closeLater = () => {
    clearTimeout(closing);
    closing = setTimeout(close, LATER);
  };

  const open = (term) => {
    close();
    const meaning = document.getElementById(term.getAttribute("aria-describedby"));
    if (!meaning) return;
    shown = document.createElement("div");
    shown.className = "refrain-meaning";
    shown.setAttribute("aria-hidden", "true"); // it is read aloud as the description of the term
    shown.textContent = meaning.textContent;
    shown.addEventListener("pointerenter", () => clearTimeout(closing));
    shown.addEventListener("pointerleave", closeLater);
    document.body.append(shown);
    place(term.getClientRects()[0]);
  };

  /* Below the term, or above it where there is no room; never beyond the window. */
  const place = (of) => {
    const { width, height } = shown.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - GAP;
    const isLow = of.bottom + height > innerHeight && of.top > height;
    shown.style.left = `${scrollX + Math.max(GAP, Math.min(of.left, room))}px`;
    shown.style.top = `${scrollY + (isLow ? of.top - height : of.bottom)}px`;
  };

  const setUp = () => {
    for (const term of document.querySelectorAll(".refrain-term")) {
      term.addEventListener("pointerenter", () => open(term));
      term.addEventListener("pointerleave", closeLater);
      term.addEventListener("focus", () => open(term));
      term.addEventListener("blur", close);
    }
    addEventListener("keydown", ({ key }) => key === "Escape" && close());
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUp);
  else setUp();
})();
