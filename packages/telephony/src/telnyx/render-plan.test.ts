import { parseE164, type E164 } from "@ringtrail/core";
import { planFallback, planNotInService, planUnrecorded, type CallPlan } from "@ringtrail/core/call-flow";
import { aCallFlow } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { renderPlan } from "./render-plan.ts";
import { texmlAttributes } from "./texml-attributes.ts";

const url = (callback: string) => `https://calls.example/${callback}?number=1`;
const to = e164("+14155550199");

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}

const noticed: CallPlan = {
  steps: [
    { do: "notice", text: "Calls are recorded; see https://x.example/#1 & more.", language: "en-US", refusalKey: "9" },
    { do: "dial", to: [to], timeoutSeconds: 25, record: "both", callerId: undefined, report: true },
    { do: "pause", seconds: 1 },
    { do: "hangup" },
  ],
};

test("a silent end of the notice asks the same address as a key does: TeXML has no other word for it", () => {
  const { body } = renderPlan(noticed, url);

  expect(body).toMatch(
    /<Gather [^>]*action="https:\/\/calls\.example\/notice-ended\?number=1"[^>]*>.*<\/Gather><Redirect method="POST">https:\/\/calls\.example\/notice-ended\?number=1<\/Redirect><Dial/,
  );
});

test("both sides are recorded on a channel each, and addresses carry no limits Telnyx does not know", () => {
  const { body, contentType } = renderPlan(noticed, url);

  expect(contentType).toContain("text/xml");
  expect(body).toContain('record="record-from-answer-dual"');
  expect(body).toContain('recordingChannels="dual"');
  expect(body).not.toMatch(/(?:action|Callback|url)="[^"]*#/i);
  expect(body).toContain("see https://x.example/#1 &amp; more.");
});

test.each([
  ["notice and dial", noticed],
  ["unrecorded", planUnrecorded(aCallFlow())],
  ["fallback", planFallback(aCallFlow())],
  ["not in service", planNotInService()],
])("every verb and attribute of %s is a word of TeXML", (_what, plan) => {
  const { body } = renderPlan(plan, url);
  const used = [...body.matchAll(/<([A-Z]\w+)([^>]*)>/g)];

  expect(used.length).toBeGreaterThan(1);
  for (const [, name = "", attributes = ""] of used) {
    const known = texmlAttributes[name];
    expect(known, name).toBeDefined();
    for (const [, attribute = ""] of attributes.matchAll(/ (\w+)=/g)) expect(known, name).toContain(attribute);
  }
});
