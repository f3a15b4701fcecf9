import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { open, seal } from "./seal.ts";

const key = randomBytes(32);

test("what was sealed opens again, and the same value never looks the same twice", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (plain, context) => {
      const sealed = seal(key, plain, context);
      expect(Buffer.from(open(key, sealed, context))).toEqual(Buffer.from(plain));
      expect(Buffer.from(seal(key, plain, context))).not.toEqual(Buffer.from(sealed));
    }),
  );
});

test("no bit can be changed, and nothing opens with another key or in another place", () => {
  const sealed = seal(key, Buffer.from("+14155551234"), "account/call/number");
  fc.assert(
    fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(key, changed, "account/call/number")).toThrow(Error);
    }),
  );
  expect(() => open(randomBytes(32), sealed, "account/call/number")).toThrow(Error);
  expect(() => open(key, sealed, "account/call/name")).toThrow(Error);
  expect(() => open(key, sealed.subarray(0, 10), "account/call/number")).toThrow("not sealed by us");
});
