import { parseE164, type E164 } from "@ringtrail/core";
import { agentKeys } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { someday } from "../../../testing/build-message.ts";
import { deriveKeys } from "../derive-keys.ts";
import { usualSetup, type AsteriskSetup } from "./asterisk-setup.ts";
import { printConfig } from "./print-config.ts";

const setup: AsteriskSetup = {
  ...usualSetup,
  baseUrl: "https://calls.example/carriers/asterisk/1",
  secret: "a secret of the connection",
  ariUser: "ringtrail",
  routes: [{ number: e164("+14155550111"), destination: e164("+14155550100") }],
  printedAt: someday,
  dial: "PJSIP/{number}@trunk",
  trunk: { host: "sip.example.com", from: ["192.0.2.1", "198.51.100.0/24"] },
};

function textOf(name: string, over: Partial<AsteriskSetup> = {}): string {
  return printConfig({ ...setup, ...over }).find((file) => file.name === name)?.text ?? "";
}

test("the secret itself is printed nowhere; the keys derived from it stand only where they are used", () => {
  const { inner, outer, ari, manager } = deriveKeys(setup.secret);
  const all = printConfig(setup);
  for (const { text } of all) expect(text).not.toContain(setup.secret);
  const holders = (key: string) => all.filter(({ text }) => text.includes(key)).map(({ name }) => name);
  expect(holders(inner)).toEqual(["ringtrail-extensions.conf"]);
  expect(holders(outer)).toEqual(["ringtrail-extensions.conf"]);
  expect(holders(ari)).toEqual(["ringtrail-ari.conf"]);
  expect(holders(manager)).toEqual(["ringtrail-manager.conf"]);
});

test("every context that is gone to is there", () => {
  const text = textOf("ringtrail-extensions.conf");
  const contexts = new Set(Array.from(text.matchAll(/^\[([\w-]+)\]$/gm), ([, name]) => name));
  const gone = Array.from(
    text.matchAll(/(?:Gosub\(|GosubIf\([^\n]*\?|@|U\(|exten,|_SUB=)(ringtrail[\w-]*)/g),
    ([, name]) => name,
  );
  expect(gone.length).toBeGreaterThan(15);
  for (const name of gone) expect(contexts).toContain(name);
});

test("every label that is jumped to is there", () => {
  const text = textOf("ringtrail-extensions.conf");
  const contexts = text.split(/^(?=\[)/m).filter((context) => context.startsWith("[ringtrail"));
  const missing = contexts.flatMap((context) => {
    const labels = new Set(Array.from(context.matchAll(/n\((\w+)\)/g), ([, label]) => label));
    const jumps = Array.from(context.matchAll(/GotoIf\(.*\]\?(\w*)(?:,\d)?(?::(\w*))?\)$/gm));
    return jumps
      .flatMap(([, yes, no]) => [yes, no])
      .filter((jump) => jump !== undefined && !["", "s"].includes(jump) && !labels.has(jump))
      .map((jump) => `${context.split("\n")[0]} ${jump}`);
  });
  expect(missing).toEqual([]);
  expect(contexts.length).toBeGreaterThan(10);
});

test("the route without us is printed for every number, and the trunk is known by its addresses alone", () => {
  expect(textOf("ringtrail-extensions.conf")).toContain("exten => +14155550111,1,Return(+14155550100)");
  expect(textOf("ringtrail-pjsip.conf")).toContain("match=192.0.2.1\nmatch=198.51.100.0/24");
});

test("the keys of whoever answers are the core's, and their answer is heard by them alone", () => {
  const text = textOf("ringtrail-features.conf");
  expect(text).toContain(`ringtrail-pause => ${agentKeys.pause},self,Gosub,"ringtrail-key,s,1(${agentKeys.pause})"`);
  expect(text).toContain(`ringtrail-resume => ${agentKeys.resume},self,Gosub,"ringtrail-key,s,1(${agentKeys.resume})"`);
});

test("a call that is passed on comes by only where the house's telephones are known", () => {
  expect(textOf("ringtrail-extensions.conf")).toContain("RINGTRAIL_HOUSE=\n");
  expect(textOf("ringtrail-extensions.conf", { house: "from-house" })).toContain("RINGTRAIL_HOUSE=from-house\n");
});

test("a setting cannot end its line or turn the rest of it into a comment", () => {
  const text = textOf("ringtrail-extensions.conf", { dial: "PJSIP/{number}@a;b\n[evil]" });
  expect(text).toContain("RINGTRAIL_DIAL_AFTER=@a\\;b[evil]\n");
  expect(text).not.toMatch(/^\[evil\]/m);
});

test("an Asterisk without stereo recording is told not to record", () => {
  expect(textOf("ringtrail-extensions.conf", { version: 16 })).toContain("RINGTRAIL_STEREO=0");
});

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
