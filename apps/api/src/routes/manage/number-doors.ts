import * as contract from "@ringtrail/api-contract";
import { err, ok, parseE164, parseId, type ConnectionId, type NumberId, type Result } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { csvHeaders } from "../../csv/csv-text.ts";
import type { Deps } from "../../deps.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { buyNumber, type NumberWanted } from "../../numbers/buy-number.ts";
import { findPlace } from "../../numbers/find-place.ts";
import { importNumber } from "../../numbers/import-number.ts";
import { chooseConnection, refusedBy } from "../../numbers/number-world.ts";
import { markNumber } from "../../numbers/mark-number.ts";
import { numbersCsv } from "../../numbers/numbers-csv.ts";
import { restNumber } from "../../numbers/release-number.ts";
import { showRented } from "../../show/show-rented.ts";
import type { CheckedRequest } from "./manage-door.ts";
import { pageByKey } from "./page-by-key.ts";
import { serveEndpoint, serveStream, type DoorGround } from "./serve-endpoint.ts";

/** Numbers: list, spreadsheet, search, rent, import, give back. */
export function numberDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const shown = async (account: CheckedRequest<typeof contract.listNumbers>["asker"]["account"]) =>
    (await deps.numbers.rented(account)).map(showRented);
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, contract.listNumbers, async ({ asker, query }) => {
        const page = pageByKey(await shown(asker.account), ({ e164, id }) => `${e164} ${id}`, query);
        if (!page.ok) return page;
        const { items, ...next } = page.value;
        return ok({ numbers: [...items], ...next });
      }),
    )
    .route(
      "/",
      serveStream(ground, contract.exportNumbers, async ({ asker }, c) =>
        c.body(numbersCsv(await shown(asker.account)), 200, csvHeaders("numbers.csv")),
      ),
    )
    .route("/", search(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, contract.buyNumber, async (request) => {
        const wanted = await readWanted(deps, request);
        const bought = wanted.ok ? await buyNumber(deps, wanted.value) : wanted;
        return bought.ok ? ok(showRented(bought.value)) : bought;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.importNumber, async (request) => {
        const wanted = await readWanted(deps, request);
        const imported = wanted.ok ? await importNumber(deps, wanted.value) : wanted;
        return imported.ok ? ok(showRented(imported.value)) : imported;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.markNumber, async ({ asker: { account, actor }, params: { id }, body }) => {
        const number = parseId<NumberId>(id);
        if (!number.ok) return err({ code: "number_unknown" });
        const marked = await markNumber(deps, { account, actor, number: number.value, takes: body.takes });
        return marked.ok ? ok(showRented(marked.value)) : marked;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.releaseNumber, async ({ asker: { account, actor }, params: { id } }) => {
        const number = parseId<NumberId>(id);
        if (!number.ok) return err({ code: "number_unknown" });
        const rests = await restNumber(deps, { account, actor, number: number.value });
        return rests.ok ? ok(showRented(rests.value)) : rests;
      }),
    );
}

function search(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, contract.searchNumbers, async ({ asker: { account }, query }) => {
    const chosen = await chooseConnection(deps, account, query.connection as ConnectionId | undefined);
    if (!chosen.ok) return chosen;
    const { country, kind, areaCode, locality } = query;
    const provider = deps.carrierFor(chosen.value).provider(chosen.value);
    const offers = await provider.searchNumbers({ country, kind, areaCode, locality });
    if (!offers.ok) return err(refusedBy(offers.reason));
    return ok({ offers: offers.value.map(({ price, ...offer }) => ({ ...offer, monthly: price })) });
  });
}

async function readWanted(
  deps: Deps,
  { asker: { account, actor }, body }: Pick<CheckedRequest<typeof contract.buyNumber>, "asker" | "body">,
): Promise<Result<NumberWanted, ManageReason>> {
  const e164 = parseE164(body.e164);
  if (!e164.ok) return err({ code: "phone_malformed", field: "e164" });
  const connection = await chooseConnection(deps, account, body.connection as ConnectionId | undefined);
  if (!connection.ok) return connection;
  const place = await findPlace(deps, account, body.purpose, e164.value);
  if (!place.ok) return place;
  const { value } = connection;
  return ok({ account, actor, connection: value, e164: e164.value, place: place.value, rent: body.monthly });
}
