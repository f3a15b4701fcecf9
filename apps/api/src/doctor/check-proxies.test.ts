import { expect, test } from "vitest";
import { claimedAddress } from "./ask-server.ts";
import { checkProxies } from "./check-proxies.ts";

const table: [
  why: string,
  isFromTrustedProxy: boolean,
  forwardedFor: string | undefined,
  state: string,
  words: RegExp,
][] = [
  ["no proxy, none believed", false, claimedAddress, "ok", /No proxy/],
  ["a trusted proxy that adds its client", true, `${claimedAddress}, 198.51.100.9`, "ok", /is trusted/],
  ["a trusted proxy that replaces what was claimed", true, "198.51.100.9", "ok", /is trusted/],
  ["whoever connects is believed what they claim", true, claimedAddress, "problem", /made up/],
  ["a proxy nobody told us of", false, `${claimedAddress}, 198.51.100.9`, "problem", /TRUSTED_PROXIES/],
  ["a proxy that hides its clients", true, undefined, "problem", /look like one/],
  ["an unknown proxy that hides its clients", false, undefined, "problem", /look like one/],
];

test.each(table)("%s", (_why, isFromTrustedProxy, forwardedFor, state, words) => {
  const seen = { version: "1.2.3", publicUrl: "https://calls.example", connectedFrom: "10.0.0.5" };

  const finding = checkProxies({ ...seen, isFromTrustedProxy, ...(forwardedFor && { forwardedFor }) });

  expect(finding.state).toBe(state);
  expect(`${finding.says} ${finding.fix ?? ""}`).toMatch(words);
});
