import {
  declareCallerPlace,
  forgetCallerPlace,
  importCallerPlaces,
  listCallerPlaces,
  withdrawCallerPlace,
} from "@ringtrail/api-contract";
import { after, day, err, ok, parseE164, Phi, type E164, type Result } from "@ringtrail/core";
import type { KeptPlace } from "@ringtrail/core/ports";
import { Hono } from "hono";
import { Readable } from "node:stream";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { importPlaces } from "../../places/import-places.ts";
import { showCallerPlace } from "../../show/show-caller-place.ts";
import { declarePlace, forgetPlace, withdrawPlace } from "../../workflows/declare-place.ts";
import { pageByMoment } from "./page-by-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Where callers and their bills are, as somebody who answers for it declares. */
export function callerPlaceDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listCallerPlaces, async ({ asker: { account }, query }) => {
        const show = (one: KeptPlace) => showCallerPlace(deps.law, one);
        const page = await pageByMoment(
          { ...query, before: after(deps.now(), day) },
          (before, most) => deps.care.declaredPlaces(account, undefined, { before, limit: most }),
          ({ declaredAt }) => declaredAt,
        );
        return page.ok ? ok({ places: page.value.items.map(show), next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, declareCallerPlace, async ({ asker: { account, actor }, body: { phone, ...said } }) => {
        const number = readPhone(phone);
        if (!number.ok) return number;
        const declared = await declarePlace(deps, { account, actor, number: number.value, ...said });
        return declared.ok ? ok(showCallerPlace(deps.law, declared.value)) : declared;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, importCallerPlaces, async ({ asker: { account, actor }, body }) => {
        if (deps.law === undefined) return err({ code: "not_ready" });
        return ok(await importPlaces(deps, { account, actor }, Readable.from([body.bytes])));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, forgetCallerPlace, ({ asker: { account, actor }, params: { id } }) =>
        forgetPlace(deps, { account, actor, id }),
      ),
    )
    .route(
      "/",
      serveEndpoint(ground, withdrawCallerPlace, async ({ asker: { account, actor }, body: { phone, kind } }) => {
        const number = readPhone(phone);
        return number.ok ? withdrawPlace(deps, { account, actor, number: number.value, kind }) : number;
      }),
    );
}

function readPhone(text: string): Result<Phi<E164>, { readonly code: "phone_malformed"; readonly field: string }> {
  const number = parseE164(text);
  return number.ok ? ok(Phi.seal(number.value)) : err({ code: "phone_malformed", field: "phone" });
}
