import { Hono, type Context } from "hono";
import type { Instant } from "@ringtrail/core";
import type { AppEnv } from "../app-env.ts";
import type { Moment } from "../carriers/carrier-report.ts";
import type { RefusalCounter } from "../carriers/count-refusals.ts";
import { logNotInService, noteStray } from "../carriers/note-stray.ts";
import { verifyWebhook, type VerifiedWebhook } from "../carriers/verify-webhook.ts";
import { sendPlan } from "../carriers/send-plan.ts";
import type { Deps } from "../deps.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { answerAnyway } from "../survival/answer-anyway.ts";
import { inTimeOrSpooled } from "../survival/in-time-or-spooled.ts";
import { answerNotice } from "../workflows/answer-notice.ts";
import { chooseInMenu } from "../workflows/choose-in-menu.ts";
import { endDial } from "../workflows/end-dial.ts";
import { receiveCall } from "../workflows/receive-call.ts";
import { recordReport } from "../workflows/record-report.ts";
import { steerTalk, talkLimitMs } from "../workflows/steer-talk.ts";
import { whisperCall, whisperOf } from "../workflows/whisper-call.ts";

/** Answers one moment of a call. */
type Answer = (deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>) => Promise<Response>;

/** Every moment at which a carrier knocks. */
const answers: Readonly<Record<Moment, Answer>> = {
  voice: answerVoice,
  notice: answerNoticeEnd,
  consent: answerNoticeEnd,
  menu: answerChoice,
  dial: answerDialEnd,
  whisper: answerWhisper,
  message: answerMessageEnd,
  talk: answerTalk,
  status: (deps, hook, c) => answerReport(deps, hook, c),
  recording: (deps, hook, c) => answerReport(deps, hook, c),
};

/**
 * The doors of phone companies: `POST /carriers/{carrier}/{connection}/{moment}`.
 *
 * Whatever fails behind a verified webhook, the caller reaches the business: the answer is a document that dials it,
 * and what the webhook said waits in the spool.
 */
export function carrierRoutes(deps: Deps, refusals: RefusalCounter): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const [moment, answer] of Object.entries(answers) as [Moment, Answer][]) {
    routes.post(`/carriers/:carrier/:connection/${moment}`, async (c) => {
      c.header("Cache-Control", "no-store");
      const hook = await verifyWebhook(deps, c, moment);
      if (hook.ok) return answer(deps, hook.value, c);
      if (hook.reason.code === "signature_invalid") refusals.note();
      deps.log.warn({ moment, code: hook.reason.code }, "webhook refused");
      return sendProblem(c, publicProblem(hook.reason));
    });
  }
  return routes;
}

/** A call rings. */
async function answerVoice(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { connection, report } = hook;
  const answer = await inTimeOrSpooled(deps, hook, (at, signal) => receiveCall(deps, connection, report, at, signal));
  if (answer === undefined) return sendAnyway(deps, hook, c);
  if (answer.kind === "replayed") return sendProblem(c, publicProblem({ code: "webhook_replayed" }));
  if (answer.kind === "not_in_service") {
    logNotInService(deps, hook);
    noteStray(deps, hook);
  }
  return sendPlan(deps, hook, c, answer.plan);
}

/** The notice or the question is over. */
async function answerNoticeEnd(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { connection, report } = hook;
  const plan = await inTimeOrSpooled(deps, hook, (at, signal) => answerNotice(deps, connection, report, at, signal));
  return plan === undefined ? sendAnyway(deps, hook, c) : sendPlan(deps, hook, c, plan);
}

/** The caller chose in a menu. */
async function answerChoice(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { connection, report } = hook;
  const plan = await inTimeOrSpooled(deps, hook, (at) => chooseInMenu(deps, connection, report, at));
  return plan === undefined ? sendAnyway(deps, hook, c) : sendPlan(deps, hook, c, plan);
}

/** The leg to the business is over. */
async function answerDialEnd(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { connection, report } = hook;
  const plan = await inTimeOrSpooled(deps, hook, (at) => endDial(deps, connection, report, at));
  // The caller has talked to the business, or it did not answer: ringing it again is no rescue.
  return sendPlan(deps, hook, c, plan ?? { steps: [{ do: "hangup" }] });
}

/** The caller has left a message, or none: there is nothing left to do. */
async function answerMessageEnd(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { connection, report } = hook;
  await inTimeOrSpooled(deps, hook, (at) => recordReport(deps, connection, report, at));
  return sendPlan(deps, hook, c, { steps: [{ do: "hangup" }] });
}

/** Somebody answered and is told of the recording, also when that cannot be written down now. */
async function answerWhisper(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { connection, report } = hook;
  const plan = await inTimeOrSpooled(deps, hook, (at) => whisperCall(deps, connection, report, at));
  const route = report.dialled && deps.snapshot.route(connection.id, report.dialled);
  return sendPlan(deps, hook, c, plan ?? whisperOf(route));
}

/** Keys or people during the talk. Who pressed hears whether the recording rests; a wish that was not done says nothing. */
async function answerTalk(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { carrier, connection, report } = hook;
  const rest = await inTimeOrSpooled(deps, hook, (at) => steerTalk(deps, connection, report, at), talkLimitMs);
  const said = rest?.isObeyed === true ? carrier.sayRest?.(rest.isPaused) : undefined;
  return said === undefined ? sendThanks(hook, c) : c.body(said.body, 200, { "Content-Type": said.contentType });
}

/** Something happened that changes nothing for the caller: it is kept, now or later. */
async function answerReport(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Promise<Response> {
  const { connection, report } = hook;
  const keep = async (at: Instant) =>
    report.events.length === 0 ? "kept" : recordReport(deps, connection, report, at);
  if ((await inTimeOrSpooled(deps, hook, keep)) === "not_in_service") logNotInService(deps, hook);
  return sendThanks(hook, c);
}

/** A report was kept. Most carriers look at the status alone. */
function sendThanks({ carrier }: VerifiedWebhook, c: Context<AppEnv>): Response {
  if (carrier.acknowledgement === undefined) return c.body(null, 204);
  const { body, contentType } = carrier.acknowledgement;
  return c.body(body, 200, { "Content-Type": contentType });
}

/** The static route. Without one a 503 makes the carrier ask the number's fallback address, which is not ours. */
function sendAnyway(deps: Deps, hook: VerifiedWebhook, c: Context<AppEnv>): Response {
  const plan = answerAnyway(deps, hook.connection, hook.report);
  return plan === undefined ? sendProblem(c, publicProblem({ code: "not_ready" })) : sendPlan(deps, hook, c, plan);
}
