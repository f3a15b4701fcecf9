import { KeptCallFlow } from "@ringtrail/api-contract";
import type { FlowStep } from "@ringtrail/core/call-flow";
import { aCallFlow, aNumber, aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { ring, storedCalls } from "../../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

/** The app with a flow that has rung every phone of these tests before: calls go to no new phone by a key. */
async function anApp(): Promise<TestApp> {
  const app = await aTestApp({ slices: ["any"] }, () => ({ law: aRuleSet() }));
  const phones = [1, 2, 3].map((last) => ({ phone: aNumber(`+1415555015${last}`) }));
  const [first = { phone: aNumber() }, ...others] = phones;
  const known: FlowStep = { kind: "ring", phones: [first, ...others], how: "in_turn", ringSeconds: 20 };
  const before = aCallFlow({ steps: { first: "known", all: { known } } });
  await app.deps.accounts.saveFlow(app.shop.account, app.shop.site, before);
  return app;
}

const pathOf = ({ shop }: TestApp) => `/v1/sites/${shop.site}/call-flow`;
const say = (text: string) => ({ text, language: "en-US" });
const plain = {
  destination: "+14155550199",
  ringSeconds: 25,
  announcement: { ...say("All calls are recorded."), refusalKey: "5" },
  recordingWanted: true,
};
const caller = { From: "+14155550142" };

/** Sales rings two phones in turn, then takes a message; everything else is another office's. */
const steps = {
  first: "hello",
  all: {
    hello: { kind: "greeting", words: say("Welcome."), next: "menu" },
    menu: {
      kind: "menu",
      words: say("Press 1 for sales."),
      timeoutSeconds: 5,
      choices: { "1": "sales" },
      otherwise: "office",
    },
    sales: {
      kind: "ring",
      phones: [{ phone: "+14155550151" }, { phone: "+14155550152" }],
      how: "in_turn",
      ringSeconds: 15,
      unanswered: "box",
      sayWhere: true,
    },
    office: { kind: "ring", phones: [{ phone: "+14155550153" }], how: "together", ringSeconds: 20 },
    box: { kind: "message", words: say("Please leave a message."), mostSeconds: 120 },
  },
};

test("200: a flow is kept, told as it was sent, and the next call goes through it", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);

  const set = await ask(pathOf(app), { method: "PUT", body: { ...plain, steps } });

  expect(set.status).toBe(200);
  const kept = KeptCallFlow.parse(await (await ask(pathOf(app))).json());
  expect(kept.flow).toEqual({ ...plain, steps });
  expect(kept.cannot.map(({ skill, words }) => [skill, words])).toEqual([
    ["hear_agent_keys", expect.stringContaining("by the API, not by the keypad")],
    ["see_newcomers", expect.stringContaining("over the API")],
  ]);
  const [entry] = await app.deps.accounts.auditLog(app.shop.account, 1);
  expect(entry).toMatchObject({ action: "call_flow.set", facts: { recordingWanted: true } });
  const twiml = await (await ring(app, "voice", caller)).text();
  expect(twiml).toMatch(/<Say [^>]*>Welcome\.<\/Say><Gather [^>]*action="[^"]*\/menu\?about=menu&amp;number=\d+/);
  expect(twiml).toMatch(/<\/Gather><Dial [^>]*><Number>\+14155550199<\/Number><\/Dial>/);
});

test("200: a flow is looked at before it is kept: what its carrier cannot do, and nothing changes", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read"]);
  const before = await (await ask(pathOf(app))).json();
  const check = (flow: object) => ask(`${pathOf(app)}/checks`, { body: flow });

  const looked = await check({ ...plain, recordingWanted: false, steps });
  expect(KeptCallFlow.parse(await looked.json()).cannot).toEqual([]);
  expect(await (await check({ ...plain, steps })).json()).toMatchObject({
    cannot: [{ skill: "hear_agent_keys" }, { skill: "see_newcomers" }],
  });

  const round = { first: "a", all: { a: { kind: "greeting", words: say("Again."), next: "a" } } };
  const refused = await check({ ...plain, steps: round });
  expect([refused.status, (await problemIn(refused))["field"]]).toEqual([422, "steps.all.a"]);
  expect(await (await ask(pathOf(app))).json()).toEqual(before);
});

test("200: a call goes through menu, notice, two phones in turn and the message, each as the flow says", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:write"]);
  await ask(pathOf(app), { method: "PUT", body: { ...plain, steps } });
  const number = app.shop.source.e164.slice(1);
  const on = { ...caller, CallStatus: "in-progress" };
  await ring(app, "voice", caller);
  await app.deps.background.settled();

  const notice = await (await ring(app, `menu?about=menu&number=${number}`, { ...on, Digits: "1" })).text();
  const first = await (await ring(app, `notice?about=sales&number=${number}`, on)).text();
  const whisper = await (
    await ring(app, `whisper?about=sales:0&number=${number}`, { ...on, CallSid: "CA2", ParentCallSid: "CA1" })
  ).text();
  const busy = { ...on, DialCallStatus: "busy", DialCallSid: "CA2" };
  const second = await (await ring(app, `dial?about=sales:0&number=${number}`, busy)).text();
  const unanswered = { ...on, DialCallStatus: "no-answer", DialCallSid: "CA3" };
  const message = await (await ring(app, `dial?about=sales:1&number=${number}`, unanswered)).text();

  expect(notice).toMatch(/All calls are recorded\.<\/Say><\/Gather>/);
  expect(first).toMatch(/record="record-from-answer-dual".*\+14155550151</s);
  expect(whisper).toMatch(/Call from google\.<\/Say><Say [^>]*>This call is being recorded\./);
  expect(second).toMatch(/record="record-from-answer-dual".*\+14155550152</s);
  expect(message).toMatch(/Please leave a message\.<\/Say><Record [^>]*maxLength="120"/);
  const [call] = await storedCalls(app);
  expect(call?.state).toMatchObject({ choices: { menu: "1" }, businessEnd: "busy" });
});

