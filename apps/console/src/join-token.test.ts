import { expect, test } from "vitest";
import { takeJoinToken } from "./join-token.ts";

function anAddress(hash: string) {
  const left: string[] = [];
  const history = {
    replaceState: (_data: unknown, _title: string, url?: string | URL | null) => left.push(String(url)),
  };
  return { host: { location: { hash, pathname: "/console/", search: "" }, history }, left };
}

test("the token of an invitation is read once and leaves the address bar", () => {
  const { host, left } = anAddress("#/join/abc_DEF-123");
  expect(takeJoinToken(host)).toBe("abc_DEF-123");
  expect(left).toEqual(["/console/"]);
});

test.each(["", "#/calls", "#/join/", "#/join/a/b", `#/join/${"x".repeat(101)}`])("%j is no invitation", (hash) => {
  const { host, left } = anAddress(hash);
  expect(takeJoinToken(host)).toBeUndefined();
  expect(left).toEqual([]);
});
