import { eraseCaller, exportCaller } from "@ringtrail/api-contract";
import { err, instant, ok, parseE164, Phi, type AccountId, type CallId, type E164 } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

const always = instant(0);

/** What a caller may ask of whoever they called: to see what is known of them, and to be forgotten. */
export function callerWishDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, care, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, exportCaller, async ({ asker: { account, actor }, body }) => {
        const phone = parseE164(body.phone);
        if (!phone.ok) return err({ code: "phone_malformed", field: "phone" });
        const rings = await care.callsFrom(account, Phi.seal(phone.value), always);
        const calls = await Promise.all(
          rings.map(async ({ call, at }) => {
            const [caller, recording] = await Promise.all([
              care.caller(account, call),
              care.recordingOf(account, call),
            ]);
            const name = caller?.name && Phi.reveal(caller.name, "care-export");
            return { id: call, rangAt: showMoment(at), name, recorded: recording !== undefined };
          }),
        );
        const facts = { calls: calls.length };
        await accounts.audit(account, { actor, action: "caller.exported", object: "", at: now(), facts });
        return ok({ calls });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, eraseCaller, async ({ asker: { account, actor }, body }) => {
        const phone = parseE164(body.phone);
        if (!phone.ok) return err({ code: "phone_malformed", field: "phone" });
        const holds = await accounts.holds(account);
        if (holds.some(({ call }) => call === undefined)) return err({ code: "on_hold" });
        const held = holds.flatMap(({ call }) => call ?? []);
        const facts = await forget(deps, account, phone.value, held);
        await accounts.audit(account, { actor, action: "caller.erased", object: "", at: now(), facts });
        return ok(facts);
      }),
    );
}

/** Forgets part by part: what is forgotten is not found again, so the next look finds what is older. */
async function forget({ care, vault }: Deps, account: AccountId, phone: E164, held: readonly CallId[]) {
  let [calls, recordings] = [0, 0];
  const stays = new Set<CallId>();
  for (;;) {
    const found = await care.callsFrom(account, Phi.seal(phone), always);
    const rings = found.filter(({ call }) => !held.includes(call));
    for (const { call } of found) if (held.includes(call)) stays.add(call);
    if (rings.length === 0) break;
    const sounds = await care.forgetCalls(
      account,
      rings.map(({ call }) => call),
    );
    for (const sound of sounds) await vault.remove(account, sound);
    calls += rings.length;
    recordings += sounds.length;
  }
  for (const kind of ["declared", "billing"] as const) await care.withdrawPlace(account, Phi.seal(phone), kind);
  return { calls, recordings, held: stays.size };
}
