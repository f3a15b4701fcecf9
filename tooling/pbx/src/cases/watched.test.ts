import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { inTurn } from "../sound/hear.ts";
import { callsSoFar, endedCall } from "../stored-call.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

await describeCalls("a PBX that is watched over ARI", "every case", ({ lane, newer }) => {
  const until = async (health: string): Promise<void> => {
    const told = async () => {
      const answer = await fetch(`http://127.0.0.1:${lane().trackerPort}/readyz`);
      const { checks } = (await answer.json()) as { readonly checks: { readonly pbx?: string } };
      return [answer.status, checks.pbx];
    };
    await expect.poll(told, { timeout: 180_000, interval: 500 }).toEqual([200, health]);
  };

  test("hangs: the server says so and stays ready, and says when it is back", async () => {
    await until("ready");
    const { pid } = lane().asterisk.process;
    globalThis.process.kill(pid, "SIGSTOP");
    try {
      await until("silent");
    } finally {
      globalThis.process.kill(pid, "SIGCONT");
    }
    await until("ready");
  });

  newer("refuses our user: that is told, and calls are announced and put through all the same", async () => {
    const file = path.join(lane().place.folder, "etc", "ringtrail-ari.conf");
    const printed = await readFile(file, "utf8");
    const take = async (text: string): Promise<void> => {
      await writeFile(file, text);
      await lane().asterisk.command("module reload res_ari.so");
    };
    await take(printed.replace(/^password=.*$/m, "password=another"));
    // A connection that stands is not asked for its keys again.
    await lane().restartTracker();
    await until("refused");
    const before = await callsSoFar(lane());

    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(3_000) });

    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);
    expect((await endedCall(lane(), before)).state).toMatchObject({ businessEnd: "answered" });
    await take(printed);
    await until("ready");
  });
});
