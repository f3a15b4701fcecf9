import { quietDoors as doors } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import { isTimeZone } from "../../call-context/is-open-at.ts";
import type { Deps } from "../../deps.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** When whoever is signed in wants to hear nothing. A program with a key has no mailbox. */
export function quietDoors({ destinations }: Deps, ground: DoorGround): Hono<AppEnv> {
  const nobody = err({ code: "not_signed_in" } as const);
  const shown = async ({ account, name: mailbox }: Asker) => {
    const quiet = await destinations.quietTimes(account, mailbox);
    return ok({ mailbox, ...(quiet && { quiet }) });
  };
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.get, async ({ asker }) => (asker.by === "person" ? shown(asker) : nobody)),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.set, async ({ asker, body }) => {
        if (asker.by !== "person") return nobody;
        if (!isTimeZone(body.timeZone)) {
          return err({ code: "body_invalid", field: "timeZone", says: "is no time zone that IANA names" });
        }
        await destinations.saveQuietTimes(asker.account, asker.name, body);
        return shown(asker);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.remove, async ({ asker }) => {
        if (asker.by !== "person") return nobody;
        await destinations.saveQuietTimes(asker.account, asker.name, undefined);
        return ok(undefined);
      }),
    );
}
