import { isListedBeside } from "../src/healthcare/index.ts";
import type { Touch } from "../src/attribution/index.ts";
import { foldCall, isFlagged } from "../src/call-flow/index.ts";
import type { CallQuery, TouchWanted } from "../src/ports/index.ts";
import type { CallRow, MemoryState } from "./memory-state.ts";

/** Whether a call is among those asked for. */
export function isAsked(state: MemoryState, row: CallRow, query: CallQuery): boolean {
  const { site, rangAt, events, match, sourceTouch } = row;
  if (row.isHealthcare === true && !(query.withHealthcare === true && isListedBeside(query, row.id))) return false;
  const folded = foldCall(events);
  const isAnswered = folded.answeredAt !== undefined || folded.businessEnd === "answered";
  const outcome = isAnswered ? "answered" : folded.phase === "ended" ? "missed" : undefined;
  return (
    (query.spam === undefined || isFlagged(folded) === (query.spam === "only")) &&
    (query.site === undefined || site === query.site) &&
    (query.from === undefined || rangAt >= query.from) &&
    (query.before === undefined || rangAt < query.before) &&
    (query.outcome === undefined || outcome === query.outcome) &&
    (query.firstTime === undefined || match?.returning === 0) &&
    (query.who === undefined || (sourceTouch === undefined && mayBe(row, query.who))) &&
    (query.touch === undefined || waysOf(state, row).some((way) => fits(way, query.touch ?? {}))) &&
    (query.words === undefined || query.orCalls?.includes(row.id) === true || holds(state, row, query.words))
  );
}

function mayBe({ match }: CallRow, who: "returning" | "nobody"): boolean {
  if (match === undefined) return who === "nobody";
  return match[who] > 0;
}

type Way = Pick<Touch, "channel" | "source" | "keyword" | "campaign"> & { readonly landingPage: string | undefined };

function waysOf(state: MemoryState, { account, match, sourceTouch }: CallRow): readonly Way[] {
  const visits = (match?.candidates ?? []).map(({ visit, touch }) => {
    const known = state.visits.find((row) => row.account === account && row.id === visit);
    return { ...touch, landingPage: known?.landing.path };
  });
  return sourceTouch === undefined ? visits : [...visits, { ...sourceTouch, landingPage: undefined }];
}

function fits(way: Way, wanted: TouchWanted): boolean {
  return (["channel", "source", "keyword", "landingPage"] as const).every(
    (part) => wanted[part] === undefined || plain(way[part]) === plain(wanted[part]),
  );
}

function plain(text: string | undefined): string {
  return (text ?? "").trim().toLowerCase();
}

function holds(state: MemoryState, row: CallRow, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  const said = waysOf(state, row).flatMap(({ source, keyword, campaign, landingPage }) => [
    source,
    keyword,
    campaign,
    landingPage,
  ]);
  const digits = wanted.replaceAll(/[^0-9]/g, "");
  const number = state.numbers.find(({ id }) => id === row.number)?.e164 ?? "";
  return said.some((text) => plain(text).includes(wanted)) || (digits.length >= 3 && number.includes(digits));
}
