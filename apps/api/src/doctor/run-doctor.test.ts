import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { aProxy } from "../../testing/a-proxy.ts";
import { aCarrierFor, aFolder, aServer, someSettings } from "../../testing/a-running-server.ts";
import type { Settings } from "../env.ts";
import type { Finding } from "./finding.ts";
import { runDoctor } from "./run-doctor.ts";

/** The doctor's lines by what they are about; the worst one counts. */
function states(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const order = ["ok", "note", "problem"];
  return Object.fromEntries(
    findings
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
      .map(({ check, state }) => [check, state]),
  );
}

/** A running server with the demo behind it, as the doctor of the same machine finds it. */
async function anInstallation(over: Partial<Settings> = {}): Promise<Settings> {
  const database = await aDatabase();
  const settings = someSettings({ databaseUrl: database.url, ...over });
  const server = await aServer(settings);
  await aCarrierFor(server);
  return { ...settings, port: Number(new URL(server.url).port) };
}

test("a healthy installation has no problem, and everything was looked at", async () => {
  const found = states(await runDoctor(await anInstallation()));

  expect(found).toMatchObject({
    node: "ok",
    data_folder: "ok",
    disk: "ok",
    rule_set: "ok",
    database: "ok",
    migrations: "ok",
    database_role: "ok",
    keys: "ok",
    public_url: "note",
    server: "ok",
    signature_address: "ok",
    trusted_proxies: "ok",
    refused_webhooks: "ok",
    carrier: "ok",
    numbers: "ok",
    signature: "ok",
    fallback: "note",
    fallback_documents: "ok",
  });
});

test("a proxy that is not trusted is named, and signatures hold through it", async () => {
  const proxy = await aProxy();
  const settings = await anInstallation({ publicUrl: proxy.url });
  proxy.leadTo(`http://127.0.0.1:${settings.port}`);

  const findings = await runDoctor(settings);

  expect(states(findings)).toMatchObject({ trusted_proxies: "problem", server: "ok", signature: "ok", numbers: "ok" });
  expect(findings.find(({ check }) => check === "trusted_proxies")?.fix).toContain("Add 127.0.0.1");
});

test("a trusted proxy that names its clients is well", async () => {
  const proxy = await aProxy();
  const settings = await anInstallation({ publicUrl: proxy.url, trustedProxies: ["127.0.0.1"] });
  proxy.leadTo(`http://127.0.0.1:${settings.port}`);

  expect(states(await runDoctor(settings))).toMatchObject({ trusted_proxies: "ok", signature: "ok" });
});

test("a PUBLIC_URL the server was not started with is found out", async () => {
  const settings = await anInstallation();
  const proxy = await aProxy();
  proxy.leadTo(`http://127.0.0.1:${settings.port}`);

  expect(states(await runDoctor({ ...settings, publicUrl: proxy.url }))).toMatchObject({
    signature_address: "problem",
  });
});

test("a wrong master key is a problem with a way out, and its value is in no line", async () => {
  const settings = await anInstallation();
  const masterKey = randomBytes(32).toString("base64");

  const findings = await runDoctor({ ...settings, masterKey });

  expect(states(findings)).toMatchObject({ keys: "problem", database_role: "ok" });
  expect(JSON.stringify(findings)).not.toContain(masterKey);
});

test("a database that does not answer is a problem, and its password is in no line", async () => {
  const databaseUrl = "postgres://owner:s3cret@127.0.0.1:1/ringtrail";

  const findings = await runDoctor(someSettings({ databaseUrl }));

  expect(states(findings)).toMatchObject({ database: "problem", rule_set: "ok" });
  expect(JSON.stringify(findings)).not.toContain("s3cret");
});

test("before the first start nothing is wrong, and nothing is made", async () => {
  const dataFolder = path.join(aFolder(), "not", "yet");

  const findings = await runDoctor(someSettings({ dataFolder }));

  expect(states(findings)).toMatchObject({ database: "note" });
  expect(existsSync(dataFolder)).toBe(false);
});
