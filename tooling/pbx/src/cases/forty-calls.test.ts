import { expect } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { numbers } from "../seed-business.ts";
import { startTelephone } from "../sip/telephone.ts";
import { hear, inTurn } from "../sound/hear.ts";
import { addresses } from "../start-asterisk.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

const calls = 40;

await describeCalls("forty calls at four a second", "every case", ({ lane, newer }) => {
  newer("are all delivered, all recorded and all reported", async () => {
    const { engine, folder, place, tones, stores, business } = lane();
    const answering = await startTelephone(engine, folder, {
      name: "forty-business",
      address: addresses.business,
      port: place.businessPort,
      pieces: picksUpFor(5_500),
      toneFile: tones.business,
      calls,
    });
    const calling = await startTelephone(engine, folder, {
      name: "forty-callers",
      address: addresses.trunk,
      pieces: talksUntilHungUp,
      toneFile: tones.caller,
      calls,
      perSecond: 4,
      rings: { sipPort: place.sipPort, number: numbers.recorded, from: numbers.caller, name: "JANE CALLER" },
    });
    await Promise.all([calling.done, answering.done]);
    const heard = (lines: readonly Int16Array[]) => lines.map((line) => inTurn(hear(line)));
    const [callers, businesses] = [heard(calling.ear.lines()), heard(answering.ear.lines())];
    await Promise.all([calling.stop(), answering.stop()]);
    expect([callers.length, businesses.length]).toEqual([calls, calls]);
    // What was heard otherwise is shown, should there be any.
    expect(businesses.filter((one) => !one.endsWith("C"))).toEqual([]);
    expect(callers.filter((one) => !/^N.*B$/.test(one))).toEqual([]);

    const page = async () => {
      const found = await stores.calls.list(business.account, { cursor: undefined, limit: 100 });
      return found.ok ? found.value.calls : [];
    };
    const reported = async () => (await page()).filter(({ state }) => state.businessEnd === "answered").length;
    await expect.poll(reported, { timeout: 120_000, interval: 500 }).toBe(calls);
    const recorded = async () => {
      const kept = await Promise.all((await page()).map(({ id }) => stores.care.recordingOf(business.account, id)));
      return kept.filter((one) => one !== undefined && one.lengthMs > 2_000).length;
    };
    await expect.poll(recorded, { timeout: 120_000, interval: 500 }).toBe(calls);
  });
});
