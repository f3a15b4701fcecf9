import { bundleApp } from "./bundle-app.ts";

/**
 * A page's own script that changes its page at random, from a seed: beside a React app that is drawn anew all the time, rows
 * are added, written over, cloned, moved, split, wrapped and taken away. Two pages with the same seed and as many steps are
 * the same page, whatever happened between the steps. `window.fuzz.step(count)` does some and answers when React has drawn.
 */
export function bundleFuzz(seed: number): Promise<string> {
  return bundleApp(`const seed = ${seed};\n${source}`);
}

const source = String.raw`
import { createRoot } from "react-dom/client";
import { createElement as h } from "react";

let state = seed;
// mulberry32
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (count) => Math.floor(random() * count);
const one = (list) => list[below(list.length)];

const numbers = ["(415) 555-0100", "415-555-0100", "415.555.0100", "+1 415 555 0100", "4155550100", "415–555–0100", "+1 (415) 555-0100"];
const others = ["(415) 555-0101", "SKU-4155550100-A", "$4155550100", "2024-04-15", "id_4155550100", "4155550100123", "212-555-0177"];
const words = ["Call ", "Ask us: ", "Open 24/7 ", "", "Reach Ann at ", "12 vans, one number: "];
const text = () => one(words) + (random() < 0.7 ? one(numbers) : one(others)) + one([".", "", " today", ", 8am"]);

// What React draws: keyed rows that come, go and change places.
let rows = [];
let made = 0;
const app = createRoot(document.querySelector("#app"));
const Row = ({ row }) =>
  h("li", { title: row.title }, "Row ", row.count, ": ", row.bold ? h("b", null, row.text) : row.text, " – ", row.link && h("a", { href: "tel:" + row.link }, row.link), h("input", { readOnly: true, value: row.text }));
const draw = () => app.render(h("ul", null, rows.map((row) => h(Row, { key: row.key, row }))));
const react = [
  () => (rows = [...rows.slice(-30), { key: ++made, count: 0, text: text(), title: text(), bold: random() < 0.5, link: random() < 0.5 ? one(numbers) : "" }]),
  () => (rows = rows.filter((_, index) => index !== below(rows.length))),
  () => (rows = rows.toReversed()),
  () => (rows = rows.map((row) => (random() < 0.3 ? { ...row, count: row.count + 1, text: text() } : row))),
  () => (rows = rows.map((row) => ({ ...row, bold: !row.bold }))),
];

// What other scripts do to the rest of the page. A number is never cut apart: who does that owns what is left of it.
const plain = document.querySelector("#plain");
const item = () => plain.children[below(plain.children.length)];
const textOf = (element) => { const walker = document.createTreeWalker(element, 4); return walker.nextNode(); };
const elsewhere = [
  () => { const p = document.createElement("p"); p.textContent = text(); plain.append(p); },
  () => { const p = document.createElement("p"); p.textContent = text(); plain.insertBefore(p, item() ?? null); },
  () => plain.insertAdjacentHTML("beforeend", "<div aria-label='" + one(numbers) + "'>" + text() + " – <a href='tel:" + one(numbers) + "'>" + text() + "</a></div>"),
  () => item()?.remove(),
  () => { const chosen = item(); if (chosen) plain.append(chosen); },
  () => { const chosen = item(); if (chosen) plain.insertBefore(chosen.cloneNode(true), chosen); },
  () => { const chosen = item(); chosen?.normalize(); const node = chosen && textOf(chosen); if (node && node.parentNode.localName !== "span") node.data = text(); },
  () => { const chosen = item(); const node = chosen && textOf(chosen); if (node) node.replaceData(0, 0, "New: "); },
  () => { const chosen = item(); const node = chosen && textOf(chosen); if (node && node.length > 6) node.splitText(below(node.length)); },
  () => item()?.normalize(),
  () => item()?.setAttribute("title", text()),
  () => item()?.querySelector("a")?.setAttribute("href", "tel:" + one(numbers)),
  () => { const chosen = item(); if (chosen) chosen.hidden = !chosen.hidden; },
  () => { const chosen = item(); if (chosen) { const box = document.createElement("section"); chosen.before(box); box.append(chosen); plain.append(box); } },
  () => { const chosen = item(); if (chosen) chosen.innerHTML = "<span>(415)</span> 555-<i>01</i>00 " + one(words); },
  () => { const chosen = item(); if (chosen) chosen.innerHTML = "<code>" + one(numbers) + "</code> " + text(); },
  () => { while (plain.children.length > 60) plain.firstChild.remove(); },
];

window.fuzz = {
  async step(count) {
    for (let step = 0; step < count; step++) {
      if (random() < 0.4) { one(react)(); draw(); } else one(elsewhere)();
    }
    // React draws in a task of its own, and works on for as long as there is something to draw.
    const drawn = () => document.querySelectorAll("#app li").length === rows.length;
    do await new Promise((passed) => setTimeout(passed, 5)); while (!drawn());
  },
};`;
