import { SpamWord } from "@ringtrail/api-contract";
import { answerAds } from "./answer-ads.ts";
import { answerAnnouncements } from "./answer-announcements.ts";
import { answerChannelRules } from "./answer-channel-rules.ts";
import { answerConnect } from "./answer-connect.ts";
import { answerConsent } from "./answer-consent.ts";
import { answerDestinations } from "./answer-destinations.ts";
import { answerKeeping } from "./answer-keeping.ts";
import { answerNotes } from "./answer-notes.ts";
import { answerMoney } from "./answer-money.ts";
import { answerOrders } from "./answer-orders.ts";
import { answerNumbers } from "./answer-numbers.ts";
import { answerOverrides } from "./answer-overrides.ts";
import { answerOverview } from "./answer-overview.ts";
import { answerPlaces } from "./answer-places.ts";
import { answerSites } from "./answer-sites.ts";
import { answerSettings } from "./answer-settings.ts";
import { answerSession } from "./answer-session.ts";
import { answerWishes } from "./answer-wishes.ts";
import type { Asked } from "./contract-world.ts";
import { playedKey } from "./played-account.ts";
import { named, pageOf as listPage } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { aStereoSound } from "./sample-sound.ts";
import { sendJson, sendProblem } from "./send.ts";

const id = "[0-9a-f-]{36}";

/** Answers the management API as the contract says, to a session cookie or an API key. */
export async function answerApi(asked: Asked): Promise<void> {
  const { world, url, request, response } = asked;
  const audio = new RegExp(`^/v1/recordings/(${id})/audio$`).exec(url.pathname);
  if (audio !== null || /^\/v1\/sounds\/[0-9a-f]{64}\/audio$/.test(url.pathname)) return sendSound(asked);
  if (url.pathname.startsWith("/api/auth/")) return answerSession(asked);

  const isKnown =
    /rt_session=open/.test(request.headers.cookie ?? "") || request.headers.authorization === `Bearer ${playedKey}`;
  if (!isKnown) return sendProblem(response, 401, "not_signed_in", "You are not signed in.", "Sign in and try again.");
  const { ended, session } = world.settings;
  if (ended !== undefined) return sendProblem(response, 401, ended, "This session ended.", "Sign in again.");
  if (session.person?.mustSetTwoFactor === true && !url.pathname.startsWith("/v1/session")) {
    return sendProblem(response, 403, "two_factor_required", "A second factor is asked for.", "Set one up.");
  }
  if (world.failWith !== undefined) {
    return sendProblem(response, world.failWith, "failed", "The server could not answer.", "Try again in a moment.");
  }
  if (url.pathname === "/v1/live") return asked.streams.open(response, request.headers["last-event-id"]?.toString());
  if (url.pathname === "/v1/pools")
    return sendJson(response, 200, named("pools", listPage(world.pools, url.searchParams)));
  if (url.pathname === "/v1/calls") return sendJson(response, 200, pageOf(asked));

  if (url.pathname === "/v1/notices/seen") world.notices.splice(0);
  if (url.pathname.startsWith("/v1/notices")) return sendJson(response, 200, { notices: world.notices });

  if (
    (await answerKeeping(asked)) ||
    (await answerSettings(asked)) ||
    (await answerMoney(asked)) ||
    (await answerNotes(asked)) ||
    (await answerNumbers(asked)) ||
    (await answerSites(asked)) ||
    (await answerConnect(asked)) ||
    (await answerConsent(asked)) ||
    (await answerOverrides(asked)) ||
    (await answerAds(asked)) ||
    (await answerDestinations(asked)) ||
    (await answerOrders(asked)) ||
    (await answerOverview(asked)) ||
    (await answerChannelRules(asked)) ||
    (await answerPlaces(asked)) ||
    (await answerAnnouncements(asked)) ||
    (await answerWishes(asked)) ||
    (await keepWord(asked))
  )
    return;

  const call = new RegExp(`^/v1/calls/(${id})$`).exec(url.pathname)?.[1];
  const found = world.calls.find((known) => known.id === call);
  if (found !== undefined) return sendJson(response, 200, found);
  if (sendProof(asked)) return;
  const recording = new RegExp(`^/v1/recordings/(${id})/links$`).exec(url.pathname)?.[1];
  if (recording !== undefined && request.method === "POST") {
    world.linksMade += 1;
    const host = `http://${request.headers.host}`;
    return sendJson(response, 201, {
      url: `${host}/v1/recordings/${recording}/audio?link=${world.linksMade}`,
      expiresAt: new Date(Date.now() + 300_000).toISOString(),
    });
  }
  return sendProblem(response, 404, "not_found", "There is nothing here.", "Check the address.");
}

/** What proves a known call; its proof holds an empty object, which not every program writes as it read it. */
function sendProof({ world, url, response }: Asked): boolean {
  const [, call, form] = new RegExp(`^/v1/calls/(${id})/(proof|certificate)$`).exec(url.pathname) ?? [];
  if (!world.calls.some((known) => known.id === call)) return false;
  if (form === "proof") sendJson(response, 200, { format: "ringtrail-call-proof/1", call, proofs: [{ facts: {} }] });
  else response.writeHead(200, { "content-type": "text/html; charset=UTF-8" }).end(`<h1>Certificate of ${call}</h1>`);
  return true;
}

function pageOf({ world, url }: Asked): object {
  const start = Number(url.searchParams.get("cursor") ?? 0);
  const end = start + Number(url.searchParams.get("limit") ?? 50);
  const spam = url.searchParams.get("spam");
  const asked = world.calls.filter(
    ({ state }) => spam === null || (state.spam?.flagged ?? false) === (spam === "only"),
  );
  return {
    calls: asked.slice(start, end),
    next: end < asked.length ? String(end) : undefined,
  };
}

/** Keeps a person's word on a known call; false for any other request. */
async function keepWord({ world, url, request, response }: Asked): Promise<boolean> {
  const call = new RegExp(`^/v1/calls/(${id})/spam$`).exec(url.pathname)?.[1];
  const at = world.calls.findIndex((known) => known.id === call);
  const found = world.calls[at];
  if (request.method !== "PUT" || found === undefined) return false;
  const { isSpam } = SpamWord.parse(JSON.parse((await readSent(request)).toString("utf8")));
  const { score = 0, suspected = false, signs = [] } = found.state.spam ?? {};
  const said = { isSpam, by: "ann@example.com", at: new Date().toISOString() };
  const spam = { score, suspected, signs, flagged: isSpam, said };
  world.calls[at] = { ...found, state: { ...found.state, spam } };
  sendJson(response, 200, spam);
  return true;
}

/** Sends 30 s of sound, whole or the part that was asked for, as long as the link has not expired. */
function sendSound({ world, url, request, response }: Asked): void {
  if (Number(url.searchParams.get("link")) <= world.linksExpired) {
    return sendProblem(response, 403, "link_expired", "This link has expired.", "Ask for a new one.");
  }
  const sound = aStereoSound(30);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] === undefined || range[2] === "" ? sound.length - 1 : Number(range[2]);
  response.writeHead(range === null ? 200 : 206, {
    "content-type": "audio/wav",
    "accept-ranges": "bytes",
    "content-length": end - start + 1,
    ...(range === null ? {} : { "content-range": `bytes ${start}-${end}/${sound.length}` }),
  });
  response.end(sound.subarray(start, end + 1));
}
