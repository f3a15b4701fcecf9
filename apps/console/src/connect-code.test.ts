import { expect, test } from "vitest";
import { takeConnectCode } from "./connect-code.ts";

function anAddressBar(hash: string): Parameters<typeof takeConnectCode>[0] & { readonly shown: string[] } {
  const shown: string[] = [];
  const history = { replaceState: (_state: unknown, _title: string, url: string) => void shown.push(url) };
  return { location: { hash, pathname: "/console/", search: "" }, history, shown } as never;
}

test("a plugin's code is taken out of the address", () => {
  const bar = anAddressBar("#/connect/BCDF-GHJK");
  expect(takeConnectCode(bar)).toBe("BCDF-GHJK");
  expect(bar.shown).toEqual(["/console/"]);
});

test.each(["", "#/calls", "#/connect/", "#/connect/bcdf-ghjk", "#/connect/BCDF-GHJK/x"])("%j holds none", (hash) => {
  const bar = anAddressBar(hash);
  expect(takeConnectCode(bar)).toBeUndefined();
  expect(bar.shown).toEqual([]);
});
