import { NewSite, type PageLook, type SiteCheck, type SiteSummary } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { named, pageOf } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { callId } from "./sample-calls.ts";
import { sendJson, sendProblem } from "./send.ts";

/** A site nobody has seen a page of. */
export function anUnseenSite(): SiteCheck {
  return { pages: 0, adClicks: [] };
}

/** Plays the doors that set a site up and check it; false for an address that is none of them. */
export async function answerSites(asked: Asked): Promise<boolean> {
  const { world, url, request, response } = asked;
  if (/^\/v1\/sites\/[\w-]+\/check$/.test(url.pathname)) {
    sendJson(response, 200, world.siteCheck);
    return true;
  }
  if (url.pathname === "/v1/silences") {
    sendJson(response, 200, named("things", pageOf(world.heard, url.searchParams)));
    return true;
  }
  if (/^\/v1\/sites\/[\w-]+\/page-looks$/.test(url.pathname)) return lookAtPage(asked);
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

/** A page with the site's own number and a fax; an address elsewhere is refused. */
async function lookAtPage({ world, request, response }: Asked): Promise<true> {
  const { address } = JSON.parse((await readSent(request)).toString("utf8"));
  if (!String(address).startsWith("https://plumber.example")) {
    sendProblem(response, 422, "page_elsewhere", "This page is not of the site.", "Give one of the site.", "address");
    return true;
  }
  const look: PageLook = {
    address,
    title: "Contact us",
    hasSnippet: true,
    numbers: [
      {
        e164: "+14155550100",
        written: "(415) 555-0100",
        before: "Call ",
        behind: " today",
        target: callId(801),
        shown: "(415) 555-0131",
      },
      { e164: "+14155550188", written: "415.555.0188", before: "Fax: ", behind: "" },
    ],
    seen: { visits: 12, ...world.siteCheck },
    isCut: false,
  };
  sendJson(response, 200, look);
  return true;
}
