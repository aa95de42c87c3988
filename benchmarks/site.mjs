/* Looks at every page of a built report in a browser: wide and on a phone, in light and in dark.

   node benchmarks/site.mjs SITE MODULES [chromium|firefox] [PAGE ...]
   MODULES: a node_modules folder with playwright-core and axe-core, which this repository does not need otherwise.
   Tells, and fails if there are any: violations of axe-core, errors of scripts, requests to elsewhere, links that lead
   nowhere (files and places), pages that scroll sideways, letters below 12 px on phones. Weighs every page. */
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [site, modules, browserName = "chromium", ...chosen] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const playwright = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const EXECUTABLES = { chromium: "/usr/bin/chromium", firefox: "/usr/bin/firefox-esr" };
const VIEWS = [1280, 390].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));
const SMALLEST = 12; // px of letters on a phone

const all = fs.readdirSync(site).filter((name) => name.endsWith(".html")).sort();
const pages = chosen.length ? chosen : all;
const found = { axe: [], console: [], requests: [], links: [], sideways: [], small: [] };

const browser = await playwright[browserName].launch({
  executablePath: process.env.BROWSER_PATH ?? EXECUTABLES[browserName],
  args: browserName === "chromium" ? ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"] : [],
});

const look = async (name, { width, colorScheme }) => {
  const view = `${name} ${width} ${colorScheme}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.on("console", (told) => told.type() === "error" && found.console.push(`${view}: ${told.text()}`));
  page.on("pageerror", (error) => found.console.push(`${view}: ${error.message}`));
  page.on("request", (asked) => /^https?:/.test(asked.url()) && found.requests.push(`${view}: ${asked.url()}`));
  await page.goto(pathToFileURL(path.resolve(site, name)).href, { waitUntil: "load" });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, nodes } of violations) found.axe.push(`${view}: ${id} ${nodes[0].target} (${nodes.length})`);
  const measured = await page.evaluate((smallest) => {
    const shown = [...document.querySelectorAll("article *")].filter((element) => {
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      return text && element.checkVisibility?.() !== false && !element.closest("math, sup, sub, svg");
    });
    const sizes = shown.map((element) => [parseFloat(getComputedStyle(element).fontSize), element.className || element.tagName]);
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return { over, small: sizes.filter(([size]) => size < smallest - 0.05) };
  }, SMALLEST);
  if (measured.over > 1) found.sideways.push(`${view}: ${measured.over} px`);
  if (width < 500 && measured.small.length) found.small.push(`${view}: ${measured.small[0]} (${measured.small.length})`);
  await context.close();
};

const placesOf = new Map();
const readPlaces = (file) => {
  if (!placesOf.has(file)) {
    const html = fs.readFileSync(file, "utf8");
    placesOf.set(file, new Set([...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map((match) => match[1])));
  }
  return placesOf.get(file);
};

const checkLinks = (name) => {
  const html = fs.readFileSync(path.join(site, name), "utf8");
  const addresses = [...html.matchAll(/<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src|srcset)="([^"]*)"/g)];
  for (const address of new Set(addresses.map((match) => match[1].replaceAll("&amp;", "&")))) {
    if (!address || /^[a-z][a-z+.-]*:/.test(address)) continue;
    const [file, place] = address.split("#");
    const target = path.join(site, decodeURIComponent(file.split("?")[0]) || name);
    if (!fs.existsSync(target)) found.links.push(`${name}: ${address}`);
    else if (place && target.endsWith(".html") && !readPlaces(target).has(decodeURIComponent(place))) found.links.push(`${name}: ${address}`);
  }
};

for (const name of pages) {
  checkLinks(name);
  for (const view of VIEWS) await look(name, view);
}
await browser.close();

const weigh = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? weigh(file) : fs.statSync(file).size);
  }, 0);
const sizes = pages.map((name) => [Math.round(fs.statSync(path.join(site, name)).size / 1000), name]).sort((a, b) => b[0] - a[0]);
console.log(`${pages.length} pages, ${VIEWS.length} views each, in ${browserName}; the site weighs ${(weigh(site) / 1e6).toFixed(2)} MB`);
console.log(`heaviest pages (kB): ${sizes.slice(0, 5).map(([size, name]) => `${name} ${size}`).join(", ")}`);
for (const [kind, told] of Object.entries(found)) {
  console.log(`${kind}: ${told.length}`);
  for (const line of told.slice(0, 40)) console.log(`  ${line}`);
}
process.exitCode = Object.values(found).some((told) => told.length) ? 1 : 0;
