import { expect, test } from "vitest";
import { guardedLookup, type Resolve } from "./guarded-lookup.ts";

/** A resolver that answers these addresses, one list a question, and counts how often it was asked. */
function resolver(...answers: readonly (readonly string[])[]): { resolve: Resolve; asked: () => number } {
  let asked = 0;
  const resolve: Resolve = (_name, _options, done) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return { resolve, asked: () => asked };
}

/** What a connection would be told. */
function lookUp(resolve: Resolve, mayReachPrivate = false): Promise<unknown> {
  return new Promise((told) => {
    guardedLookup(mayReachPrivate, resolve)("hooks.example", { all: true }, (error, found) =>
      told(error === null ? found : (error as NodeJS.ErrnoException).code),
    );
  });
}

test("a name with a public address is connected to at exactly that address", async () => {
  const { resolve, asked } = resolver(["93.184.215.14"], ["127.0.0.1"]);

  expect(await lookUp(resolve)).toEqual([{ address: "93.184.215.14", family: 4 }]);
  expect(asked()).toBe(1);
});

test.each([
  ["a private address", ["10.0.0.1"]],
  ["a public address and a private one", ["93.184.215.14", "169.254.169.254"]],
  ["a private address in a mapped one", ["::ffff:10.0.0.1"]],
  ["no address", []],
])("a name that leads to %s is refused", async (_what, addresses) => {
  expect(await lookUp(resolver(addresses).resolve)).toBe("ADDRESS_PRIVATE");
});

test("a name that was public and turns private is refused the next time it is looked up", async () => {
  const { resolve } = resolver(["93.184.215.14"], ["127.0.0.1"]);

  await lookUp(resolve);

  expect(await lookUp(resolve)).toBe("ADDRESS_PRIVATE");
});

test("private addresses are connected to when the owner of the server says so", async () => {
  expect(await lookUp(resolver(["127.0.0.1"]).resolve, true)).toEqual([{ address: "127.0.0.1", family: 4 }]);
});
