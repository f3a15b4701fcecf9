import fc from "fast-check";
import { expect, test } from "vitest";
import { type AccountId, type RecordingId } from "../src/index.ts";
import type { RecordingVault } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall } from "./build-call.ts";
import { sha256 } from "./memory-proof-store.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const recording: RecordingId = anId("recording");

/** What every vault must do. */
export function recordingVaultContract(makeWorld: MakeWorld): void {
  inWorld("recording vault", makeWorld, (world) => {
    test("a sound comes back as it was put, with its size and hash", async () => {
      const { account } = await aShopWithCall(world());
      const sound = noise(300_001);

      const kept = await world().vault.put(account, recording, inPieces(sound, 7_777));

      expect(kept).toEqual({ size: sound.length, sha256: sha256(sound) });
      expect(sha256(await all(world().vault, account, 0, sound.length - 1))).toBe(sha256(sound));
    });

    test("any part can be read without the whole", async () => {
      const { account } = await aShopWithCall(world());
      const sound = noise(200_000);
      await world().vault.put(account, recording, inPieces(sound, 65_536));
      const edge = fc.oneof(fc.nat(199_999), fc.constantFrom(0, 65_535, 65_536, 131_071, 131_072, 199_999));
      await fc.assert(
        fc.asyncProperty(edge, edge, async (a, b) => {
          const [start, end] = a <= b ? [a, b] : [b, a];
          const part = await all(world().vault, account, start, end);
          expect(sha256(part)).toBe(sha256(sound.slice(start, end + 1)));
        }),
        { numRuns: 25 },
      );
    });

    test("a second put replaces the first, so a repeated job does no harm", async () => {
      const { account } = await aShopWithCall(world());
      await world().vault.put(account, recording, inPieces(noise(5_000), 1_000));
      const second = noise(100);

      await world().vault.put(account, recording, inPieces(second, 100));

      expect(await all(world().vault, account, 0, 99)).toEqual(second);
    });

    test("a put that breaks off fails, and leaves nothing that can be read", async () => {
      const { account } = await aShopWithCall(world());
      const brokenOff = async function* () {
        yield noise(70_000);
        throw new Error("The carrier hung up.");
      };

      await expect(world().vault.put(account, recording, brokenOff())).rejects.toThrow("The carrier hung up.");

      await expect(all(world().vault, account, 0, 9)).rejects.toBeInstanceOf(Error);
    });

    test("a removed sound is gone, and removing it again does nothing", async () => {
      const { account } = await aShopWithCall(world());
      await world().vault.put(account, recording, inPieces(noise(100), 10));

      await world().vault.remove(account, recording);
      await world().vault.remove(account, recording);

      await expect(all(world().vault, account, 0, 9)).rejects.toBeInstanceOf(Error);
    });

    test("one changed bit is noticed", async () => {
      const { account } = await aShopWithCall(world());
      await world().vault.put(account, recording, inPieces(noise(10_000), 1_000));

      await world().intruder.flipRecordingBit(account, recording);

      await expect(all(world().vault, account, 0, 9_999)).rejects.toBeInstanceOf(Error);
    });

    test("another account can neither read nor remove a sound", async () => {
      const { account } = await aShopWithCall(world());
      const other = await seedShop(world());
      const sound = noise(50);
      await world().vault.put(account, recording, inPieces(sound, 50));

      await expect(all(world().vault, other.account, 0, 9)).rejects.toBeInstanceOf(Error);
      await world().vault.remove(other.account, recording);

      expect(await all(world().vault, account, 0, 49)).toEqual(sound);
    });
  });
}

async function aShopWithCall(world: World): Promise<Shop> {
  const shop = await seedShop(world);
  const { account, connection, site, numbers } = shop;
  await world.calls.ring(account, aCall({ connection, site, number: numbers[0]?.id ?? anId("none") }));
  return shop;
}

/** Bytes that no compression or repetition can stand in for. */
function noise(length: number): Uint8Array {
  let state = length;
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16);
}

async function* inPieces(sound: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let start = 0; start < sound.length; start += size) yield sound.slice(start, start + size);
}

async function all(vault: RecordingVault, account: AccountId, start: number, end: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(account, recording, start, end)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
