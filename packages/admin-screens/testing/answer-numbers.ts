import {
  NewNumber,
  PoolPolicy,
  type OfferedNumberShown,
  type PollutionReport,
  type RentedNumberShown,
} from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { named, pageOf } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { callId } from "./sample-calls.ts";
import { sendJson, sendProblem } from "./send.ts";

/** What the played carrier has and what the account rents of it. */
export interface PlayedNumbers {
  rented: RentedNumberShown[];
  offers: OfferedNumberShown[];
  pollution: PollutionReport["numbers"];
  /** Set when the carrier has raised its price since the search. */
  priceNow: number | undefined;
}

/** A carrier with three numbers for rent. */
export function playedNumbers(): PlayedNumbers {
  const offers = [1, 2, 3].map((nth) => {
    const monthly = { cents: 115, currency: "USD" };
    return { e164: `+1415555020${nth}`, locality: "Oakland", region: "CA", monthly };
  });
  return { rented: [], offers, pollution: [], priceNow: undefined };
}

/** A number of the first pool. */
export function aRentedNumber(nth: number, over: Partial<RentedNumberShown> = {}): RentedNumberShown {
  return {
    id: callId(3_000 + nth),
    e164: `+1415555${String(1_000 + nth)}`,
    connection: callId(600),
    site: callId(800),
    role: "pool",
    pool: callId(700),
    slice: "any",
    state: "in_use",
    monthly: { cents: 115, currency: "USD" },
    takes: [],
    ...over,
  };
}

/** Plays the doors of numbers; false for an address that is none of them. */
export async function answerNumbers(asked: Asked): Promise<boolean> {
  const { world, url, request, response } = asked;
  const { carrier } = world;
  const done = (body: object, status = 200): boolean => {
    sendJson(response, status, body);
    return true;
  };
  switch (`${request.method} ${url.pathname}`) {
    case "GET /v1/numbers":
      return done(named("numbers", pageOf(carrier.rented, url.searchParams)));
    case "GET /v1/available-numbers":
      return done({ offers: url.searchParams.get("areaCode") === "999" ? [] : carrier.offers });
    case "GET /v1/pollution":
      return done(named("numbers", pageOf(carrier.pollution, url.searchParams)));
    case "POST /v1/numbers":
    case "POST /v1/number-imports":
      return take(asked);
  }
  const pool = /^\/v1\/pools\/([\w-]+)\/policy$/.exec(url.pathname)?.[1];
  const at = world.pools.findIndex(({ id }) => id === pool);
  const held = world.pools[at];
  if (held !== undefined && request.method === "PUT") {
    const policy = PoolPolicy.parse(JSON.parse((await readSent(request)).toString("utf8")));
    world.pools[at] = { ...held, ...policy };
    return done(policy);
  }
  const released = /^\/v1\/numbers\/([\w-]+)\/releases$/.exec(url.pathname)?.[1];
  const number = carrier.rented.find(({ id }) => id === released);
  if (number === undefined || request.method !== "POST") return false;
  const restsUntil = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const resting = { ...number, state: "resting" as const, restsUntil };
  carrier.rented = carrier.rented.map((one) => (one === number ? resting : one));
  return done(resting, 202);
}

async function take({ world, url, request, response }: Asked): Promise<boolean> {
  const { carrier } = world;
  const sent = NewNumber.safeParse(JSON.parse((await readSent(request)).toString("utf8")));
  if (!sent.success) {
    const field = sent.error.issues[0]?.path.join(".");
    sendProblem(response, 422, "body_invalid", "The body is not as described.", "Correct it.", field);
    return true;
  }
  const { e164, purpose, monthly } = sent.data;
  const known = carrier.rented.find((one) => one.e164 === e164);
  if (url.pathname === "/v1/number-imports" && !/^\+\d{8,15}$/.test(e164)) {
    sendProblem(response, 422, "phone_malformed", "This is no phone number.", "Write it with country code.");
    return true;
  }
  if (monthly !== undefined && carrier.priceNow !== undefined && carrier.priceNow > monthly.cents) {
    const fix = "Nothing was bought. Look at the price in the detail.";
    sendProblem(
      response,
      409,
      "price_changed",
      "The number costs more now than the price that was shown.",
      fix,
      "monthly",
    );
    return true;
  }
  const { length } = carrier.rented;
  const made =
    purpose.role === "pool"
      ? aRentedNumber(length, { e164, pool: purpose.pool, monthly })
      : aRentedNumber(length, {
          e164,
          role: "source",
          pool: undefined,
          slice: undefined,
          monthly,
          touch: { channel: "maps", source: "google", medium: "business_profile", rule: "source_number" },
        });
  // Asked for twice it is rented once.
  if (known === undefined) carrier.rented = [...carrier.rented, made];
  sendJson(response, 201, known ?? made);
  return true;
}
