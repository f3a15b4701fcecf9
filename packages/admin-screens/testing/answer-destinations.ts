import { DestinationWanted, type DestinationShown } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { aDelivery, aDestination } from "./sample-deliveries.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays the doors of destinations and of what was sent; false for an address that is none of them. */
export async function answerDestinations(asked: Asked): Promise<boolean> {
  const { world, url, request, response } = asked;
  const [, , door, id, what] = url.pathname.split("/");
  if (door === "deliveries") return answerDeliveries(asked, id, what);
  if (door !== "destinations") return false;
  const known = world.destinations.find((one) => one.id === id);
  if (id !== undefined && known === undefined) return false;
  if (what !== undefined && known !== undefined) return answerDeed(asked, known, what);
  if (request.method === "GET") sendJson(response, 200, { destinations: world.destinations });
  else if (request.method === "DELETE") {
    world.destinations = world.destinations.filter((one) => one !== known);
    world.deliveries = world.deliveries.filter(({ destination }) => destination !== id);
    response.writeHead(204).end();
  } else await keep(asked, known);
  return true;
}

/** Keeps a destination as the contract's schema takes it; only encrypted addresses are sent to. */
async function keep({ world, request, response }: Asked, known: DestinationShown | undefined): Promise<void> {
  const sent = DestinationWanted.safeParse(JSON.parse((await readSent(request)).toString("utf8")));
  if (!sent.success) {
    const field = sent.error.issues[0]?.path.join(".");
    return sendProblem(response, 422, "body_invalid", "The body is not as described.", "Correct it.", field);
  }
  const { kind, name, facts, isOn, site, ...settings } = sent.data;
  if ("url" in settings && settings.url?.startsWith("http:") === true) {
    const fix = "Give an address on the public internet that begins with https://.";
    return sendProblem(response, 422, "destination_address_refused", "Nothing is sent to this address.", fix);
  }
  const kept = aDestination(world.destinations.length + 1, { ...known, kind, name, facts, isOn, site, settings });
  world.destinations = [...world.destinations.filter((one) => one !== known), kept];
  const secret = known === undefined && kind === "webhook" ? "whsec_c2VjcmV0LW9mLXRoZS13ZWJob29r" : undefined;
  sendJson(response, known === undefined ? 201 : 200, { ...kept, secret });
}

/** A test, a new secret, or a period sent once more. */
async function answerDeed({ world, request, response }: Asked, to: DestinationShown, what: string): Promise<boolean> {
  const body = (await readSent(request)).toString("utf8");
  if (what === "secrets") {
    const oldUntil = new Date(Date.now() + JSON.parse(body).oldHours * 3_600_000).toISOString();
    sendJson(response, 201, { secret: "whsec_YW5vdGhlci1zZWNyZXQ=", oldUntil });
  } else if (what === "tests") {
    const nth = 500 + world.deliveries.length;
    const status = world.receiverAnswers;
    const one = aDelivery(nth, to.id, { why: "test", request: '{"type":"test"}' });
    const at = new Date().toISOString();
    const isTaken = status < 300;
    world.deliveries.unshift({
      ...one,
      createdAt: at,
      event: { ...one.event, type: "test" },
      state: isTaken ? "delivered" : "waiting",
      tries: [{ at, tookMs: 12, status, ...(isTaken ? {} : { trouble: "status_bad", answer: "out of order" }) }],
    });
    sendJson(response, 202, { delivery: one.id });
  } else if (what === "replays") {
    const { from, before } = JSON.parse(body);
    const again = world.deliveries.filter(({ createdAt }) => createdAt >= from && createdAt < before);
    sendJson(response, 202, { deliveries: again.length });
  } else return false;
  return true;
}

function answerDeliveries({ world, url, response }: Asked, id: string | undefined, what: string | undefined): boolean {
  if (id === undefined) {
    const { destination, state, cursor, limit } = Object.fromEntries(url.searchParams);
    const fits = world.deliveries.filter(
      (one) => (one.destination === destination || !destination) && (one.state === state || !state),
    );
    const start = Number(cursor ?? 0);
    const end = start + Number(limit ?? 50);
    sendJson(response, 200, { deliveries: fits.slice(start, end), next: end < fits.length ? String(end) : undefined });
    return true;
  }
  const known = world.deliveries.find((one) => one.id === id);
  if (known === undefined) return false;
  if (what === undefined) sendJson(response, 200, known);
  else {
    const again = aDelivery(900 + world.deliveries.length, known.destination, { event: known.event, why: "replay" });
    world.deliveries.unshift(again);
    sendJson(response, 202, { deliveries: 1 });
  }
  return true;
}
