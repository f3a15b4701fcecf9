import { ConnectApproval } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { sendJson } from "./send.ts";

/** Plays a plugin that asks to be let in by any code, and its approval; false for an address that is none of them. */
export async function answerConnect({ world, url, request, response }: Asked): Promise<boolean> {
  const [, code, isApproval] = /^\/v1\/connect-requests\/([A-Z]{4}-[A-Z]{4})(\/approvals)?$/.exec(url.pathname) ?? [];
  if (code === undefined) return false;
  if (isApproval === undefined) {
    const expiresAt = new Date(Date.now() + 600_000).toISOString();
    sendJson(response, 200, { name: "Bay Clinic", origin: "https://clinic.example", expiresAt });
    return true;
  }
  world.approvals.set(code, ConnectApproval.parse(JSON.parse((await readSent(request)).toString("utf8"))));
  response.writeHead(204).end();
  return true;
}
