import { NewSite, type SiteCheck, type SiteSummary } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { callId } from "./sample-calls.ts";
import { sendJson, sendProblem } from "./send.ts";

/** A site nobody has seen a page of. */
export function anUnseenSite(): SiteCheck {
  return { pages: 0, adClicks: [] };
}

/** Plays the doors that set a site up and check it; false for an address that is none of them. */
export async function answerSites({ world, url, request, response }: Asked): Promise<boolean> {
  if (/^\/v1\/sites\/[\w-]+\/check$/.test(url.pathname)) {
    sendJson(response, 200, world.siteCheck);
    return true;
  }
  if (`${request.method} ${url.pathname}` !== "POST /v1/sites") return false;
  const sent = NewSite.safeParse(JSON.parse((await readSent(request)).toString("utf8")));
  if (!sent.success) {
    const field = sent.error.issues[0]?.path.join(".");
    sendProblem(response, 422, "body_invalid", "The body is not as described.", "Correct it.", field);
    return true;
  }
  const { name, address, phone } = sent.data;
  if (!phone.startsWith("+")) {
    sendProblem(response, 422, "phone_malformed", "This is no phone number.", "Write it with country code.", "phone");
    return true;
  }
  const made: SiteSummary = {
    id: callId(4_000 + world.addedSites.length),
    key: `site-${world.addedSites.length}`,
    name,
    origins: [new URL(address).origin],
    regime: "unknown",
    targets: [{ id: callId(5_000 + world.addedSites.length), e164: phone, label: "Main line" }],
    sources: [],
    pools: [],
  };
  world.addedSites.push(made);
  sendJson(response, 201, made);
  return true;
}
