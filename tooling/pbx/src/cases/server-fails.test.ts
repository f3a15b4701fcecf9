import { rename, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { inTurn } from "../sound/hear.ts";
import { slowly, standIn } from "../stand-in.ts";
import { callsSoFar, endedCall, newestCall } from "../stored-call.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

await describeCalls("a call while the server fails", "every case", ({ lane, newer }) => {
  newer("is announced and recorded when every answer takes 1.4 s", async () => {
    const before = await callsSoFar(lane());
    lane().answerAt(await slowly(lane().trackerPort, 1_400));
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(5_500) });
    lane().answerAt(undefined);
    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);
    const { proofs, recording } = await newestCall(lane(), before);
    expect(proofs).toEqual(expect.arrayContaining(["decided", "heard", "recording_allowed", "told"]));
    expect(recording).toMatchObject({ left: "C", right: "B" });
  });

  test("reaches the business when every answer takes 2.9 s, as good as the limit", async () => {
    const before = await callsSoFar(lane());
    lane().answerAt(await slowly(lane().trackerPort, 2_900));
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(5_500) });
    lane().answerAt(undefined);
    // In time there is a notice; a moment later there is none. The business is reached either way.
    expect(inTurn(heard.callerHeard)).toMatch(/^(Nr?)?B$/);
    expect((await endedCall(lane(), before)).state.businessEnd).toBe("answered");
  });

  const nonsense: readonly (readonly [what: string, status: number, type: string, body: string])[] = [
    ["an error 500 with a document in it", 500, "application/json", '{"code":"failed","steps":"1"}'],
    ["a web page", 200, "text/html", `<html><a href="?steps=1&1.do=hangup">a,b=c&"d"</a></html>`],
    ["an answer that was cut off", 200, "application/x-www-form-urlencoded", "steps=1&1.do=hangup"],
    ["nothing", 204, "text/plain", ""],
    ["far too much", 200, "text/plain", "x=y&".repeat(20_000)],
  ];
  test.each(nonsense)("reaches the business when the answer is %s", async (_what, status, type, body) => {
    const before = await callsSoFar(lane());
    lane().answerAt(await standIn((_, reply) => void reply.writeHead(status, { "content-type": type }).end(body)));
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(3_000) });
    lane().answerAt(undefined);
    expect(inTurn(heard.callerHeard)).toBe("B");
    expect((await newestCall(lane(), before)).facts).toMatchObject({ healed: true, state: { phase: "ended" } });
  });

  newer("goes on when the server is killed in the middle, and is reported and recorded when it is back", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), {
      caller: talksUntilHungUp,
      business: picksUpFor(10_000),
      meanwhile: async ({ business }) => {
        await expect.poll(() => business?.ear.lines()[0]?.length ?? 0, { timeout: 60_000 }).toBeGreaterThan(8_000);
        await lane().tracker().process.kill();
      },
    });
    await lane().restartTracker();
    expect(heard.businessHeard).toMatch(/C{8}/);
    const { facts, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ businessEnd: "answered" });
    expect(recording).toMatchObject({ left: "C", right: "B" });
  });

  newer("goes on when nothing can be recorded: where the files should go is no folder", async () => {
    const before = await callsSoFar(lane());
    const { recordingsFolder } = lane().place;
    await rename(recordingsFolder, `${recordingsFolder}.away`);
    await writeFile(recordingsFolder, "");
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(5_500) });
    await rm(recordingsFolder);
    await rename(`${recordingsFolder}.away`, recordingsFolder);
    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);
    expect(inTurn(heard.businessHeard)).toBe("WC");
    const { state } = await endedCall(lane(), before);
    expect(state).toMatchObject({ businessEnd: "answered", recording: undefined });
    // The business is on the line for 5.5 s, of which the whisper takes two.
    expect(state.talkMs).toBeGreaterThan(2_500);
  });

  test("reaches the business while the database is down, and is healed from the spool", async () => {
    const before = await callsSoFar(lane());
    lane().database.kill();
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(3_000) });
    expect(inTurn(heard.callerHeard)).toBe("B");
    await lane().database.restart();
    const { facts, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ phase: "ended", businessEnd: "answered" });
    expect(recording).toBeUndefined();
  });

  test("reaches the business by the newest route known when the server is away for long", async () => {
    const before = await callsSoFar(lane());
    await lane().tracker().process.kill();
    for (let call = 0; call < 2; call += 1) {
      const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(2_500) });
      expect(inTurn(heard.callerHeard)).toBe("B");
    }
    await lane().restartTracker();
    const first = await newestCall(lane(), before);
    const second = await newestCall(lane(), new Set([...before, first.facts.id]));
    expect([first, second].every(({ facts }) => facts.healed)).toBe(true);
  });
});
