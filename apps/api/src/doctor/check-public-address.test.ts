import { expect, test } from "vitest";
import type { ServerAnswer } from "./ask-server.ts";
import { checkPublicAddress } from "./check-public-address.ts";

const https = "https://calls.example";

function ours(publicUrl: string, version = "1.2.3"): ServerAnswer {
  return { kind: "ours", seen: { version, publicUrl, isFromTrustedProxy: false } };
}

const silent: ServerAnswer = { kind: "silent", cause: "ECONNREFUSED" };
const foreign: ServerAnswer = { kind: "foreign", status: 200 };

const table: [why: string, publicUrl: string | undefined, answer: ServerAnswer, problems: string[]][] = [
  ["all is well", https, ours(https), []],
  [
    "an address without encryption lets numbers pass in the clear",
    "http://calls.example",
    ours("http://calls.example"),
    ["public_url"],
  ],
  ["this machine needs no encryption", "http://127.0.0.1:8787", ours("http://127.0.0.1:8787"), []],
  ["nobody answers", https, silent, ["server"]],
  ["somebody else answers", https, foreign, ["server"]],
  ["an older server still runs", https, ours(https, "1.2.2"), ["server"]],
  ["signatures would be checked for another address", https, ours("https://old.example"), ["signature_address"]],
  ["without PUBLIC_URL a server that is stopped is no problem", undefined, silent, []],
  ["nor is another program on the port", undefined, foreign, []],
];

test.each(table)("%s", (_why, publicUrl, answer, problems) => {
  const findings = checkPublicAddress({ publicUrl, localUrl: "http://127.0.0.1:8787", version: "1.2.3" }, answer);

  const wrong = findings.filter(({ state }) => state === "problem");
  expect(wrong.map(({ check }) => check)).toEqual(problems);
  expect(wrong.every(({ fix }) => fix !== undefined)).toBe(true);
});
