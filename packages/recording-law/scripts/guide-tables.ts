import type { LawCitation, LoadedRuleSet, Means, PlaceLaw, RuleSetDiff } from "../src/index.ts";

/** The tables of docs/guides/may-i-record.md by name, in Markdown. */
export function guideTables(rules: LoadedRuleSet, since2017: RuleSetDiff): Readonly<Record<string, string>> {
  const all = [...rules.places.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const states = all.filter(({ place }) => place.startsWith("US-"));
  const others = all.filter(({ place }) => !place.startsWith("US"));
  return {
    stamp: `Rule set ${rules.version}, facts as of ${rules.asOf}, hash \`${rules.hash.slice(0, 12)}\`.`,
    "all-party": table(
      ["place", "what to do", "law", "how well checked"],
      states.filter(({ phone }) => phone !== "silent").map((law) => [nameOf(law), toDo(law), ...authority(law)]),
    ),
    "one-party": `${states
      .filter(({ phone }) => phone === "silent")
      .map(nameOf)
      .join(", ")}.`,
    "since-2017": table(
      ["place", "what happened", "why", "law"],
      [
        ...since2017.added.map((change) => [change.name, "added", change.why, cited(change.citations)]),
        ...since2017.removed.map((change) => [change.name, "removed", change.why, cited(change.citations)]),
        ...since2017.kept.map((change) => [change.name, "kept", change.why, cited(change.citations)]),
      ],
    ),
    world: table(
      ["place", "what to do", "law", "how well checked"],
      others.map((law) => [nameOf(law), toDo(law), ...authority(law)]),
    ),
  };
}

/** The text with the inside of every `<!-- table: name -->` block replaced by that table. */
export function fillTables(text: string, tables: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /(<!-- table: (?<name>[a-z0-9-]+) -->\n)[^]*?(<!-- end -->)/g,
    (_whole, open: string, name: string, close: string) => `${open}\n${tables[name] ?? "no such table"}\n\n${close}`,
  );
}

const words: Readonly<Record<Means, string>> = {
  silent: "nothing",
  announce: "announce",
  active_consent: "ask for a yes",
  do_not_record: "do not record",
};

function nameOf({ name, confidence }: PlaceLaw): string {
  return confidence === "disputed" ? `${name} (disputed)` : name;
}

function toDo({ phone, announcementMustBeRecorded, activeConsentAdvised }: PlaceLaw): string {
  const inside = announcementMustBeRecorded ? ", inside the recording too" : "";
  return `${words[phone]}${inside}${activeConsentAdvised ? "; a yes is safer" : ""}`;
}

function authority({ citations: [first] }: PlaceLaw): readonly [string, string] {
  return [first.text, first.verification];
}

function cited(citations: readonly LawCitation[]): string {
  return citations.map(({ text }) => text).join("; ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
