import { isIP } from "node:net";
import type { ServerAnswer } from "../doctor/ask-server.ts";
import { done, failed, type Step } from "./step.ts";

/** PUBLIC_URL is set and is a name in the world. The fake carrier reaches this machine too. */
export function checkPublicAddress(publicUrl: string | undefined, isFake: boolean): Step {
  if (publicUrl === undefined) {
    return failed(
      "public_address",
      "PUBLIC_URL is not set, so no carrier knows where to ask.",
      "Point a name at this machine and set PUBLIC_URL=https://that-name.",
    );
  }
  const { hostname } = new URL(publicUrl);
  const isHere =
    hostname === "localhost" || hostname === "[::1]" || (isIP(hostname) === 4 && hostname.startsWith("127."));
  if (isHere && !isFake) {
    return failed(
      "public_address",
      `${publicUrl} is this machine: no carrier reaches it.`,
      "Use a name other machines reach.",
    );
  }
  return done("public_address", `Carriers ask ${publicUrl}.`);
}

const why: ReadonlyMap<string, readonly [says: string, fix: string]> = new Map([
  ["ENOTFOUND", ["has no address in DNS.", "Make an A or AAAA record for the name, and wait until it is known."]],
  ["ECONNREFUSED", ["refuses connections.", "Start the proxy and let the firewall pass port 443."]],
  ["TimeoutError", ["does not answer in time.", "Let the firewall pass port 443 to the proxy."]],
  [
    "CERT_HAS_EXPIRED",
    ["has an expired certificate.", "Renew it; Caddy does that by itself when ports 80 and 443 reach it."],
  ],
  [
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    ["has a certificate nobody vouches for.", "Use one of a public authority: Caddy gets one by itself."],
  ],
]);

/** The address is encrypted with a certificate the world trusts, and this very server answers behind it. */
export function checkHttps(publicUrl: string, answer: ServerAnswer, isFake: boolean): Step {
  if (!publicUrl.startsWith("https:") && !isFake) {
    const fix = "Put Caddy in front (docs/guides/deploy.md) and set PUBLIC_URL to the https address.";
    return failed("https", `${publicUrl} is not encrypted: callers' numbers would pass in the clear.`, fix);
  }
  if (answer.kind === "silent") {
    const [says, fix] = why.get(answer.cause) ?? [`does not answer (${answer.cause}).`, "Run: ringtrail doctor."];
    return failed("https", `${publicUrl} ${says}`, fix);
  }
  if (answer.kind === "foreign") {
    const fix = "Let the proxy pass every path on to this server, and start the server with this data folder.";
    return failed("https", `${publicUrl} is answered by something else (status ${answer.status}).`, fix);
  }
  if (answer.seen.publicUrl !== publicUrl) {
    const fix = "Start the server with the same PUBLIC_URL as this command.";
    return failed("https", `The server takes itself for ${answer.seen.publicUrl}: no signature would fit.`, fix);
  }
  return done("https", `This server answers at ${publicUrl}.`);
}
