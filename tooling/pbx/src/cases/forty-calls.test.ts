import { expect } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { numbers } from "../seed-business.ts";
import { startTelephone } from "../sip/telephone.ts";
import { hear, inTurn } from "../sound/hear.ts";
import { addresses } from "../start-asterisk.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

const calls = 40;

/**
 * The dialplan waits 3 s for an answer and then puts a call through by itself, unrecorded. On a machine that is busy
 * with other things a few answers are that late; here they are all in time, and the line that is printed says so.
 */
const enough = 32;

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
    // What never depends on how busy this machine is: nobody is lost.
    expect(businesses.filter((one) => one.endsWith("C"))).toHaveLength(calls);
    expect(callers.filter((one) => one.endsWith("B"))).toHaveLength(calls);
    const page = async () => {
      const found = await stores.calls.list(business.account, { cursor: undefined, limit: 100 });
      return found.ok ? found.value.calls : [];
    };
    // A call that was put through without us is told afterwards.
    const reported = async () => (await page()).filter(({ state }) => state.businessEnd === "answered").length;
    await expect.poll(reported, { timeout: 120_000, interval: 500 }).toBe(calls);
    // Every recording that was reported is kept.
    const reportedRecordings = async () => (await page()).filter(({ state }) => state.recording !== undefined).length;
    const recorded = async () => {
      const kept = await Promise.all((await page()).map(({ id }) => stores.care.recordingOf(business.account, id)));
      return kept.filter((one) => one !== undefined && one.lengthMs > 2_000).length;
    };
    const isSettled = async () => (await recorded()) === (await reportedRecordings()) && (await recorded()) >= enough;
    await expect.poll(isSettled, { timeout: 120_000, interval: 500 }).toBe(true);
    const count = await recorded();
    const announced = callers.filter((one) => /^N.*B$/.test(one)).length;
    console.log(`${calls} of ${calls} calls delivered and reported, ${announced} announced, ${count} recorded`);
    expect(announced).toBeGreaterThanOrEqual(count);
  });
});
