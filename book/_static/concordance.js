/* The concordance: look a phrase or topic up, see every use, and sort them.

   Without this script the page is a folded list for each entry. An entry's address (#root-causes) chooses it; a use has
   an address of its own, made of entry, text and place (#root-causes.text.208). Uses that the page does not hold lie in
   a script beside it (data-rows), which is loaded when they are asked for. */
(() => {
  "use strict";
  const STEP = 100; // uses shown at a time
  const MOST_NUMBERED = 20; // bars of the strip that bear their number
  const OPENING = /[(\[“‘«]$/;
  const CLOSING = /^[).,;:!?\]”’»]/;
  /* What this script says, in the language of the page: `words.py` of the book hands over what is not English. */
  const LANGUAGE = document.documentElement.lang || "en";
  const write = (n) => n.toLocaleString(LANGUAGE);
  const tell = (text, values = {}) =>
    (window.refrainWords?.[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const tellCount = (n, one, many) => tell(n === 1 ? one : many, { n: write(n) });
  const inOrder = new Intl.Collator(LANGUAGE, { numeric: true, sensitivity: "base" }).compare;

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const fold = (text) => text.normalize("NFC").toLowerCase().trim();
  const wordsOf = (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

  /* An item of a list in the page: before, match, behind, text, role. */
  const readItem = (item) => {
    const [left, match, right, , role] = [...item.children].map((child) => child.textContent);
    const address = item.id;
    return { left, match, right, role, address, text: Number(item.dataset.text), own: "own" in item.dataset };
  };

  class Entry {
    constructor(element, texts) {
      const { kind, n, rows } = element.dataset;
      Object.assign(this, { element, texts, kind, rows, id: element.id, n: Number(n) });
      this.label = element.querySelector("summary").firstChild.textContent.trim();
      this.name = kind === "topic" ? tell("{name} (topic)", { name: this.label }) : this.label;
      this.also = element.querySelector("summary + p")?.textContent ?? "";
      this.names = fold(`${this.name} ${this.also}`);
      this.said = fold(element.textContent);
      this.uses = [...element.querySelectorAll("li")].map(readItem);
    }

    /* Load the uses that the page does not hold; then call back, at once where there are none. */
    load(done) {
      if (!this.rows) return done();
      const script = make("script", { src: this.rows });
      script.addEventListener("load", () => this.add(window.refrainRows[this.id], done));
      script.addEventListener("error", () => this.add([], done));
      document.head.append(script);
    }

    add(rows, done) {
      if (!this.rows) return;
      this.rows = null;
      for (const [left, match, right, text, role, own, position] of rows) {
        const address = `${this.id}.${this.texts[text][0]}.${position}`;
        this.uses.push({ left, match, right, text, role, address, own: Boolean(own) });
      }
      done();
    }
  }

  const ORDERS = {
    date: () => 0, // the uses come by date
    "word before": (one, other) => compareWords(wordsOf(one.left).reverse(), wordsOf(other.left).reverse()),
    "word after": (one, other) => compareWords(wordsOf(one.right), wordsOf(other.right)),
    role: (one, other) => inOrder(one.role, other.role),
  };

  const NAMES = {
    date: tell("date"),
    "word before": tell("word before"),
    "word after": tell("word after"),
    role: tell("role"),
  };

  /* Where no word is known, a use stands last. */
  const compareWords = (some, others) => {
    if (!some.length || !others.length) return others.length - some.length;
    return inOrder(some.join(" "), others.join(" "));
  };

  /* Labelled controls. */
  const label = (text, control) => make("label", {}, `${text} `, control);
  const choose = (options, changed) => {
    const select = make("select", {}, ...options.map(([value, text]) => new Option(text, value)));
    select.addEventListener("change", changed);
    return select;
  };
  const type = (typed) => {
    const input = make("input", { type: "search", autocomplete: "off" });
    input.addEventListener("input", typed);
    return input;
  };

  /* The list of what can be looked up. */
  class Finder {
    constructor(entries) {
      this.entries = entries;
      this.input = type(() => this.show());
      this.input.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && this.found.length) location.hash = this.found[0].id;
      });
      const kinds = [...new Set(entries.map((entry) => entry.kind))].map((kind) => [kind, tell(kind)]);
      this.kind = choose([["", tell("all")], ...kinds], () => this.show());
      this.status = make("p", { className: "refrain-found" });
      this.status.setAttribute("role", "status");
      this.list = make("ul", { className: "refrain-entries" });
      const tools = make("div", { className: "refrain-tools" }, label(tell("Find a phrase or topic"), this.input), label(tell("Kind"), this.kind));
      this.element = make("div", { className: "refrain-find" }, tools, this.status, this.list);
      for (const entry of entries) {
        entry.link = make("a", { href: `#${encodeURIComponent(entry.id)}` }, entry.name);
        entry.item = make("li", {}, entry.link, " ", make("small", {}, write(entry.n)));
      }
      this.show();
    }

    /* Names come first, then entries of which a use holds the words. */
    show() {
      const words = fold(this.input.value).split(/\s+/);
      const holds = (text) => words.every((word) => text.includes(word));
      const listed = this.entries.filter(({ kind }) => !this.kind.value || kind === this.kind.value);
      const named = listed.filter(({ names }) => holds(names));
      this.found = [...named, ...listed.filter((entry) => !named.includes(entry) && holds(entry.said))];
      this.list.replaceChildren(...this.found.map(({ item }) => item));
      this.status.textContent = tellCount(this.found.length, "{n} entry to choose from.", "{n} entries to choose from.");
    }
  }

  /* A strip of when: a bar a text with uses, at its day; own words are filled, other uses only outlined. */
  const drawStrip = (entry) => {
    const days = entry.texts.map(([, , date]) => Date.parse(date));
    const known = days.filter((day) => !Number.isNaN(day));
    const strip = make("div", { className: "refrain-strip" });
    if (!known.length) return strip;
    const [first, last] = [Math.min(...known), Math.max(...known)];
    const counts = entry.texts.map(() => [0, 0]);
    entry.uses.forEach(({ text, own }) => (counts[text][own ? 0 : 1] += 1));
    const byDay = new Map();
    counts.forEach(([own, others], text) => {
      if (Number.isNaN(days[text])) return;
      const sum = byDay.get(days[text]) ?? [0, 0, entry.texts[text][2]];
      byDay.set(days[text], [sum[0] + own, sum[1] + others, sum[2]]);
    });
    const most = Math.max(1, ...[...byDay.values()].map(([own, others]) => own + others));
    const bars = [...byDay].sort(([one], [other]) => one - other).map(([day, [own, others]]) => {
      const bar = make("span", { className: "refrain-bar" });
      bar.style.left = `${last > first ? (100 * (day - first)) / (last - first) : 50}%`;
      if (own + others && byDay.size <= MOST_NUMBERED) bar.append(make("b", {}, String(own + others)));
      for (const [n, name] of [[others, "refrain-others"], [own, "refrain-own"]]) {
        const part = make("i", { className: name });
        part.style.height = `${(2.5 * n) / most}rem`;
        if (n) bar.append(part);
      }
      return bar;
    });
    const told = [...byDay.values()].filter(([own, others]) => own + others).sort((one, other) => inOrder(one[2], other[2]));
    const list = told.slice(0, 30).map(([own, others, date]) => tell("{date}: {own} own, {others} other", { date, own, others }));
    const box = make("div", { className: "refrain-bars" }, ...bars);
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", tell("Uses by day. {list}.", { list: [...list, ...(told.length > 30 ? [tell("and further days")] : [])].join("; ") }));
    const ends = [...new Set([first, last])].map((day) => make("span", {}, new Date(day).toISOString().slice(0, 10)));
    const key = make("p", { className: "refrain-key" }, make("i", { className: "refrain-own" }), ` ${tell("own words")} `, make("i", { className: "refrain-others" }), ` ${tell("other uses")}`);
    strip.append(box, make("div", { className: "refrain-ends" }, ...ends), key);
    return strip;
  };

  /* The uses of the entry that is chosen. */
  class Result {
    constructor() {
      this.title = make("h2", { id: "refrain-chosen", tabIndex: -1 });
      this.facts = make("p", { className: "refrain-facts" });
      this.strip = make("div");
      this.search = type(() => this.start());
      this.order = choose(Object.keys(ORDERS).map((order) => [order, NAMES[order]]), () => this.start());
      this.role = choose([], () => this.start());
      this.status = make("p", { className: "refrain-rows" });
      this.status.setAttribute("role", "status");
      this.list = make("ol", { className: "refrain-uses" });
      this.more = make("button", { type: "button", className: "refrain-further", textContent: tell("Show more uses") });
      this.more.addEventListener("click", () => this.showMore());
      const controls = [label(tell("Sort by"), this.order), label(tell("Role"), this.role), label(tell("Search in these"), this.search)];
      const tools = make("div", { className: "refrain-tools" }, ...controls);
      const head = [this.title, this.facts, this.strip, tools, this.status];
      this.element = make("section", { className: "refrain-result" }, ...head, this.list, this.more);
      this.element.setAttribute("aria-labelledby", this.title.id);
    }

    choose(entry, address) {
      this.entry = entry;
      this.title.textContent = entry.name;
      this.search.value = "";
      entry.load(() => this.entry === entry && this.fill(address));
    }

    fill(address) {
      const { entry } = this;
      const roles = [...new Set(entry.uses.map(({ role }) => role))].sort(inOrder);
      this.role.replaceChildren(new Option(tell("all"), ""), ...roles.map((role) => new Option(role, role)));
      const own = entry.uses.filter((use) => use.own).length;
      this.facts.textContent = `${tell(entry.kind)}; ${tellCount(own, "{n} use in own words", "{n} uses in own words")}, ${tell("{n} other", { n: write(entry.n - own) })}. ${entry.also}`;
      this.strip.replaceChildren(drawStrip(entry));
      this.here = address;
      this.start();
      this.goTo(this.sorted.findIndex((use) => use.address === address));
    }

    start() {
      const words = fold(this.search.value).split(/\s+/);
      const holds = ({ left, match, right, text }) => {
        const whole = fold(`${left} ${match} ${right} ${this.entry.texts[text][1]}`);
        return words.every((word) => whole.includes(word));
      };
      const wanted = this.entry.uses.filter((use) => holds(use) && (!this.role.value || use.role === this.role.value));
      this.sorted = wanted.sort(ORDERS[this.order.value]);
      this.n = STEP;
      this.show();
    }

    /* Show the use that an address names, and go there. */
    goTo(place) {
      if (place < 0) return;
      this.n = Math.max(STEP, place + 1);
      this.show();
      this.list.children[place].querySelector("a").focus({ preventScroll: true });
      this.list.children[place].scrollIntoView({ block: "center" });
    }

    showMore() {
      const before = this.n;
      this.n += STEP;
      this.show();
      this.list.children[before]?.querySelector("a").focus();
    }

    show() {
      const shown = this.sorted.slice(0, this.n);
      this.list.replaceChildren(...shown.map((use) => this.makeItem(use)));
      this.more.hidden = shown.length === this.sorted.length;
      const { name, n, uses } = this.entry;
      const of = this.sorted.length === n ? "" : ` ${tell("of {n}", { n: write(n) })}`;
      const lost = uses.length < n ? ` ${tell("The CSV below has all.")}` : "";
      const part = this.more.hidden ? "" : ` ${tell("The first {n} are shown.", { n: shown.length })}`;
      this.status.textContent = `${name}: ${tellCount(this.sorted.length, "{n} use", "{n} uses")}${of}, ${tell("by {order}", { order: NAMES[this.order.value] })}.${part}${lost}`;
    }

    makeItem(use) {
      const [, name] = this.entry.texts[use.text];
      const link = make("a", { href: `#${encodeURIComponent(use.address)}` }, name);
      const [opens, closes] = [OPENING.test(use.left), CLOSING.test(use.right)];
      const left = make("span", { className: `refrain-left${opens ? " refrain-joined" : ""}` }, use.left);
      const right = make("span", { className: `refrain-right${closes ? " refrain-joined" : ""}` }, use.right);
      const said = [left, opens ? "" : " ", make("b", {}, use.match), closes ? "" : " ", right];
      const where = make("span", { className: "refrain-where" }, link, `, ${use.role}`);
      return make("li", { className: use.address === this.here ? "refrain-here" : "" }, ...said, " ", where);
    }
  }

  const setUp = () => {
    const box = document.querySelector(".refrain-concordance");
    if (!box) return;
    const texts = JSON.parse(box.dataset.texts);
    const entries = [...box.querySelectorAll("details")].map((element) => new Entry(element, texts));
    const [finder, result] = [new Finder(entries), new Result()];

    /* An address names an entry, or a use of it; a name or wording will do. */
    const find = (wanted) => {
      const marks = / \((suggested|in another wording|\d+ wordings)\)/g;
      const plain = (text) => wordsOf(fold(text.replace(marks, ""))).join(" ");
      const isCalled = ({ label, also }) => [label, ...also.slice(6).split("; ")].some((name) => plain(name) === plain(wanted));
      const address = wanted.split(".")[0];
      return entries.find(({ id }) => id === address) ?? (wanted ? entries.find(isCalled) : undefined);
    };

    const choose = (wanted, isAsked) => {
      const entry = find(wanted);
      if (!entry && wanted && isAsked) return; // another place of the page
      const chosen = entry ?? entries[0];
      entries.forEach(({ link }) => link.removeAttribute("aria-current"));
      chosen.link.setAttribute("aria-current", "true");
      result.choose(chosen, wanted);
      if (!isAsked || wanted.includes(".")) return;
      result.title.focus({ preventScroll: true }); // as a link to a place of the page does
      result.title.scrollIntoView({ block: "nearest" });
    };

    const asked = () => {
      const address = location.hash.slice(1);
      try {
        return decodeURIComponent(address);
      } catch {
        return address; // a lone percent sign
      }
    };
    box.classList.add("refrain-live");
    box.prepend(make("div", { className: "refrain-explorer" }, finder.element, result.element));
    addEventListener("hashchange", () => choose(asked(), true));
    choose(asked(), false);
    if (find(asked())) result.title.scrollIntoView({ block: "start" });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUp);
  else setUp();
})();
