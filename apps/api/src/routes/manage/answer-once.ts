import { createHash } from "node:crypto";
import type { Endpoint } from "@ringtrail/api-contract";
import { after, day, minute, type Instant } from "@ringtrail/core";
import type { IdempotencyStore } from "@ringtrail/core/ports";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import { manageProblem } from "../../http/manage-problem.ts";
import { sendProblem } from "../../http/problem.ts";
import { seal, unseal } from "../../survival/seal.ts";
import type { RequestParts } from "./check-request.ts";

/** What keeps answers for repeated requests. */
export interface Once {
  readonly store: IdempotencyStore;
  readonly now: () => Instant;
  /** Seals the answers: one may hold a new key's secret. */
  readonly key: Uint8Array;
}

/** What makes a request the one it is. */
export interface OnceRequest {
  readonly asker: Asker;
  readonly endpoint: Endpoint;
  readonly parts: RequestParts;
}

/** A key is remembered this long, and a request without an answer after this long has died. */
const [lifeMs, patienceMs] = [day, minute];

const Key = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/**
 * Carries a request out once per `Idempotency-Key`: a repetition gets the first answer, word for word, with
 * `Idempotent-Replayed: true`. Problems are not kept, so that what failed can be tried again. Without the header every
 * request counts.
 */
export async function answerOnce(
  { store, now, key: sealKey }: Once,
  c: Context<AppEnv>,
  request: OnceRequest,
  answer: () => Promise<Response>,
): Promise<Response> {
  const given = c.req.header("idempotency-key");
  if (given === undefined) return answer();
  const key = Key.safeParse(given);
  if (!key.success) {
    const says = "1 to 200 visible ASCII characters";
    return sendProblem(c, manageProblem({ code: "parameter_invalid", field: "Idempotency-Key", says }));
  }
  const { account } = request.asker;
  const at = now();
  const limits = { at, forgottenSince: after(at, -lifeMs), deadSince: after(at, -patienceMs) };
  const outcome = await store.claim(account, { key: key.data, requestSha256: fingerprint(request), ...limits });
  switch (outcome.kind) {
    case "other":
      return sendProblem(c, manageProblem({ code: "idempotency_key_reused" }));
    case "busy":
      c.header("Retry-After", "1");
      return sendProblem(c, manageProblem({ code: "idempotency_key_busy" }));
    case "answered": {
      const { status, sealed } = outcome.answer;
      c.header("Idempotent-Replayed", "true");
      const body = unseal(sealKey, sealed) ?? "";
      // It was given once as this status, so it is one that an answer may have.
      if (body === "") return c.body(null, 204);
      return c.body(body, status as ContentfulStatusCode, { "content-type": "application/json" });
    }
    case "first":
      return carryOut({ store, now, key: sealKey }, request, key.data, answer);
  }
}

async function carryOut(
  { store, key: sealKey }: Once,
  { asker }: OnceRequest,
  key: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { account } = asker;
  try {
    const answered = await answer();
    if (!answered.ok) await store.release(account, key);
    else {
      const sealed = seal(sealKey, await answered.clone().text());
      await store.finish(account, key, { status: answered.status, sealed });
    }
    return answered;
  } catch (error) {
    await store.release(account, key);
    throw error;
  }
}

/** The asker belongs to it: nobody else gets an answer by guessing a key. */
function fingerprint({ asker, endpoint, parts }: OnceRequest): string {
  const text = JSON.stringify([asker.actor, endpoint.name, parts.params, parts.query, parts.body]);
  return createHash("sha256").update(text).digest("hex");
}
