import type { CallFacts } from "@ringtrail/core/ports";
import type { FlowSteps } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { demoFlow } from "../src/seed/demo-business.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer } from "./a-running-server.ts";

const number = "+14155550121";
const missed = "Sorry we missed you. We call back today.";
const all: FlowSteps["all"] = {
  office: {
    kind: "ring",
    phones: [{ phone: demoFlow.destination }],
    how: "together",
    ringSeconds: 20,
    unanswered: "sorry",
  },
  sorry: { kind: "text", text: missed, next: "bye" },
  bye: { kind: "goodbye", words: { text: "Nobody is here just now.", language: "en-US" } },
};

async function aServerThatTexts(face: "twilio" | "telnyx") {
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl });
  const carrier = await aCarrierFor(server, { face });
  const { account } = carrier.seeded;
  const site = await server.deps.directory.siteByKey("demo");
  if (site === undefined) throw new Error("The demo has no site.");
  await server.deps.accounts.saveFlow(account, site.site, { ...demoFlow, steps: { first: "office", all } });
  await server.deps.snapshot.refresh();
  const newest = async (): Promise<CallFacts | undefined> => {
    const page = await server.deps.calls.list(account, { cursor: undefined, limit: 1 });
    const [call] = page.ok ? page.value.calls : [];
    return call && server.deps.calls.facts(account, call.id);
  };
  const textOf = async (what: "sentAt" | "failed") => (await newest())?.state.text?.[what];
  return { server, carrier, textOf, newest };
}

test.each(["twilio", "telnyx"] as const)(
  "%s: a caller nobody answered gets one text from the number called, however often they try that day",
  async (face) => {
    const { carrier, textOf, newest } = await aServerThatTexts(face);

    await carrier.call({ to: number, answer: "no-answer" });
    await expect.poll(() => textOf("sentAt"), { timeout: 30_000 }).toBeDefined();
    expect((await newest())?.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["text_due", "texted"]));
    expect(await carrier.texts()).toMatchObject([{ from: number, to: "+12125550188", text: missed }]);

    await carrier.call({ to: number, answer: "busy" });
    await expect.poll(() => textOf("failed"), { timeout: 30_000 }).toBe("texted_lately");
    expect(await carrier.texts()).toHaveLength(1);
  },
);

test("a caller who gave up while it rang is texted; one who talked, or withheld the number, is not", async () => {
  const { carrier, textOf, newest } = await aServerThatTexts("twilio");

  await carrier.call({ to: number, hangupDuring: "ringing" });
  await expect.poll(() => textOf("sentAt"), { timeout: 30_000 }).toBeDefined();

  await carrier.call({ to: number, talkSeconds: 5, from: "+12125550177" });
  await expect.poll(async () => (await newest())?.state.phase, { timeout: 30_000 }).toBe("ended");
  expect((await newest())?.state.text).toBeUndefined();

  await carrier.call({ to: number, answer: "no-answer", from: "anonymous" });
  await expect.poll(() => textOf("failed"), { timeout: 30_000 }).toBe("caller_withheld");
  expect(await carrier.texts()).toHaveLength(1);
});

test("a landline takes no texts: the call says so, and nobody on the line notices", async () => {
  const { carrier, textOf } = await aServerThatTexts("twilio");

  const told = await carrier.call({ to: number, answer: "no-answer", from: "+12125550199" });

  expect(told.documents.every(({ status }) => status === 200)).toBe(true);
  await expect.poll(() => textOf("failed"), { timeout: 30_000 }).toBe("carrier_refused");
});