test("200: silence in a menu leads where the flow says, and a blocked caller is turned away", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:write"]);
  await ask(pathOf(app), {
    method: "PUT",
    body: { ...plain, recordingWanted: false, steps, blocked: ["+12125550199"] },
  });
  const number = app.shop.source.e164.slice(1);

  await ring(app, "voice", caller);
  const silent = await ring(app, `menu?about=menu&number=${number}`, {
    ...caller,
    CallStatus: "in-progress",
    Digits: "",
  });
  const blocked = await ring(app, "voice", { CallSid: "CA9", From: "+12125550199" });

  expect(await silent.text()).toContain("+14155550153");
  expect(await blocked.text()).toContain('<Reject reason="busy"/>');
});

test.each(["flow", "pool", "number"] as const)(
  "200: recording is off for a %s: the call is put through, and the decision says where it was switched off",
  async (offAt) => {
    const app = await anApp();
    const ask = await aKey(app, ["sites:write"]);
    const { pool, numbers, source } = app.shop;
    const To = numbers[0]?.e164 ?? source.e164;
    const recordingOff = { numbers: offAt === "number" ? [To] : [], pools: offAt === "pool" ? [pool.id] : [] };
    await ask(pathOf(app), { method: "PUT", body: { ...plain, recordingWanted: offAt !== "flow", recordingOff } });

    const twiml = await (await ring(app, "voice", { ...caller, To })).text();

    expect(twiml).toMatch(/<Response><Dial [^>]*><Number [^>]*>\+14155550199<\/Number><\/Dial><\/Response>/);
    expect(twiml).not.toContain("record=");
    const [call] = await storedCalls(app);
    const [decided] = call === undefined ? [] : await app.world.proofs.ofCall(app.shop.account, call.id);
    expect(decided?.decision.applied).toBe("do_not_record");
    expect(decided?.decision.reasons).toContainEqual({ code: "owner_policy", want: "do_not_record", offAt });
    const other = await (await ring(app, "voice", { ...caller, CallSid: "CA2", To: source.e164 })).text();
    expect(other.includes("<Gather")).toBe(offAt !== "flow");
  },
);

const wrong: [code: string, field: string, body: object][] = [
  ["phone_malformed", "destination", { ...plain, destination: "call me" }],
  ["phone_malformed", "blocked.0", { ...plain, blocked: ["0815"] }],
  ["flow_step_unknown", "steps.first", { ...plain, steps: { ...steps, first: "nowhere" } }],
  [
    "flow_circle",
    "steps.all.a",
    { ...plain, steps: { first: "a", all: { a: { kind: "greeting", words: say("Again."), next: "a" } } } },
  ],
  [
    "flow_hours_malformed",
    "steps.all.h.hours.timeZone",
    {
      ...plain,
      steps: {
        first: "h",
        all: {
          h: {
            kind: "hours",
            hours: { timeZone: "Moon/Crater", weekly: [], closedOn: [] },
            open: "bye",
            closed: "bye",
          },
          bye: { kind: "goodbye" },
        },
      },
    },
  ],
  [
    "flow_key_malformed",
    "steps.all.m.choices",
    {
      ...plain,
      steps: {
        first: "m",
        all: {
          m: { kind: "menu", words: say("?"), timeoutSeconds: 5, choices: { A: "bye" }, otherwise: "bye" },
          bye: { kind: "goodbye" },
        },
      },
    },
  ],
];

test.each(wrong)("422: %s at %s, and the flow stays as it was", async (code, field, body) => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);
  const before = await app.deps.accounts.flowOf(app.shop.account, app.shop.site);

  const answer = await ask(pathOf(app), { method: "PUT", body });

  expect(answer.status).toBe(422);
  expect(await problemIn(answer)).toMatchObject({ code, field });
  expect(await app.deps.accounts.flowOf(app.shop.account, app.shop.site)).toEqual(before);
});

test("403: calls go to a new phone only by a person who has just signed in", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:write"]);

  const answer = await ask(pathOf(app), { method: "PUT", body: { ...plain, destination: "+14155550177" } });

  expect(answer.status).toBe(403);
  expect(await problemIn(answer)).toMatchObject({ code: "sign_in_not_fresh" });
});

test("404: a site of another account does not exist; 403: reading is not setting", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read"]);

  expect((await ask("/v1/sites/0196f0f0-0000-7000-8000-000000000000/call-flow")).status).toBe(404);
  expect((await ask(pathOf(app), { method: "PUT", body: plain })).status).toBe(403);
});
