import { TimeZoneChosen } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { sendJson } from "./send.ts";

/** Plays what calls come to, and whose days they are counted by; false for any other request. */
export async function answerOverview({ world, url, request, response }: Asked): Promise<boolean> {
  if (url.pathname === "/v1/reports/overview") {
    const { before, ...overview } = world.overview;
    const isCompared = url.searchParams.get("compare") !== "none" && before !== undefined;
    sendJson(response, 200, isCompared ? { ...overview, before } : overview);
    return true;
  }
  if (url.pathname !== "/v1/account/time-zone" || request.method !== "PUT") return false;
  const { timeZone } = TimeZoneChosen.parse(JSON.parse((await readSent(request)).toString("utf8")));
  const { session } = world.settings;
  world.settings.session = { ...session, account: { ...session.account, timeZone } };
  world.overview = { ...world.overview, timeZone, isTimeZoneChosen: true };
  sendJson(response, 200, { timeZone });
  return true;
}
