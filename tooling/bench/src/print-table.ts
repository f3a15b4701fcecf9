import { judge, type Measure } from "./measure.ts";

const heads = ["measure", "budget", "measured", "reference", "ratio", ""] as const;

/** Prints the measures as a table and answers whether no budget was missed. */
export function printTable(name: string, measures: readonly Measure[]): boolean {
  const verdicts = measures.map((measure) => ({ ...measure, ...judge(measure) }));
  const rows = verdicts.map(
    ({ what, unit, good, budget, measured, reference, failures = 0, ratio, allowed, verdict }) => [
      what,
      budget === undefined ? "none" : `${good === "below" ? "<=" : ">="} ${show(budget)} ${unit}`,
      `${show(measured)} ${unit}`,
      `${show(reference)} ${unit}`,
      ratio > 0 ? `x ${show(ratio)}` : "",
      verdict === "ok"
        ? "ok"
        : `${verdict.toUpperCase()}${allowed === undefined ? "" : ` (allowed here: ${show(allowed)} ${unit})`}${failures > 0 ? `, ${failures} failed` : ""}`,
    ],
  );
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  console.log([`\n${name}`, line(heads), ...rows.map(line)].join("\n"));
  return verdicts.every(({ verdict }) => verdict !== "over");
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
