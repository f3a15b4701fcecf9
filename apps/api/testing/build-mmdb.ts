import { isIPv6 } from "node:net";

type Value = string | number | readonly Value[] | { readonly [name: string]: Value };

/**
 * Writes a database in MaxMind's format, version 2.0 (https://maxmind.github.io/MaxMind-DB/): a binary tree of address
 * bits, then the data its leaves point to. For tests: no real one may be shipped with the project.
 */
export function buildMmdb(networks: Readonly<Record<string, Value>>): Buffer {
  const nodes: [Branch, Branch][] = [["nothing", "nothing"]];
  const data: Buffer[] = [];
  let size = 0;
  for (const [network, value] of Object.entries(networks)) {
    const bits = bitsOf(network);
    let node = 0;
    for (const [depth, bit] of bits.entries()) {
      const branches = nodes[node] ?? ["nothing", "nothing"];
      if (depth === bits.length - 1) {
        branches[bit] = { data: size };
        continue;
      }
      const next = branches[bit];
      if (typeof next === "number") node = next;
      else {
        branches[bit] = nodes.length;
        node = nodes.length;
        nodes.push(["nothing", "nothing"]);
      }
    }
    const encoded = encode(value);
    data.push(encoded);
    size += encoded.length;
  }
  const tree = Buffer.alloc(nodes.length * 6);
  for (const [nth, branches] of nodes.entries()) {
    for (const side of [0, 1] as const) tree.writeUIntBE(record(branches[side], nodes.length), nth * 6 + side * 3, 3);
  }
  const metadata = encode({
    node_count: nodes.length,
    record_size: 24,
    ip_version: 6,
    database_type: "Test-City",
    languages: ["en"],
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_764_000_000,
    description: { en: "made by a test" },
  });
  const mark = Buffer.from("\u00AB\u00CD\u00EFMaxMind.com", "latin1");
  return Buffer.concat([tree, Buffer.alloc(16), ...data, mark, metadata]);
}

/** The next node, nothing, or where the data begins. */
type Branch = number | "nothing" | { readonly data: number };

function record(branch: Branch, nodeCount: number): number {
  if (typeof branch === "number") return branch;
  return branch === "nothing" ? nodeCount : nodeCount + 16 + branch.data;
}

/** The bits of a network: IPv4 lies under `::/96`. */
function bitsOf(network: string): readonly (0 | 1)[] {
  const [address = "", length = "0"] = network.split("/");
  const bytes = isIPv6(address)
    ? bytesOfIpv6(address)
    : [...Array<number>(12).fill(0), ...address.split(".").map(Number)];
  const count = Number(length) + (isIPv6(address) ? 0 : 96);
  return bytes
    .flatMap((byte) => [...byte.toString(2).padStart(8, "0")])
    .slice(0, count)
    .map((bit) => (bit === "1" ? 1 : 0));
}

function bytesOfIpv6(address: string): readonly number[] {
  const [head = "", tail = ""] = address.split("::").map((part) => (part === "" ? "" : part));
  const groups = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
  const [left, right] = [groups(head), groups(tail)];
  const all = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
  return all.flatMap((group) => [group >> 8, group & 255]);
}

function encode(value: Value): Buffer {
  if (typeof value === "string") return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === "number") {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)]);
  const entries = Object.entries(value as Readonly<Record<string, Value>>);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([name, one]) => [encode(name), encode(one)])]);
}

/** Type and size of what follows. Types above 7 have a byte of their own, sizes above 28 too. */
function control(type: number, size: number): Buffer {
  const [kept, more] = size < 29 ? [size, []] : [29, [size - 29]];
  return Buffer.from(type <= 7 ? [(type << 5) | kept, ...more] : [kept, type - 7, ...more]);
}
