import { expect, test } from "vitest";
import { takeLinkToken } from "./link-token.ts";

function addressBar(hash: string) {
  const shown: (string | URL | null | undefined)[] = [];
  const host = {
    location: { hash, pathname: "/console/", search: "" },
    history: { replaceState: (_state: unknown, _title: string, url?: string | URL | null) => void shown.push(url) },
  };
  return { host, shown };
}

test("the token of a one-time link is taken and leaves the address bar", () => {
  const { host, shown } = addressBar("#/link/abcDEF-123_~.xyz");

  expect(takeLinkToken(host)).toBe("abcDEF-123_~.xyz");
  expect(shown).toEqual(["/console/"]);
});

test.each(["", "#/calls", "#/link/", "#/link/short", "#/link/has space in it", "#/link/<script>alert(1)</script>"])(
  "the address %j holds no token and stays as it is",
  (hash) => {
    const { host, shown } = addressBar(hash);

    expect(takeLinkToken(host)).toBeUndefined();
    expect(shown).toEqual([]);
  },
);
