import { carrierFor } from "@ringtrail/telephony";
import { checkFallback, type FallbackFound } from "../survival/check-fallbacks.ts";
import type { AddressGround } from "../carriers/number-addresses.ts";
import type { SiteDirectory } from "@ringtrail/core/ports";
import { fine, note, problem, type Finding } from "./finding.ts";

const check = "fallback";
/** Documents looked at; one wrong among them is enough to know. */
const mostLooks = 20;

/** Whether what carriers ask while the server is dead answers, rightly, and from somewhere else. */
export async function checkFallbackHost(
  ground: AddressGround & { readonly directory: Pick<SiteDirectory, "allRoutes" | "connectionById"> },
): Promise<readonly Finding[]> {
  const routes = (await ground.directory.allRoutes()).slice(0, mostLooks);
  if (routes.length === 0) return [];
  const found: FallbackFound[] = [];
  for (const route of routes) {
    const connection = await ground.directory.connectionById(route.connection);
    if (connection !== undefined && carrierFor(connection).isOwnPbx !== true)
      found.push(await checkFallback(ground, connection, route));
  }
  return [whereFrom(ground), ...wrongOnes(found)];
}

function whereFrom({ server: { fallbackUrl, publicUrl } }: AddressGround): Finding {
  if (new URL(fallbackUrl).host !== new URL(publicUrl).host)
    return fine(check, `Carriers ask ${fallbackUrl} while this server is dead.`);
  const says = "The fallback documents come from this server: they die with it.";
  return note(check, `${says} Put them on another host: ringtrail fallback export, then FALLBACK_URL.`);
}

function wrongOnes(found: readonly FallbackFound[]): readonly Finding[] {
  const wrong = found.filter(({ state }) => state !== "right");
  if (wrong.length === 0) return [fine("fallback_documents", `${found.length} documents answer as they should.`)];
  return (["silent", "stale", "mistyped", "get_only"] as const).flatMap((state) => {
    const numbers = wrong.filter((one) => one.state === state).length;
    return numbers === 0 ? [] : [problem("fallback_documents", `${numbers} documents ${says[state]}`, fixes[state])];
  });
}

const says = {
  silent: "do not answer.",
  stale: "lead elsewhere than their numbers do.",
  mistyped: "are not served as text/xml: the carrier would read them aloud.",
  get_only: "are refused to POST, by which Telnyx asks: its callers would be lost with this server.",
} as const;
const fixes = {
  silent: "Copy the folder of `ringtrail fallback export` to the host at FALLBACK_URL.",
  stale: "Run `ringtrail fallback export` again and copy the folder, or let FALLBACK_FOLDER be kept by the server.",
  mistyped: "Let the host send Content-Type: text/xml for .twilio and .telnyx (docs/guides/fallback.md).",
  get_only: "Let the host answer POST with the file as well; docs/guides/fallback.md has the lines for common hosts.",
} as const;
