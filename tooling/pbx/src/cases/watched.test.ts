import { expect, test } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { inTurn } from "../sound/hear.ts";
import { callsSoFar, newestCall } from "../stored-call.ts";
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

  newer("gives no events: that is told, and calls are announced and recorded all the same", async () => {
    await until("ready");
    await lane().asterisk.command("module unload -f res_ari_events.so");
    await until("gone");
    const before = await callsSoFar(lane());

    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(5_500) });

    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);
    expect((await newestCall(lane(), before)).recording).toMatchObject({ left: "C", right: "B" });
    await lane().asterisk.command("module load res_ari_events.so");
    await until("ready");
  });
});
