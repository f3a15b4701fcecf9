import { createSocket, type Socket } from "node:dgram";
import { pressKey } from "./press-key.ts";
import { fromUlaw, telephoneRate } from "./ulaw.ts";

/** Hears what is sent to one RTP address; every call has an ear of its own there. */
export interface Ear {
  readonly port: number;
  /** What each line carried, in the order the lines were first heard. Silence between packets is kept as silence. */
  lines(): readonly Int16Array[];
  /** Presses a key towards whoever is heard, as RTP events. @throws when nobody is heard yet. */
  press(key: string): Promise<void>;
  close(): void;
}

interface Packet {
  readonly atMs: number;
  readonly samples: Uint8Array;
}

interface Line {
  readonly packets: Packet[];
  /** RTP's name of the source (RFC 3550 section 3). */
  source: number;
}

const headerBytes = 12;

/** A source that changes after this long is another call, to which Asterisk gave the same port. */
const anotherCallMs = 500;

/** Opens an ear on a loopback address at any free port. */
export async function openEar(address: string): Promise<Ear> {
  const socket = createSocket({ type: "udp4", recvBufferSize: 1 << 20 });
  await new Promise<void>((resolve, reject) => socket.once("error", reject).bind(0, address, resolve));
  const lines: Line[] = [];
  const open = new Map<number, Line>();
  let from: { readonly port: number; readonly address: string } | undefined;
  socket.on("message", (bytes, peer) => {
    const { port } = peer;
    from = peer;
    const isUlaw = bytes.length > headerBytes && ((bytes[1] ?? 0) & 0x7f) === 0;
    if (!isUlaw) return;
    const [atMs, source] = [performance.now(), bytes.readUInt32BE(8)];
    let line = open.get(port);
    const quietMs = atMs - (line?.packets.at(-1)?.atMs ?? atMs);
    if (line === undefined || (line.source !== source && quietMs > anotherCallMs)) {
      line = { packets: [], source };
      open.set(port, line);
      lines.push(line);
    }
    line.source = source;
    line.packets.push({ atMs, samples: new Uint8Array(bytes.subarray(headerBytes)) });
  });
  return {
    port: portOf(socket),
    lines: () => lines.map(({ packets }) => lay(packets)),
    press: async (key) => {
      if (from === undefined) throw new Error("nobody is heard to press a key at");
      await pressKey(socket, from, key);
    },
    close: () => socket.close(),
  };
}

/**
 * Lays packets out in time. They come every 20 ms and now and then in a bunch, so a packet follows the one before it
 * unless it came so late that there was a true pause.
 */
function lay(packets: readonly Packet[]): Int16Array {
  const pauseMs = 200;
  const samples: number[] = [];
  const startMs = packets[0]?.atMs ?? 0;
  for (const packet of packets) {
    const due = Math.round(((packet.atMs - startMs) * telephoneRate) / 1_000);
    if (due - samples.length > (pauseMs * telephoneRate) / 1_000) {
      samples.push(...Array.from({ length: due - samples.length }, () => 0));
    }
    for (const byte of packet.samples) samples.push(fromUlaw(byte));
  }
  return Int16Array.from(samples);
}

function portOf(socket: Socket): number {
  return socket.address().port;
}
