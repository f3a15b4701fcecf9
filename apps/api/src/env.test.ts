import path from "node:path";
import { expect, test } from "vitest";
import { readSettings } from "./env.ts";

test("nothing set: a server for this machine alone, with its own database", () => {
  expect(readSettings({})).toEqual({
    ok: true,
    value: {
      port: 8787,
      host: "127.0.0.1",
      dataFolder: path.resolve(".data"),
      databaseUrl: undefined,
      publicUrl: undefined,
      trustedProxies: [],
      masterKey: undefined,
      lendTogether: 64,
      reachPrivateNetworks: false,
      checksLeakedPasswords: false,
      logLevel: "info",
    },
  });
});

test("a variable that is empty counts as not set", () => {
  const read = readSettings({ PORT: "", DATABASE_URL: "", PUBLIC_URL: "", RINGTRAIL_MASTER_KEY: "" });

  expect(read).toMatchObject({ ok: true, value: { port: 8787, databaseUrl: undefined } });
});

test("a public address is kept without its last slash, and proxies as a list", () => {
  const read = readSettings({ PUBLIC_URL: "https://calls.example/", TRUSTED_PROXIES: "10.0.0.0/8, ::1" });

  expect(read).toMatchObject({ value: { publicUrl: "https://calls.example", trustedProxies: ["10.0.0.0/8", "::1"] } });
});

const wrong: [name: string, value: string][] = [
  ["PORT", "http"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://user:hunter2@host/db"],
  ["PUBLIC_URL", "calls.example"],
  ["TRUSTED_PROXIES", "cloudflare"],
  ["RINGTRAIL_MASTER_KEY", "hunter2"],
  ["LEND_TOGETHER", "0"],
  ["LOG_LEVEL", "loud"],
];

test.each(wrong)("%s=%s is refused by its name, and its value is not repeated", (name, value) => {
  const read = readSettings({ [name]: value });

  expect(read).toMatchObject({ ok: false, reason: { code: "setting_wrong", name } });
  expect(JSON.stringify(read)).not.toContain("hunter2");
});
