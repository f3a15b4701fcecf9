import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays what callers ask for: every call of the played account is theirs. False for an address that is none of it. */
export async function answerWishes({ world, url, request, response }: Asked): Promise<boolean> {
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
