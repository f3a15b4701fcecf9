import { beforeAll, expect, test } from "vitest";
import type { Lane } from "../lane.ts";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { numbers } from "../seed-business.ts";
import { hear, inTurn } from "../sound/hear.ts";
import { tone, voices } from "../sound/tones.ts";
import { wavOf } from "../sound/wav-of.ts";
import { callsSoFar, endedCall, keptSound, newestCall } from "../stored-call.ts";
import { neverPicksUp, picksUpFor, talksFor, talksUntilHungUp } from "./parts.ts";

/** The owner of the lane's business, over HTTP. */
async function anOwner({ command, trackerPort }: Lane) {
  const made = await command("keys", "create", "--name", "owner", "--scopes", "sites:read,sites:write,calls:read");
  const { secret } = made as { readonly secret: string };
  return async (path: string, more: RequestInit = {}): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json", ...more.headers };
    const answer = await fetch(`http://127.0.0.1:${trackerPort}${path}`, { ...more, headers });
    const said = await answer.text();
    expect(`${path} ${answer.status} ${said}`).toMatch(/^\S+ 2/);
    return JSON.parse(said) as Record<string, unknown>;
  };
}

await describeCalls("what the owner uploaded is what Asterisk says", "every case", ({ lane, newer }) => {
  let uploaded = "";
  /** As an owner does it: uploads two sounds, sets the flow, and has the command lay the files beside Asterisk. */
  beforeAll(async () => {
    const ask = await anOwner(lane());
    const upload = async (hz: number, seconds: number): Promise<string> => {
      const sound = { method: "POST", body: wavOf(tone(hz, seconds)), headers: { "content-type": "audio/wav" } };
      return String((await ask(`/v1/sounds?name=${hz}.wav`, sound))["sha256"]);
    };
    uploaded = await upload(voices.uploaded, 3);
    const greeting = await upload(voices.voicemail, 2);
    const { sites } = (await ask("/v1/sites")) as { readonly sites: readonly { id: string; name: string }[] };
    const site = sites.find(({ name }) => name === "Recorded");
    const { flow } = (await ask(`/v1/sites/${site?.id}/call-flow`)) as { readonly flow: Record<string, unknown> };
    const words = (text: string, sound: string) => ({ text, language: "en-US", sound });
    const announcement = {
      ...words("Our own voice says that this call is recorded.", uploaded),
      refusalKey: "9",
      short: words("Recorded, says our own voice.", uploaded),
    };
    const mailbox = { kind: "message", words: words("Our own voice asks for a message.", greeting), mostSeconds: 30 };
    const phones = [{ phone: numbers.business }];
    const ring = { kind: "ring", phones, how: "in_turn", ringSeconds: 5, unanswered: "mailbox" };
    const steps = { first: "ring", all: { ring, mailbox } };
    const body = JSON.stringify({ ...flow, announcement, steps });
    await ask(`/v1/sites/${site?.id}/call-flow`, { method: "PUT", body });
    const { connection } = lane().business;
    const laid = await lane().command(
      "asterisk",
      "sounds",
      "--connection",
      connection,
      "--out",
      lane().place.soundsFolder,
    );
    expect(laid).toMatchObject({
      sounds: expect.arrayContaining([
        expect.objectContaining({ from: "upload", file: `sound-${uploaded.slice(0, 40)}.wav` }),
        expect.objectContaining({ from: "shipped", text: expect.stringContaining("not in service") }),
      ]),
    });
  });

  newer(
    "the caller hears the uploaded notice, whoever answers the uploaded whisper, and the proof names both",
    async () => {
      const before = await callsSoFar(lane());
      const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(6_500) });
      expect(heard.callerHeard).toMatch(/^U{4,}/);
      expect(inTurn(heard.callerHeard)).toMatch(/^Ur?B$/);
      expect(inTurn(heard.businessHeard)).toBe("UC");

      const { facts, recording } = await newestCall(lane(), before);
      expect(recording).toMatchObject({ left: "C", right: "B" });
      const proofs = await lane().stores.proofs.ofCall(lane().business.account, facts.id);
      const soundOf = (kind: string) => proofs.find((proof) => proof.kind === kind)?.facts?.soundSha256;
      expect([soundOf("heard"), soundOf("told")]).toEqual([uploaded, uploaded]);
    },
  );

  newer(
    "voicemail after nobody answered, asked for by our own server: the greeting, the beep, and the caller is kept",
    async () => {
      const before = await callsSoFar(lane());
      const heard = await placeCall(lane(), { caller: talksFor(17_000), business: neverPicksUp });
      expect(inTurn(heard.callerHeard)).toMatch(/^Ur?V/);

      const { id, state } = await endedCall(lane(), before);
      expect(state).toMatchObject({ businessEnd: "no_answer", talkMs: 0 });
      const { channels } = await keptSound(lane(), id);
      expect(channels.map((samples) => inTurn(hear(samples)))).toEqual(["C"]);
      expect(channels[0]?.length).toBeGreaterThan(2 * 8_000);
    },
  );

  test("a number that is none of ours is told so in words, and rings nowhere", async () => {
    const heard = await placeCall(lane(), { to: numbers.foreign, caller: talksUntilHungUp });
    // Speech is no tone: it is heard, and is none of the voices of this lane.
    expect(heard.callerHeard).toMatch(/^[^CBNWU]*$/);
    expect(heard.callerHeard.replaceAll(".", "").length).toBeGreaterThan(4);
  });
});
