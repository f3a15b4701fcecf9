import { AdPlatformWanted, QuietHours } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { named, pageOf } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { sendJson, sendProblem } from "./send.ts";

const doors: ReadonlySet<string> = new Set(["ad-platforms", "conversions", "conversions.csv", "quiet-hours"]);

/** Plays the doors of ad platforms, of what they know, and of a person's quiet hours; false for any other address. */
export async function answerAds({ world, url, request, response }: Asked): Promise<boolean> {
  const [, , door, id] = url.pathname.split("/");
  // What another door is sent is for that door to read.
  if (!doors.has(door ?? "")) return false;
  const sent = request.method === "PUT" ? JSON.parse((await readSent(request)).toString("utf8")) : undefined;
  if (door === "conversions")
    sendJson(response, 200, named("conversions", pageOf(world.conversions, url.searchParams)));
  else if (door === "conversions.csv") {
    response.writeHead(200, { "content-type": "text/csv; charset=utf-8" }).end(`for,${url.searchParams.get("for")}\n`);
  } else if (door === "quiet-hours") {
    const read = QuietHours.safeParse(sent);
    if (request.method === "PUT" && !read.success) {
      const field = read.error.issues[0]?.path.join(".");
      sendProblem(response, 422, "body_invalid", "The body is not as described.", "Correct it.", field);
      return true;
    }
    if (request.method !== "GET") world.quiet = read.data;
    if (request.method === "DELETE") response.writeHead(204).end();
    else sendJson(response, 200, { mailbox: "owner@example.com", ...(world.quiet && { quiet: world.quiet }) });
  } else if (request.method === "GET")
    sendJson(response, 200, named("platforms", pageOf(world.adPlatforms, url.searchParams)));
  else if (request.method === "DELETE") {
    world.adPlatforms = world.adPlatforms.filter((one) => one.id !== id);
    response.writeHead(204).end();
  } else {
    const read = AdPlatformWanted.safeParse(sent);
    const known = world.adPlatforms.find(({ platform }) => platform === sent.platform);
    if (!read.success) {
      const field = read.error.issues[0]?.path.join(".");
      sendProblem(response, 422, "body_invalid", "The body is not as described.", "Correct it.", field);
    } else if (known === undefined && read.data.keys === undefined) {
      const fix = "Send them the first time.";
      sendProblem(response, 422, "ad_platform_keys_missing", "The platform's keys are missing.", fix);
    } else {
      const { platform, site, isOn = true, keys: _keys, ...settings } = read.data;
      const kept = { id: "0199f3c2-0000-7000-8000-0000000000ad", ...known, platform, site, isOn, settings };
      world.adPlatforms = [...world.adPlatforms.filter((one) => one !== known), kept];
      sendJson(response, 200, kept);
    }
  }
  return true;
}
