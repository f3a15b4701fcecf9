import type { Instant } from "@ringtrail/core";
import {
  announcementFor,
  planWhisper,
  shortWords,
  type CallFlow,
  type CallPlan,
  type Words,
} from "@ringtrail/core/call-flow";
import { besideCaller } from "@ringtrail/core/healthcare";
import type { Touch } from "@ringtrail/core/attribution";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { callUnderWay } from "./plan-on.ts";

/**
 * Somebody answered: writes down that they are told of the recording, and answers what they hear before they are
 * connected: where the caller comes from, as far as that is known by now, and that the call is recorded.
 */
export async function whisperCall(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<CallPlan> {
  const under = await callUnderWay(deps, connection, report, at);
  if (!under.ok) return planWhisper([]);
  const { route, call, facts, walk } = under.value;
  const proofs = await deps.proofs.ofCall(route.account, call);
  const isRecorded = proofs.some(({ kind }) => kind === "recording_allowed");
  const short = shortWords(announcementFor(route.flow, walk.decision));
  const where = saysWhere(route.flow, report.step) ? sayWhere(facts.touch ?? touchOf(route), short.language) : [];
  return planWhisper([...where, ...(isRecorded ? [short] : [])]);
}

/** How the number says the caller came; in healthcare mode the channel alone. */
function touchOf({ sourceTouch, flow }: NumberRoute): Touch | undefined {
  return sourceTouch && flow.isHealthcare === true ? besideCaller(sourceTouch.channel) : sourceTouch;
}

/** What whoever answers is told, from the route alone: it must be said also when nothing can be looked up. */
export function whisperOf(route: Pick<NumberRoute, "flow"> | undefined): CallPlan {
  return planWhisper(route?.flow.recordingWanted ? [shortWords(route.flow.announcement)] : []);
}

function saysWhere({ steps }: CallFlow, told: string | undefined): boolean {
  const step = steps?.all[(told ?? "").replace(/:\d+$/, "")];
  return step?.kind === "ring" && step.sayWhere === true;
}

/** In the language of the announcement, where we know it; the words come from addresses of pages, so they are cut short. */
function sayWhere(touch: Touch | undefined, language: string): readonly Words[] {
  if (touch === undefined) return [];
  const { source, keyword } = touch;
  const isSpanish = language.toLowerCase().startsWith("es");
  const from = isSpanish ? `Llamada de ${source}` : `Call from ${source}`;
  const about = keyword === undefined ? "" : isSpanish ? `, búsqueda: ${keyword}` : `, searching for ${keyword}`;
  return [{ text: `${from}${about}.`.slice(0, 120), language }];
}
