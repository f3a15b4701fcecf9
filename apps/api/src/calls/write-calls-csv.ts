import type { AccountId } from "@ringtrail/core";
import type { CallQuery, CallSummary } from "@ringtrail/core/ports";
import { csvText } from "../csv/csv-text.ts";
import type { Deps } from "../deps.ts";
import { showCallSummary } from "../show/show-call-summary.ts";
import { loadNumbers } from "../workflows/load-call.ts";

const [pageLength, mostCalls] = [100, 100_000];
const outcomes = { answered: "answered", missed: "missed", open: "" } as const;

type Shown = ReturnType<typeof showCallSummary>;

const columns: readonly (readonly [name: string, of: (call: Shown) => string | number | undefined])[] = [
  ["id", ({ id }) => id],
  ["rang_at", ({ rangAt }) => rangAt],
  ["number", ({ number }) => number],
  ["outcome", ({ state }) => outcomes[outcomeOf(state)]],
  ["talk_seconds", ({ state }) => Math.round(state.talkMs / 1000)],
  ["channel", ({ touch }) => touch?.channel],
  ["source", ({ touch }) => touch?.source],
  ["medium", ({ touch }) => touch?.medium],
  ["campaign", ({ touch }) => touch?.campaign],
  ["keyword", ({ touch }) => touch?.keyword],
  ["landing_page", ({ landingPath }) => landingPath],
  ["match", ({ matchKind }) => matchKind],
  ["confidence", ({ confidence }) => confidence],
  ["spam", ({ state }) => (state.spam?.flagged === true ? "yes" : "no")],
];

/** Calls as a spreadsheet, page by page, so that a long list is never in memory whole. */
export function writeCallsCsv(
  deps: Deps,
  account: AccountId,
  query: Omit<CallQuery, "cursor" | "limit">,
): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  const pages = pagesOf(deps, account, query);
  return new ReadableStream({
    async pull(sink) {
      const page = await pages.next();
      if (page.done === true) sink.close();
      else sink.enqueue(text.encode(page.value));
    },
    cancel: async () => void (await pages.return(undefined)),
  });
}

async function* pagesOf(
  deps: Deps,
  account: AccountId,
  query: Omit<CallQuery, "cursor" | "limit">,
): AsyncGenerator<string, undefined> {
  const numbers = await loadNumbers(deps, account);
  yield csvText([columns.map(([name]) => name)]);
  let cursor: string | undefined;
  for (let written = 0; written < mostCalls;) {
    const page = await deps.calls.list(account, { ...query, cursor, limit: pageLength });
    if (!page.ok || page.value.calls.length === 0) return undefined;
    const row = (call: CallSummary) => {
      const shown = showCallSummary(call, numbers);
      return columns.map(([, of]) => of(shown));
    };
    yield csvText(page.value.calls.map(row));
    written += page.value.calls.length;
    cursor = page.value.next;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

function outcomeOf({ phase, answeredAt, businessEnd }: Shown["state"]): keyof typeof outcomes {
  if (answeredAt !== undefined || businessEnd === "answered") return "answered";
  return phase === "ended" ? "missed" : "open";
}
