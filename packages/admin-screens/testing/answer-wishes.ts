import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays what callers ask for: every call of the played account is theirs. False for an address that is none of it. */
export async function answerWishes(asked: Asked): Promise<boolean> {
  const { world, url, request, response } = asked;
  if (await answerEmail(asked)) return true;
  const wish = /^\/v1\/callers\/(exports|erasures)$/.exec(url.pathname)?.[1];
  if (wish === undefined || request.method !== "POST") return false;
  const { phone } = JSON.parse((await readSent(request)).toString("utf8"));
  if (!/^\+\d{8,15}$/.test(phone)) {
    sendProblem(response, 422, "phone_malformed", "This is no phone number.", "Write it with country code.", "phone");
  } else if (wish === "exports") {
    sendJson(response, 200, {
      calls: world.calls.map(({ id, rangAt }) => ({ id, rangAt, recorded: true })),
    });
  } else {
    sendJson(response, 200, { calls: world.calls.length, recordings: world.calls.length, held: 0 });
  }
  return true;
}

/** Plays what is known under an address: one invitation, until it is forgotten. */
async function answerEmail({ url, request, response }: Asked): Promise<boolean> {
  const wish = /^\/v1\/emails\/(exports|erasures)$/.exec(url.pathname)?.[1];
  if (wish === undefined || request.method !== "POST") return false;
  const { email } = JSON.parse((await readSent(request)).toString("utf8"));
  if (!/^\S+@\S+\.\S+$/.test(email)) {
    sendProblem(response, 400, "body_invalid", "This is no address.", "Write it whole.", "email");
  } else if (wish === "exports") {
    const id = "0199f3c2-0000-7000-8000-0000000000e1";
    const invitations = [{ id, role: "analyst", expiresAt: "2026-12-01T09:00:00.000Z" }];
    sendJson(response, 200, { invitations, destinations: [], forms: [], visits: [] });
  } else {
    sendJson(response, 200, { invitations: 1, destinations: 0, forms: 0, visits: 0, isPerson: false });
  }
  return true;
}
