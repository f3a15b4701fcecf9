import {
  announceNewcomer,
  createTestCall,
  getCall,
  pauseRecording,
  resumeRecording,
  saySpam as spamDoor,
  streamLive as live,
  tellNewcomer,
  type NewcomerTold,
} from "@ringtrail/api-contract";
import { err, ok, parseId, type CallId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { identifyAsker } from "../../auth/identify-asker.ts";
import type { Deps } from "../../deps.ts";
import { streamLive } from "../../live/stream-live.ts";
import { showCallDetail } from "../../show/show-call-detail.ts";
import { askPause, type PauseWish } from "../../workflows/ask-pause.ts";
import { joinCall, type Joining } from "../../workflows/join-call.ts";
import { loadCall } from "../../workflows/load-call.ts";
import { saySpam } from "../../workflows/say-spam.ts";
import { ringTestCall } from "../../workflows/ring-test-call.ts";
import { callListDoors } from "./call-list-doors.ts";
import { serveEndpoint, serveStream, type DoorGround } from "./serve-endpoint.ts";

/** Calls: list, one, live, and a test call. */
export function callDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route("/", callListDoors(deps, ground))
    .route("/", one(deps, ground))
    .route("/", news(deps, ground))
    .route("/", flag(deps, ground))
    .route("/", steer(deps, ground, pauseRecording, "pause"))
    .route("/", steer(deps, ground, resumeRecording, "resume"))
    .route(
      "/",
      join(deps, ground, announceNewcomer, () => undefined),
    )
    .route(
      "/",
      join(deps, ground, tellNewcomer, ({ agreed = false }) => ({ hasAgreed: agreed })),
    )
    .route(
      "/",
      serveEndpoint(ground, createTestCall, ({ asker, body: { to, from, talkSeconds } }) =>
        ringTestCall(deps, asker.account, { to, from, talkSeconds }),
      ),
    );
}

function one(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, getCall, async ({ asker: { account, actor, scopes }, params }) => {
    const call = parseId<CallId>(params.id);
    if (!call.ok) return err({ code: "call_unknown" });
    const maySeeCaller = scopes.includes("callers:read");
    const loaded = await loadCall(deps, { account, actor, maySeeCaller, call: call.value });
    return loaded.ok ? ok(showCallDetail(loaded.value)) : loaded;
  });
}

function flag(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, spamDoor, async ({ asker: { account, actor }, params, body: { isSpam } }) => {
    const call = parseId<CallId>(params.id);
    return call.ok ? saySpam(deps, { account, call: call.value, isSpam, actor }) : err({ code: "call_unknown" });
  });
}

function steer(
  deps: Deps,
  ground: DoorGround,
  endpoint: typeof pauseRecording | typeof resumeRecording,
  wish: PauseWish["wish"],
): Hono<AppEnv> {
  return serveEndpoint(ground, endpoint, async ({ asker: { account, actor }, params }) => {
    const call = parseId<CallId>(params.id);
    return call.ok ? askPause(deps, { account, call: call.value, wish, actor }) : err({ code: "call_unknown" });
  });
}

function join(
  deps: Deps,
  ground: DoorGround,
  endpoint: typeof announceNewcomer | typeof tellNewcomer,
  toldOf: (body: NewcomerTold) => Joining["told"],
): Hono<AppEnv> {
  return serveEndpoint(ground, endpoint, async ({ asker: { account }, params, body }) => {
    const call = parseId<CallId>(params.id);
    if (!call.ok) return err({ code: "call_unknown" });
    const { who, place } = body;
    return joinCall(deps, { account, call: call.value, who, place, told: toldOf(body) });
  });
}

function news(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveStream(ground, live, ({ asker: { account } }, c) =>
    streamLive(c, {
      live: deps.live,
      account,
      mayStillListen: async () => {
        const asker = await identifyAsker(ground.identity, c.req.raw.headers, false);
        return asker.ok && asker.value.account === account && asker.value.scopes.includes(live.scope);
      },
    }),
  );
}
