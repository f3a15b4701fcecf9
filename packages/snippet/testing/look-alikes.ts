/** The business's number in the look-alikes: one that a loose pattern would find in each of them. */
const digits = "4155550100";
const [area, exchange, line] = ["415", "555", "0100"];

/** One kind of thing that is no phone number of the business, written with the digits of one: `n` runs from 0 to 9. */
type Kind = readonly [what: string, write: (n: number) => string];

const letter = (n: number): string => String.fromCharCode(65 + n);
const other = (n: number): string => String(n + 1);

const kinds: readonly Kind[] = [
  ["an article number", (n) => `SKU-${digits}-${letter(n)}`],
  ["an article number without hyphens", (n) => `${letter(n)}X${digits}`],
  ["an article number that goes on", (n) => `${digits}${letter(n)}K`],
  ["a price in dollars", (n) => `$${digits}.${n}0`],
  ["a price in euros", (n) => `€ 1.${digits},${n}9`],
  ["a price with the sign behind", (n) => `${n === 0 ? "" : n}${digits} €`],
  ["a price with a space after its sign", (n) => `$ ${n === 0 ? "" : n}${digits}`],
  ["a price with commas", (n) => `$4,155,550,10${n}`],
  ["a day and a time run together", (n) => `2024${area}${exchange}${line}${n}`],
  ["a time in milliseconds", (n) => `${digits}12${n}`],
  ["a day in groups", (n) => `${area}${n}-55-50 10:0${n}`],
  ["an identifier", (n) => `#${digits}${n}`],
  ["an identifier with a line below", (n) => `id_${digits}_${n}`],
  ["an identifier after an equals sign", (n) => `user=${digits}${letter(n).toLowerCase()}`],
  ["a parcel of one carrier", (n) => `1Z${area}${exchange}${line}0${n}84`],
  ["a parcel of another", (n) => `9400 1${digits}55 0${n}`],
  ["a letter of the post", (n) => `R${letter(n)}${digits}US`],
  ["an account in Germany", (n) => `DE89 ${area}5 5501 0000 1234 0${n}`],
  ["an account in Britain", (n) => `GB29NWBK${digits}123${n}`],
  ["a card", (n) => `4155 5501 00${n}2 1234`],
  ["a card in one row", (n) => `${digits}00${n}012`],
  ["a book", (n) => `ISBN 978-4-155550-10-${n}`],
  ["an article in a shop's code", (n) => `EAN ${digits}${n}12`],
  ["a neighbour's number", (n) => `(${area}) ${exchange}-010${other(n)}`.replace("01010", "0110")],
  ["the same end in another city", (n) => `(21${n}) ${exchange}-${line}`],
  ["another country's number", (n) => `+5${n} ${area} ${exchange} ${line}`],
  ["a longer number", (n) => `${area}-${exchange}-${line}-${n}`],
  ["a longer number's end", (n) => `${n}${n}0${area}-${exchange}-${line}`],
  ["a hash", (n) => `${letter(n % 6).toLowerCase()}${digits}f${n}`],
  ["an id of thirty-two", (n) => `${area}${exchange}01-00${n}a-4000-8000-000000000000`],
  ["an address", (n) => `https://shop.test/p/${digits}/${n}`],
  ["a query", (n) => `/search?q=${digits}&page=${n}`],
  ["an e-mail address", (n) => `${digits}@mail${n}.test`],
  ["a version", (n) => `v4.155.550.100.${n}`],
  ["a place on earth", (n) => `37.${digits}, -122.${digits}${n}`],
  ["a share", (n) => `0.${digits}${n} %`],
  ["a measure", (n) => `${digits}${["mm", "kg", "px", "kWh", "lb", "ms", "GB", "cm", "ml", "oz"][n] ?? "m"}`],
  ["a file", (n) => `IMG_${digits}_${n}.jpg`],
  ["code", (n) => `<code>call("${area}-${exchange}-${line}", ${n})</code>`],
  ["a field", (n) => `<input value="${area}-${exchange}-${line}" name="n${n}">`],
  ["data of another script", (n) => `<b data-n="${n}" data-tel="${area}-${exchange}-${line}">x</b>`],
  ["an ordinary link", (n) => `<a href="/orders/${digits}${n === 0 ? "" : `/${n}`}">Order</a>`],
  ["microdata", (n) => `<span itemprop="telephone" id="m${n}">${area}-${exchange}-${line}</span>`],
  ["data for search engines", (n) => `<script type="application/ld+json">{"n":${n},"telephone":"${digits}"}</script>`],
];

/** More than three hundred of them, each a part of a page, with the words that say what it is. */
export function lookAlikes(): readonly (readonly [what: string, html: string])[] {
  return kinds.flatMap(([what, write]) => Array.from({ length: 10 }, (_, n) => [`${what} (${n})`, write(n)] as const));
}
