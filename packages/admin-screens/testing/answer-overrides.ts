import { NewOverride, type OwnerOverride } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { lawOf } from "./sample-consent.ts";
import { sendJson, sendProblem } from "./send.ts";

const door = "/v1/recording-consent/overrides";

/** Plays the doors of the owner's overrides; false for an address that is none of them. */
export async function answerOverrides({ world, url, request, response }: Asked): Promise<boolean> {
  if (!url.pathname.startsWith(door)) return false;
  if (request.method === "GET") {
    const overrides = Object.entries(world.overrides).map(([place, one]) => show({ place, ...one }));
    sendJson(response, 200, { overrides, mayChange: world.mayChangeRules });
  } else if (request.method === "DELETE") {
    delete world.overrides[url.pathname.slice(door.length + 1)];
    response.writeHead(204).end();
  } else {
    const sent = NewOverride.safeParse(JSON.parse((await readSent(request)).toString("utf8")));
    const field = sent.success
      ? sent.data.phone === undefined && sent.data.video === undefined
        ? "phone"
        : undefined
      : sent.error.issues[0]?.path.join(".");
    if (!sent.success || field !== undefined) {
      sendProblem(response, 422, "override_wrong", "This override cannot be kept.", "Correct the field.", field);
    } else {
      const { place, ...change } = sent.data;
      world.overrides[place] = change;
      sendJson(response, 201, show(sent.data));
    }
  }
  return true;
}

function show(override: NewOverride): OwnerOverride {
  const law = lawOf(override.place);
  const [lawPhone, lawVideo] = [law?.law ?? "announce", law?.law ?? "announce"] as const;
  return { ...override, name: law?.name ?? override.place, lawPhone, lawVideo };
}
