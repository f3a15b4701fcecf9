import { parseId, type ConnectionId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { doorOf } from "../carriers/number-addresses.ts";
import { describeError } from "../describe-error.ts";
import type { Deps } from "../deps.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { sendWav } from "../sounds/send-wav.ts";
import { isCarrierSoundKey } from "../sounds/sound-link.ts";
import { soundShelf } from "../sounds/sound-shelf.ts";
import { withDeadline } from "../survival/deadline.ts";

/**
 * `GET /carriers/{carrier}/{connection}/sound`: an uploaded sound, for the carrier to play in one call.
 *
 * That it was taken is written down as an event of the call, before the answer: without it nothing later can say that
 * the caller heard it. When that cannot be written the sound is played all the same, and the call is not recorded.
 */
export function playForCarrier(deps: Deps): Hono<AppEnv> {
  const shelf = soundShelf(deps.sounds);
  return new Hono<AppEnv>().get("/carriers/:carrier/:connection/sound", async (c) => {
    const id = parseId<ConnectionId>(c.req.param("connection"));
    const { about: sha256 = "", call: carrierRef = "", key = "" } = c.req.query();
    c.header("Cache-Control", "no-store");
    if (!id.ok || !isCarrierSoundKey(deps.secrets.sound, { connection: id.value, carrierRef, sha256 }, key)) {
      return sendProblem(c, publicProblem({ code: "signature_invalid" }));
    }
    const connection = deps.snapshot.connection(id.value) ?? (await deps.directory.connectionById(id.value));
    if (connection === undefined || doorOf(connection) !== c.req.param("carrier")) {
      return sendProblem(c, publicProblem({ code: "connection_unknown" }));
    }
    const wav = await shelf.take(connection.account, sha256);
    if (wav === undefined) return sendProblem(c, publicProblem({ code: "not_found" }));
    const at = deps.now();
    if (c.req.method === "GET") {
      const note = async () => {
        const call = await deps.calls.findByRef(connection.account, connection.id, carrierRef);
        if (call === undefined) return;
        await deps.calls.append(connection.account, call, { kind: "sound_fetched", at, key: sha256, sound: sha256 });
      };
      await withDeadline(1_000, note).catch((error: unknown) =>
        deps.log.warn({ ...describeError(error) }, "that a sound was taken could not be written down"),
      );
    }
    return sendWav(c, wav);
  });
}
