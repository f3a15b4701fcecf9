import type { CallList } from "@ringtrail/api-contract";

type Call = CallList["calls"][number];

/** One call as a line: when, what caused it, and the way to it. */
export function callLine(call: Call, locale: string | undefined): HTMLElement {
  const link = document.createElement("a");
  link.href = `admin.php?page=ringtrail#/calls/${call.id}`;
  link.textContent = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(
    new Date(call.rangAt),
  );
  const line = document.createElement("li");
  line.append(link, ` ${sourceOf(call)}`);
  return line;
}

function sourceOf({ touch, number }: Call): string {
  if (touch === undefined) return number;
  const { source, medium, keyword } = touch;
  return [medium === "" ? source : `${source} / ${medium}`, keyword ?? ""].filter((word) => word !== "").join(", ");
}
