import { NewCallerPlace, type CallerPlaceShown, type CallerPlacesKept } from "@ringtrail/api-contract";
import type { Asked, ContractWorld } from "./contract-world.ts";
import { named, pageOf } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { lawOf } from "./sample-consent.ts";
import { sendJson, sendProblem } from "./send.ts";

const ofCall = /^\/v1\/calls\/([0-9a-f-]{36})\/caller-places$/;

/** Plays the doors of declared places; false for an address that is none of them. */
export async function answerPlaces({ world, url, request, response }: Asked): Promise<boolean> {
  const call = ofCall.exec(url.pathname)?.[1];
  if (call === undefined && !url.pathname.startsWith("/v1/caller-places")) return false;
  if (request.method === "GET") {
    const places = world.callerPlaces.filter((one) => call === undefined || one.call === call);
    sendJson(response, 200, named("places", pageOf(places, url.searchParams)));
  } else if (request.method === "DELETE") {
    world.callerPlaces = world.callerPlaces.filter(({ id }) => !url.pathname.endsWith(`/${id}`));
    response.writeHead(204).end();
  } else if (url.pathname.endsWith("/imports")) {
    sendJson(response, 200, keepFile(world, (await readSent(request)).toString("utf8")));
  } else {
    const body: unknown = JSON.parse((await readSent(request)).toString("utf8"));
    const said = call === undefined ? body : { ...(body as object), phone: "+14155550142" };
    const sent = NewCallerPlace.safeParse(said);
    const isNumber = sent.success && /^\+[1-9]\d{6,14}$/.test(sent.data.phone);
    if (sent.success && isNumber) sendJson(response, 201, keep(world, sent.data, call));
    else {
      const field = sent.success ? "phone" : sent.error.issues[0]?.path.join(".");
      const code = sent.success ? "phone_malformed" : "body_invalid";
      sendProblem(response, 422, code, "This is not as agreed.", "Correct the field.", field);
    }
  }
  return true;
}

function keep(world: ContractWorld, declared: NewCallerPlace, call?: string): CallerPlaceShown {
  const { phone, kind = "declared", place, basis } = declared;
  const shown = {
    id: `place-${world.callerPlaces.length + 1}`,
    phone: `${phone.slice(0, 2)}…${phone.slice(-2)}`,
    kind,
    place,
    name: lawOf(place)?.name ?? place,
    basis,
    declaredBy: "ann@example.com",
    declaredAt: new Date().toISOString(),
  };
  world.callerPlaces.unshift({ ...shown, ...(call === undefined ? {} : { call }) });
  return shown;
}

/** One line of a file is kept, the others are named. */
function keepFile(world: ContractWorld, csv: string): CallerPlacesKept {
  const [, first, ...others] = csv.trim().split("\n");
  const [phone = "", place = "", basis = ""] = first?.split(",") ?? [];
  if (first !== undefined) keep(world, { phone, place, basis });
  const says = "The phone is no number in E.164, such as +14155550123.";
  const problems = others.map((_row, at) => ({ line: at + 3, code: "phone_malformed" as const, says }));
  const kept = first === undefined ? 0 : 1;
  return { rows: kept + others.length, kept, problems, problemCount: problems.length };
}
