import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { instant, parseE164, Phi, type E164 } from "@ringtrail/core";
import { expect, onTestFinished, test } from "vitest";
import { startPrism } from "../../testing/start-prism.ts";
import { world, type Outside } from "../ask-patiently.ts";
import { twilioProvider } from "./provider.ts";

const corpus = new URL("../../../../../shared/corpora/twilio-oai/spec/json/twilio_api_v2010.json", import.meta.url);
const why = !existsSync(corpus)
  ? "Twilio's OpenAPI file is not on this machine"
  : process.env["RINGTRAIL_TEST_ALL"] !== "1"
    ? "npm run test:all fetches Prism and runs it"
    : undefined;
const promise = "every request of ours passes Twilio's own OpenAPI document at Prism";
if (why !== undefined) console.log(`SKIP ${promise}: ${why}`);

const account = `AC${"0".repeat(31)}1`;
const number = e164("+14155550142");
const addresses = {
  voiceUrl: "https://a.example/v",
  fallbackUrl: "https://b.example/f",
  statusUrl: "https://a.example/s",
};
const wish = { country: "US", kind: "local", areaCode: "415", locality: undefined } as const;
const since = instant(Date.UTC(2026, 2, 3));

test.runIf(why === undefined)(
  promise,
  async () => {
    const prism = await startPrism(fileURLToPath(corpus));
    onTestFinished(() => prism.stop());
    const judged: string[] = [];
    const outside: Outside = {
      ...world,
      fetch: async (url, init) => {
        const answer = await world.fetch(url, init);
        // The price list is another document of Twilio's, which is not at hand.
        if (!url.includes("/v1/PhoneNumbers/")) judged.push(`${answer.status} ${init.method} ${new URL(url).pathname}`);
        return answer;
      },
    };
    const provider = twilioProvider({ apiBase: prism.url, carrierAccount: account, secret: "x" }, outside);

    await provider.searchNumbers(wish);
    await provider.searchNumbers({ ...wish, kind: "toll_free", areaCode: undefined });
    await provider.searchNumbers({ ...wish, kind: "mobile", areaCode: undefined, locality: "San Francisco" });
    await provider.findNumber(number);
    await provider.buyNumber(number, addresses);
    // With a fallback, as every number has one: an empty text that clears the setting is Twilio's way and fits no address.
    await provider.routeNumber(`PN${"0".repeat(32)}`, addresses);
    await provider.listNumbers(undefined);
    await provider.listCalls({ since, page: undefined });
    await provider.listRecordings({ since, page: undefined });
    await provider.steerRecording(`CA${"0".repeat(32)}`, "pause");
    await provider.sendText({ from: number, to: Phi.seal(number), text: "Sorry we missed you." });
    await provider.deleteRecording(`RE${"0".repeat(32)}`);
    await provider.releaseNumber(`PN${"0".repeat(32)}`);

    expect(judged.length).toBeGreaterThanOrEqual(13);
    expect(judged.filter((line) => !line.startsWith("2"))).toEqual([]);
    // A judge that refuses nothing would prove nothing.
    const refused = await fetch(`${prism.url}/2010-04-01/Accounts/${account}/Messages.json`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${account}:x`)}` },
      body: new URLSearchParams({ From: number }),
    });
    expect(refused.status).toBe(422);
  },
  600_000,
);

function e164(text: string): E164 {
  const read = parseE164(text);
  if (!read.ok) throw new Error(`not a number: ${text}`);
  return read.value;
}
