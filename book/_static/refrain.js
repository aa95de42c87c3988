/* Tables of the report: sort, search, choose rows, turn pages, show further columns.

   Without this script the first rows of a table stand on the page, its main columns on a phone, and all of it in a CSV.
   Rows that the page does not hold lie in a script beside it (data-rows), which is loaded when they are first needed:
   a browser reads no other file beside a page that was opened from a disk. */
(() => {
  "use strict";
  const PAGE = 25; // rows shown at a time
  const FEWEST_TO_SORT = 8; // rows; a shorter table is taken in at a glance
  const MAIN_COLUMNS = 6; // a phone shows these at first, see refrain.css
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

  /* A row: its cells as texts, and its element once it has been shown. */
  const readRow = (element) => ({ element, cells: [...element.cells].map((cell) => cell.textContent) });

  /* A head without its link to how it is measured. */
  const nameOf = (head) => head.firstChild.textContent.trim();

  const [, GROUP, , , , POINT] = tell("1,234.5");
  const toNumber = (text) => Number(text.replaceAll(GROUP, "").replace(POINT, ".").replace("−", "-"));

  const compareNumbers = (one, other) => toNumber(one) - toNumber(other);

  /* A link leads to its new text, by which the concordance knows it. */
  const fillCell = (cell, text) => {
    const link = cell.querySelector("a");
    cell.textContent = text;
    if (!link) return;
    link.textContent = text;
    link.href = `${link.getAttribute("href").split("#")[0]}#${encodeURIComponent(text)}`;
    cell.replaceChildren(link);
  };

  class SortedTable {
    constructor(box) {
      this.table = box.querySelector("table");
      this.body = this.table.tBodies[0];
      this.heads = [...this.table.tHead.rows[0].cells];
      this.rows = [...this.body.rows].map(readRow);
      this.sorting = null;
    }

    addSorting() {
      this.heads.forEach((head, column) => {
        const button = make("button", { type: "button", className: "refrain-sort" }, nameOf(head));
        button.addEventListener("click", () => this.sortBy(column));
        head.firstChild.replaceWith(button, " ");
      });
    }

    /* Numbers begin with the largest, words with the first; a second click turns the order round. */
    sortBy(column) {
      const numeric = this.heads[column].classList.contains("number");
      const again = this.sorting?.column === column;
      const down = again ? !this.sorting.down : numeric;
      this.sorting = { column, down, compare: numeric ? compareNumbers : inOrder };
      this.heads.forEach((head) => head.removeAttribute("aria-sort"));
      this.heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
      this.show();
    }

    /* Cells without a value stay last in both orders. */
    sorted(rows) {
      if (!this.sorting) return rows;
      const { column, down, compare } = this.sorting;
      const isMissing = (row) => ["", tell("not available")].includes(row.cells[column]);
      const present = rows.filter((row) => !isMissing(row));
      present.sort((one, other) => compare(one.cells[column], other.cells[column]) * (down ? -1 : 1));
      return [...present, ...rows.filter(isMissing)];
    }

    show() {
      this.put(this.sorted(this.rows));
    }

    put(rows) {
      this.body.replaceChildren(...rows.map((row) => this.elementOf(row)));
    }

    /* A row that came from beside the page is set as the rows of the page are. */
    elementOf(row) {
      if (!row.element) {
        row.element = this.rows[0].element.cloneNode(true);
        row.element.removeAttribute("id");
        [...row.element.cells].forEach((cell, place) => fillCell(cell, row.cells[place]));
      }
      return row.element;
    }
  }

  class SearchedTable extends SortedTable {
    constructor(box, frame) {
      super(box);
      this.frame = frame;
      this.status = frame.querySelector(".refrain-rows");
      this.status.setAttribute("role", "status");
      this.choices = [];
      this.first = 0;
      this.missing = Boolean(frame.dataset.rows);
    }

    addTools() {
      this.search = make("input", { type: "search", autocomplete: "off" });
      this.search.addEventListener("input", () => this.start());
      const tools = make("div", { className: "refrain-tools" }, make("label", {}, `${tell("Search")} `, this.search));
      const choices = Object.entries(JSON.parse(this.frame.dataset.choices));
      choices.forEach(([column, texts]) => tools.append(this.makeChoice(Number(column), texts)));
      this.frame.prepend(tools);
      this.back = make("button", { type: "button", textContent: tell("Previous rows") });
      this.next = make("button", { type: "button", textContent: tell("Next rows") });
      this.back.addEventListener("click", () => this.turn(-PAGE));
      this.next.addEventListener("click", () => this.turn(PAGE));
      this.status.after(this.back, this.next);
      this.show();
    }

    makeChoice(column, texts) {
      const options = [tell("all"), ...texts].map((text, place) => new Option(text, place ? text : ""));
      const select = make("select", {}, ...options);
      select.addEventListener("change", () => this.start());
      this.choices.push({ column, select });
      return make("label", {}, `${nameOf(this.heads[column])} `, select);
    }

    start() {
      this.first = 0;
      this.show();
    }

    turn(by) {
      this.first += by;
      this.show();
    }

    sortBy(column) {
      this.first = 0;
      super.sortBy(column);
    }

    /* Only the first pages of a table as it came can be shown without the rows beside the page. */
    needsAll() {
      const asked = this.search.value || this.sorting || this.choices.some(({ select }) => select.value);
      return this.missing && Boolean(asked || this.first + PAGE > this.rows.length);
    }

    show() {
      if (this.needsAll()) this.load();
      const found = this.sorted(this.rows.filter((row) => this.isWanted(row)));
      this.put(found.slice(this.first, this.first + PAGE));
      this.say(found.length);
      const wanted = this.rows[this.wanted]?.element;
      if (!wanted) return;
      this.wanted = null;
      wanted.scrollIntoView({ block: "center" });
    }

    isWanted(row) {
      row.text ??= row.cells.join(" ").toLowerCase();
      const words = this.search.value.toLowerCase().split(/\s+/);
      const chosen = ({ column, select }) => !select.value || row.cells[column] === select.value;
      return words.every((word) => row.text.includes(word)) && this.choices.every(chosen);
    }

    say(found) {
      const [all, untouched] = [Number(this.frame.dataset.n), found === this.rows.length];
      const n = untouched && this.missing ? all : found;
      const last = Math.min(this.first + PAGE, found);
      const of = n === all ? "" : ` ${tell("found, of {n}", { n: write(all) })}`;
      this.status.textContent = n
        ? `${tell("Rows {first} to {last} of {n}", { first: this.first + 1, last, n: write(n) })}${of}.`
        : tell("No row holds that.");
      if (this.failed) this.status.textContent += ` ${tell("Rows beyond {n} could not be loaded; the CSV has them.", { n: this.rows.length })}`;
      this.back.disabled = this.first === 0;
      this.next.disabled = last >= n;
    }

    /* Turn to the row that an address names, or numbers as the table came. */
    reveal(address) {
      const [, name, number] = address.match(/^(.+)-row-(\d+)$/) ?? [];
      const isNumbered = name === this.frame.dataset.search;
      const place = isNumbered ? number - 1 : this.rows.findIndex(({ element }) => element?.id && encodeURI(element.id) === address);
      if (place < 0) return;
      this.first = place - (place % PAGE);
      this.wanted = place;
      this.show();
    }

    load() {
      this.missing = false;
      const script = make("script", { src: this.frame.dataset.rows });
      script.addEventListener("load", () => this.add(window.refrainRows[this.frame.dataset.search]));
      script.addEventListener("error", () => this.add([], true));
      document.head.append(script);
    }

    add(rows, failed = false) {
      this.rows.push(...rows.map((cells) => ({ cells, element: null })));
      this.failed = failed;
      this.show();
    }
  }

  /* A phone shows the main columns, and this button the others. */
  const addColumnsButton = (box) => {
    const further = box.querySelector("tr").cells.length - MAIN_COLUMNS;
    if (further <= 0) return;
    const name = (all) => (all ? tell("Show the main columns") : tellCount(further, "Show {n} more column", "Show {n} more columns"));
    const button = make("button", { type: "button", className: "refrain-more", textContent: name(false) });
    button.addEventListener("click", () => {
      button.textContent = name(box.classList.toggle("refrain-all-columns"));
    });
    box.before(button);
  };

  /* A box that scrolls nothing is no stop for the keyboard. */
  const watchOverflow = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target.closest(".refrain-table");
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  });

  const openAddress = (table) => {
    table.addTools();
    const open = () => location.hash && table.reveal(location.hash.slice(1));
    addEventListener("hashchange", open);
    open();
  };

  const setUp = (box) => {
    const frame = box.closest("[data-search]");
    const table = frame ? new SearchedTable(box, frame) : new SortedTable(box);
    if (frame) openAddress(table);
    if (table.rows.length >= FEWEST_TO_SORT) table.addSorting();
    addColumnsButton(box);
    watchOverflow.observe(box);
    watchOverflow.observe(table.table);
  };

  const setUpAll = () => document.querySelectorAll(".refrain-table").forEach(setUp);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpAll);
  else setUpAll();
})();
