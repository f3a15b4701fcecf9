import { SwapResponse } from "@ringtrail/api-contract";
import { hour } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aSwap, post } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

// The shop's pages are at plumber.example; what a browser does with the cookie is shown in testing/sub-domains.test.ts.
const own = { host: "calls.plumber.example" };

async function ask(app: TestApp, over: Readonly<Record<string, unknown>> = {}, headers: Record<string, string> = own) {
  const response = await post(app, "/v1/swap", aSwap(app, over), headers);
  const cookie = response.headers.get("set-cookie") ?? undefined;
  return { answer: SwapResponse.parse(await response.json()), cookie, pair: cookie?.split(";")[0] ?? "" };
}

const rest = "Domain=plumber.example; Path=/; HttpOnly; Secure; SameSite=Lax";

test("a server under the page's own domain sets a cookie for all of it, hidden from scripts, for ten minutes at first", async () => {
  const app = await aTestApp();

  const { answer, cookie } = await ask(app);

  const { visitor, visit, token } = answer;
  expect(cookie).toBe(`ringtrail_${app.shop.siteKey}=${visitor}.${visit}.${token}; Max-Age=600; ${rest}`);
});

test("a real interaction makes it last thirteen months; a heartbeat, another's visit and a wrong token do not", async () => {
  const app = await aTestApp();
  const { answer, pair } = await ask(app);
  const other = await ask(app);
  const tell = async (kind: string, token = answer.token, cookie = pair) => {
    const body = { site: app.shop.siteKey, visit: answer.visit, token, events: [{ kind, ago: 0 }] };
    return (await post(app, "/v1/beacon", body, { ...own, cookie })).headers.get("set-cookie");
  };

  expect(await tell("interaction")).toBe(`${pair}; Max-Age=34128000; ${rest}`);
  expect(await tell("alive")).toBeNull();
  expect(await tell("interaction", "wrong")).toBeNull();
  expect(await tell("interaction", answer.token, other.pair)).toBeNull();
  expect((await ask(app, {}, { ...own, cookie: pair })).cookie).toContain("Max-Age=34128000");
});

test("what comes back with it continues the visit on another sub-domain, with its number and the page it is on", async () => {
  const app = await aTestApp({ slices: ["any", "any"] });
  const first = await ask(app);
  const page = { url: "https://plumber.example/book", referrer: "https://plumber.example/", title: "Book" };

  const { answer } = await ask(app, { page }, { ...own, cookie: first.pair });

  expect([answer.visit, answer.visitor]).toEqual([first.answer.visit, first.answer.visitor]);
  expect(answer.numbers).toEqual(first.answer.numbers.map((number) => ({ ...number, how: "kept" })));
  const story = await app.world.visits.story(app.shop.account, answer.visit as never);
  expect(story?.pages.map(({ path }) => path)).toEqual(["/", "/book"]);
});

test("days later it is another visit of the same visitor, whatever a page remembers of its own", async () => {
  const app = await aTestApp();
  const first = await ask(app);
  app.clock.pass(30 * hour);
  const stranger = "0198c0de-0000-7000-8000-0000000000ff";

  const { answer } = await ask(app, { visitor: stranger }, { ...own, cookie: first.pair });

  expect(answer.visitor).toBe(first.answer.visitor);
  expect(answer.visit).not.toBe(first.answer.visit);
});

const elsewhere: [why: string, headers: Record<string, string>][] = [
  ["another domain", { host: "calls.example" }],
  ["an address", { host: "127.0.0.1:8787" }],
  ["a name that only looks alike", { host: "evilplumber.example" }],
  ["a host that a stranger claims to have forwarded", { host: "calls.example", "x-forwarded-host": "plumber.example" }],
];

test.each(elsewhere)("under %s no cookie is set, and none is read", async (_why, headers) => {
  const app = await aTestApp();
  const first = await ask(app);

  const { answer, cookie } = await ask(app, {}, { ...headers, cookie: first.pair });

  expect(cookie).toBeUndefined();
  expect(answer.visitor).not.toBe(first.answer.visitor);
});

test.each([
  ["nothing was agreed to", { consent: { choice: "unanswered", optOutSignal: false } }],
  ["the visitor said no", { consent: { choice: "denied", optOutSignal: false } }],
])("where %s no cookie is set, and one from before is deleted", async (_why, over) => {
  const app = await aTestApp();
  const first = await ask(app);

  expect((await ask(app, over)).cookie).toBeUndefined();
  const { cookie, answer } = await ask(app, over, { ...own, cookie: first.pair });

  expect(cookie).toBe(`ringtrail_${app.shop.siteKey}=; Max-Age=0; Domain=plumber.example; Path=/; Secure`);
  expect(answer.visitor).not.toBe(first.answer.visitor);
});

test("a yes that is taken back deletes it, also when the visit's token has run out", async () => {
  const app = await aTestApp();
  const { answer } = await ask(app);
  const tell = (token: string) => {
    const events = [{ kind: "denied", ago: 0 }];
    return post(app, "/v1/beacon", { site: app.shop.siteKey, visit: answer.visit, token, events }, own);
  };

  for (const [token, status] of [
    [answer.token, 204],
    ["old", 403],
  ] as const) {
    const response = await tell(token);
    expect(response.status).toBe(status);
    expect(response.headers.get("set-cookie")).toContain(`ringtrail_${app.shop.siteKey}=; Max-Age=0`);
  }
});

test("a program is given none, and takes none away", async () => {
  const app = await aTestApp();
  const first = await ask(app);

  const { cookie } = await ask(app, {}, { ...own, cookie: first.pair, "user-agent": "Googlebot/2.1" });

  expect(cookie).toBeUndefined();
});

test.each(["", "x", "..", "not-an-id.not-an-id.t", `${"0".repeat(36)}.${"0".repeat(36)}.t`, "%00%ff"])(
  "rubbish in it (%s) is a new visitor, never a crash",
  async (rubbish) => {
    const app = await aTestApp();

    const { answer, cookie } = await ask(app, {}, { ...own, cookie: `ringtrail_${app.shop.siteKey}=${rubbish}` });

    expect(answer.token).not.toBe("");
    expect(cookie).toContain(answer.visitor);
  },
);
