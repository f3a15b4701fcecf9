import { createSocket } from "node:dgram";
import { once } from "node:events";
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Telephone } from "./telephone.ts";

/** A telephone with two talks, and where it and its PBX are. */
export interface TwoTalks {
  readonly address: string;
  readonly sipPort: number;
  /** The talk it was rung for, which is given away. */
  readonly first: Telephone;
  /** The talk it began itself. */
  readonly second: Telephone;
  /** Whom it asked. */
  readonly extension: string;
}

/** What names a talk (RFC 3261 section 12), as the answer to its INVITE has it. */
interface Dialog {
  readonly callId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Joins two talks in one stroke, as a telephone does after its question was answered: REFER with Replaces (RFC 3515,
 * RFC 3891), about which it wants to hear no more (RFC 4488). sipp plays one talk a scenario and cannot name another one, so this message is sent beside it.
 */
export async function joinTalks({ address, sipPort, first, second, extension }: TwoTalks): Promise<void> {
  const [given, asked] = [await dialogOf(first), await dialogOf(second)];
  const replaced = `${asked.callId};to-tag=${tagOf(asked.to)};from-tag=${tagOf(asked.from)}`;
  const socket = createSocket("udp4");
  try {
    socket.bind(0, address);
    await once(socket, "listening");
    const refer = [
      `REFER sip:127.0.0.1:${sipPort} SIP/2.0`,
      `Via: SIP/2.0/UDP ${address}:${socket.address().port};branch=z9hG4bK-${randomUUID()}`,
      // It was called in this talk: it is the To of what it was sent, and the From of what it sends.
      `From: ${given.to}`,
      `To: ${given.from}`,
      `Call-ID: ${given.callId}`,
      "CSeq: 1 REFER",
      `Contact: <sip:${address}:${first.port}>`,
      "Max-Forwards: 70",
      `Refer-To: <sip:${extension}@127.0.0.1?Replaces=${encodeURIComponent(replaced)}>`,
      "Refer-Sub: false",
      "Content-Length: 0",
      "\r\n",
    ].join("\r\n");
    const answered = once(socket, "message");
    socket.send(refer, sipPort, "127.0.0.1");
    expect(String((await answered)[0])).toMatch(/^SIP\/2\.0 200 /);
  } finally {
    socket.close();
  }
}

async function dialogOf(telephone: Telephone): Promise<Dialog> {
  const find = async () => /^SIP\/2\.0 200 [^]*?^CSeq: \d+ INVITE/m.exec(await telephone.messages())?.[0];
  await expect.poll(find, { timeout: 60_000, interval: 100 }).toBeDefined();
  const answer = (await find()) ?? "";
  const header = (name: string) => new RegExp(`^${name}: *(.*?)\\r?$`, "im").exec(answer)?.[1] ?? "";
  return { callId: header("Call-ID"), from: header("From"), to: header("To") };
}

function tagOf(header: string): string {
  return /;tag=([^;\s]+)/.exec(header)?.[1] ?? "";
}
