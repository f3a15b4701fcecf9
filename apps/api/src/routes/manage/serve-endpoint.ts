import type { Endpoint } from "@ringtrail/api-contract";
import type { Scope } from "@ringtrail/core/ports";
import { Hono, type Context } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { isOwnPage } from "../../auth/check-origin.ts";
import type { DoorBook } from "../../auth/door-book.ts";
import { identifyAsker, type Asker, type Identity } from "../../auth/identify-asker.ts";
import { ownOrigins } from "../../http/allow-origins.ts";
import { manageProblem } from "../../http/manage-problem.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { sendProblem } from "../../http/problem.ts";
import { checkRequest, type RequestParts } from "./check-request.ts";
import type { CheckedRequest, Handle, HandleRaw } from "./manage-door.ts";
import { answerOnce, type Once } from "./answer-once.ts";

/** What every management door shares. */
export interface DoorGround {
  readonly identity: Identity;
  readonly publicUrl: string;
  readonly once: Once;
  readonly book: Pick<DoorBook, "key">;
}

/** Serves one endpoint of the contract that answers JSON: who asks, may they, is the request well formed, then `handle`. */
export function serveEndpoint<const Door extends Endpoint>(
  ground: DoorGround,
  endpoint: Door,
  handle: Handle<Door>,
): Hono<AppEnv> {
  return serve(ground, endpoint, async (c, asker, parts) => {
    const request = { asker, base: baseFor(c, ground), ...parts } as CheckedRequest<Door>;
    const answer = async (): Promise<Response> => {
      const done = await handle(request);
      if (!done.ok) return refuse(c, done.reason);
      return endpoint.status === 204 ? c.body(null, 204) : c.json(done.value as object, endpoint.status);
    };
    return endpoint.method === "POST" ? answerOnce(ground.once, c, { asker, endpoint, parts }, answer) : answer();
  });
}

/** Serves an endpoint whose answer is a stream. */
export function serveStream<const Door extends Endpoint>(
  ground: DoorGround,
  endpoint: Door,
  handle: HandleRaw<Door>,
): Hono<AppEnv> {
  return serve(ground, endpoint, async (c, asker, parts) =>
    handle({ asker, base: baseFor(c, ground), ...parts } as CheckedRequest<Door>, c),
  );
}

/** Answers a reason as a problem. */
export function refuse(c: Context<AppEnv>, reason: ManageReason): Response {
  if (reason.code === "method_not_allowed") c.header("Allow", reason.allowed.join(", "));
  if (["not_signed_in", "session_idle", "key_invalid"].includes(reason.code)) c.header("WWW-Authenticate", "Bearer");
  return sendProblem(c, manageProblem(reason));
}

function serve(
  { identity, publicUrl, book }: DoorGround,
  endpoint: Endpoint,
  answer: (c: Context<AppEnv>, asker: Asker, parts: RequestParts) => Promise<Response>,
): Hono<AppEnv> {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1");
  const scope = scopeOf(endpoint);
  return new Hono<AppEnv>().on(endpoint.method, path, async (c) => {
    c.header("Cache-Control", "no-store");
    const asker = await identifyAsker(identity, c.req.raw.headers);
    if (!asker.ok) return refuse(c, asker.reason);
    const page = { origin: c.req.header("origin"), fetchSite: c.req.header("sec-fetch-site") };
    if (asker.value.by === "person" && endpoint.method !== "GET" && !isOwnPage(page, publicUrl)) {
      return refuse(c, { code: "origin_foreign" });
    }
    if (scope !== undefined && !asker.value.scopes.includes(scope)) return refuse(c, { code: "scope_missing", scope });
    // Before a second factor is set up, nothing works but what leads there.
    if (scope !== undefined && asker.value.person?.mustSetTwoFactor === true)
      return refuse(c, { code: "two_factor_required" });
    await book.key(asker.value);
    const parts = await checkRequest(c, endpoint);
    return parts.ok ? answer(c, asker.value, parts.value) : refuse(c, parts.reason);
  });
}

/** Our own pages may be open under another name of this machine than PUBLIC_URL's; links must stay with theirs. */
function baseFor(c: Context<AppEnv>, { publicUrl }: DoorGround): string {
  const origin = c.req.header("origin");
  return origin !== undefined && ownOrigins(publicUrl).includes(origin) ? origin : publicUrl;
}

/** The scope a door asks for; undefined when it only asks who it is. @throws for a door that is served elsewhere. */
function scopeOf({ scope, name }: Endpoint): Scope | undefined {
  if (scope === "session") return undefined;
  if (scope === "public" || scope === "signed-link")
    throw new Error(`${name} asks for nobody and is served elsewhere.`);
  return scope;
}
