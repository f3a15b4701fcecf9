import type { Socket } from "node:dgram";
import { setTimeout as wait } from "node:timers/promises";

const keys = "0123456789*#";
/** The payload type our parties offer for events, and how often an event under way is told. */
const [eventType, everyMs, samplesEach] = [101, 20, 160];
/** A key is held this many packets long; its end is told three times, because any packet may be lost. */
const [heldFor, endings] = [8, 3];

let stream = 1;

/** Presses a key as RTP events (RFC 4733 section 2.5): one timestamp, a growing duration, and the end three times over. */
export async function pressKey(
  socket: Socket,
  { port, address }: { readonly port: number; readonly address: string },
  key: string,
): Promise<void> {
  const event = keys.indexOf(key);
  if (event < 0 || key.length !== 1) throw new Error(`no key: ${key}`);
  const [timestamp, source] = [160 * stream, 0x52_54_00_00 + stream];
  stream += 1;
  for (let nth = 0; nth < heldFor + endings; nth += 1) {
    const isEnd = nth >= heldFor;
    const packet = Buffer.alloc(16);
    packet.writeUInt8(0x80, 0);
    packet.writeUInt8(eventType | (nth === 0 ? 0x80 : 0), 1);
    packet.writeUInt16BE(nth + 1, 2);
    packet.writeUInt32BE(timestamp, 4);
    packet.writeUInt32BE(source, 8);
    packet.writeUInt8(event, 12);
    packet.writeUInt8(10 | (isEnd ? 0x80 : 0), 13);
    packet.writeUInt16BE(Math.min(nth + 1, heldFor) * samplesEach, 14);
    socket.send(packet, port, address);
    await wait(everyMs);
  }
}
