// Draws the pictures of docs/guides/confidence.md from simulated calls. Run it to draw them anew:
// node tooling/checks/src/draw-confidence.ts
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minute } from "@ringtrail/core";
import { expectedQuality, type PoolTrial, type Quality } from "@ringtrail/core/attribution";

/** The site of the guide: a visit a minute in its busy hour, who stays four minutes and keeps the number five more. */
const site: Omit<PoolTrial, "numbers"> = { visitsPerHour: 60, stayMs: 4 * minute, graceMs: 5 * minute, calls: 6_000 };
const ink = "#3c434a";
const [pale, full] = ["#b9cdea", "#2f63b5"];

/** The pictures by their file names. */
export function drawConfidence(): Readonly<Record<string, string>> {
  const twelve = expectedQuality({ ...site, numbers: 12 });
  const sizes = [6, 12, 24, 48].map((numbers) => ({ numbers, quality: expectedQuality({ ...site, numbers }) }));
  return { "confidence-kept.svg": drawKept(twelve), "confidence-sizes.svg": drawSizes(sizes) };
}

/** For each tenth of confidence: how often calls said so were right. */
function drawKept({ bins, calls }: Quality): string {
  const bars = bins.flatMap((bin, nth) => {
    if (bin.calls < 20) return [];
    const [said, right] = [bin.confidence / bin.calls, bin.right / bin.calls];
    const x = 60 + nth * 52;
    return [
      bar(x, right, 40, full),
      `<line x1="${x - 4}" x2="${x + 44}" y1="${up(said)}" y2="${up(said)}" stroke="#b45309" stroke-width="3"/>`,
      word(x + 20, 262, `${Math.round(said * 100)} %`),
    ];
  });
  const what = `Of ${calls} simulated calls: how often calls said with a confidence were right`;
  return picture(what, [
    ...bars,
    word(320, 286, "how sure Ringtrail said it was (line), and how often it was right (bar)"),
  ]);
}

/** For pools of several sizes: how many calls are named for certain, and how many rightly at all. */
function drawSizes(sizes: readonly { readonly numbers: number; readonly quality: Quality }[]): string {
  const bars = sizes.flatMap(({ numbers, quality }, nth) => {
    const x = 90 + nth * 130;
    return [
      bar(x, quality.accuracy, 70, pale),
      bar(x, quality.sureShare, 70, full),
      word(x + 35, up(quality.accuracy) - 6, `${Math.round(quality.accuracy * 100)} %`),
      word(x + 35, 262, `${numbers} numbers`),
    ];
  });
  const what = "Pools of 6, 12, 24 and 48 numbers: the share of calls whose visitor is named rightly";
  return picture(what, [...bars, word(320, 286, "calls named rightly (all), of them said with 0.9 or more (dark)")]);
}

function picture(what: string, parts: readonly string[]): string {
  const lines = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<line x1="50" x2="600" y1="${up(share)}" y2="${up(share)}" stroke="#dcdcde"/>`,
    `<text x="44" y="${up(share) + 4}" text-anchor="end">${share * 100}</text>`,
  ]);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" role="img" font-family="sans-serif" font-size="13" fill="${ink}">`;
  const ground = `<rect width="640" height="300" fill="#ffffff"/>`;
  return [head, `<title>${what}</title>`, ground, ...lines, ...parts, "</svg>", ""].join("\n");
}

function up(share: number): number {
  return Math.round(10 * (240 - share * 210)) / 10;
}

function bar(x: number, share: number, width: number, fill: string): string {
  return `<rect x="${x}" y="${up(share)}" width="${width}" height="${Math.round(10 * (240 - up(share))) / 10}" fill="${fill}"/>`;
}

function word(x: number, y: number, text: string): string {
  return `<text x="${x}" y="${Math.round(y * 10) / 10}" text-anchor="middle">${text}</text>`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, svg] of Object.entries(drawConfidence())) {
    writeFileSync(new URL(`../../../docs/guides/${file}`, import.meta.url), svg);
  }
}
