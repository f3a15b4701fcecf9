import { claimedAddress, type SeenByServer } from "./ask-server.ts";
import { fine, problem, type Finding } from "./finding.ts";

const check = "trusted_proxies";

/**
 * The proxies in front of the server, seen by what became of an `X-Forwarded-For` that the doctor made up: a proxy adds
 * to it or replaces it; where none is in between it arrives as it was sent.
 */
export function checkProxies({ connectedFrom = "unknown", isFromTrustedProxy, forwardedFor }: SeenByServer): Finding {
  if (forwardedFor === claimedAddress) {
    if (!isFromTrustedProxy) return fine(check, "No proxy is in between, and none is believed.");
    const says = `${connectedFrom} is a trusted proxy and passed on an address that was made up: anybody can choose their own.`;
    return problem(
      check,
      says,
      "Let the proxy add the client's address to X-Forwarded-For, or take it out of TRUSTED_PROXIES.",
    );
  }
  if (isFromTrustedProxy && forwardedFor !== undefined)
    return fine(check, `The proxy ${connectedFrom} is trusted and names its clients.`);
  if (forwardedFor === undefined) {
    const says = `The proxy ${connectedFrom} does not say who its clients are: all visitors look like one.`;
    return problem(check, says, "Let the proxy add the client's address to X-Forwarded-For.");
  }
  const says = `The proxy ${connectedFrom} names its clients and is not trusted: all visitors look like one.`;
  return problem(check, says, `Add ${connectedFrom} (or its network) to TRUSTED_PROXIES.`);
}
