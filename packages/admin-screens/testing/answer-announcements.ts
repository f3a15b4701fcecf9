import { createHash } from "node:crypto";
import { CallFlowShown, NewTestCall, type KeptCallFlow, type SiteSummary } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { named, pageOf } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { sampleSite, sampleSounds } from "./sample-flow.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays the doors of sites, their call flows and sounds; false for an address that is none of them. */
export async function answerAnnouncements(asked: Asked): Promise<boolean> {
  const { world, url, request, response } = asked;
  const isClinic = world.flow?.isHealthcare === true;
  if (
    isClinic &&
    /\/call-flow(\/checks)?$/.test(url.pathname) &&
    !world.settings.session.scopes.includes("callers:read")
  ) {
    const detail = "It needs the scope callers:read.";
    sendProblem(response, 403, "scope_missing", "You may not do this.", "Use a key that may.", undefined, detail);
    return true;
  }
  switch (`${request.method} ${url.pathname}`) {
    case "GET /v1/sites":
      sendJson(
        response,
        200,
        named(
          "sites",
          pageOf([...(world.flow === undefined ? [] : [siteNow(world)]), ...world.addedSites], url.searchParams),
        ),
      );
      return true;
    case `GET /v1/sites/${sampleSite.id}/call-flow`:
      sendJson(response, 200, { flow: world.flow, cannot: [...world.cannot, ...cannotOf(world.flow)] });
      return true;
    case `PUT /v1/sites/${sampleSite.id}/call-flow`:
      await keepFlow(asked);
      return true;
    case `POST /v1/sites/${sampleSite.id}/call-flow/checks`:
      await checkFlow(asked);
      return true;
    case "POST /v1/test-calls":
      await ringTest(asked);
      return true;
    case "GET /v1/sounds":
      world.linksMade += 1;
      sendJson(response, 200, sampleSounds(world.sounds, `http://${request.headers.host}`, world.linksMade));
      return true;
    case "POST /v1/sounds":
      await keepSound(asked);
      return true;
    default:
      return false;
  }
}

/** The one site, in healthcare mode once that has begun. */
function siteNow({ flow }: Asked["world"]): SiteSummary {
  return flow?.isHealthcare === true ? { ...sampleSite, isHealthcare: true } : sampleSite;
}

/** Keeps the flow as the contract's schema has it, or names the first field that is not so. */
async function keepFlow({ world, request, response }: Asked): Promise<void> {
  const sent = CallFlowShown.safeParse(JSON.parse((await readSent(request)).toString("utf8")));
  if (!sent.success) {
    const field = sent.error.issues[0]?.path.join(".");
    return sendProblem(response, 422, "body_invalid", "A field is not as agreed.", "Compare it.", field);
  }
  const circle = Object.entries(sent.data.steps?.all ?? {}).find(
    ([name, step]) => "next" in step && step.next === name,
  );
  if (circle !== undefined) {
    const [fix, field] = ["Let one of them lead elsewhere.", `steps.all.${circle[0]}`];
    return sendProblem(response, 422, "flow_circle", "Steps lead round in a circle.", fix, field);
  }
  world.flow = sent.data;
  sendJson(response, 200, { flow: world.flow, cannot: [...world.cannot, ...cannotOf(sent.data)] });
}

/** Says of a flow what a carrier without texts says, and keeps nothing. */
async function checkFlow({ request, response }: Asked): Promise<void> {
  const sent = CallFlowShown.safeParse(JSON.parse((await readSent(request)).toString("utf8")));
  if (!sent.success) return sendProblem(response, 422, "body_invalid", "A field is not as agreed.", "Compare it.");
  sendJson(response, 200, { flow: sent.data, cannot: cannotOf(sent.data) });
}

function cannotOf(flow: CallFlowShown | undefined): KeptCallFlow["cannot"] {
  return Object.entries(flow?.steps?.all ?? {}).flatMap(([step, { kind }]) =>
    kind === "text" ? [{ carrier: "asterisk", skill: "text", step, words: "asterisk cannot send texts." }] : [],
  );
}

/** The fake carrier rings its own numbers; any other is a real carrier's. */
async function ringTest({ request, response }: Asked): Promise<void> {
  const { to } = NewTestCall.parse(JSON.parse((await readSent(request)).toString("utf8")));
  if (to === sampleSite.sources[0]?.e164) sendJson(response, 202, { carrierRef: "CA1", to });
  else sendProblem(response, 409, "carrier_not_fake", "This number is not the fake carrier's.", "Call it yourself.");
}

/** Takes what begins as a WAV does; another file is refused in the words of the API. */
async function keepSound({ world, url, request, response }: Asked): Promise<void> {
  const file = await readSent(request);
  if (file.toString("latin1", 0, 4) !== "RIFF") {
    const fix = "Save it as a WAV (PCM) or an MP3 and upload it again.";
    return sendProblem(response, 422, "sound_unreadable", "This file cannot be read as a sound.", fix);
  }
  const sha256 = createHash("sha256").update(file).digest("hex");
  world.sounds.unshift({
    sha256,
    name: url.searchParams.get("name") ?? "",
    mediaType: "audio/wav",
    size: file.length,
    lengthMs: 30_000,
    telephoneSha256: sha256,
    uploadedAt: new Date().toISOString(),
    uploadedBy: "ann@example.com",
  });
  world.linksMade += 1;
  const [kept] = sampleSounds(world.sounds, `http://${request.headers.host}`, world.linksMade).sounds;
  sendJson(response, 201, kept);
}
