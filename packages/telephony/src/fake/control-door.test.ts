import { expect, test } from "vitest";
import { callerNumber, startExchange, trackingNumber } from "../../testing/place-call.ts";

const json = { "content-type": "application/json" };
const call = { from: callerNumber, to: trackingNumber };

const refused: [what: string, body: unknown, status: number, answer: object][] = [
  ["a caller who is no number", { ...call, from: "me" }, 400, { code: "script_malformed", field: "from" }],
  ["a dialled number that is none", { ...call, to: 5 }, 400, { code: "script_malformed", field: "to" }],
  ["a talk of no length", { ...call, talkSeconds: "long" }, 400, { code: "script_malformed", field: "talkSeconds" }],
  ["a key no telephone has", { ...call, digits: { keys: "A" } }, 400, { code: "script_malformed", field: "digits" }],
  ["a list", [], 400, { code: "script_malformed", field: "" }],
  ["a number nobody rents", { ...call, to: "+14155550199" }, 404, { code: "number_unknown", field: "to" }],
];

test.each(refused)("a call is not placed for %s", async (_what, body, status, answer) => {
  const carrier = await startExchange();
  const placed = await fetch(`${carrier.url}/fake/calls`, {
    method: "POST",
    headers: json,
    body: JSON.stringify(body),
  });
  expect([placed.status, await placed.json()]).toEqual([status, answer]);
});

test("a web page cannot place a call: a form or plain text is not JSON", async () => {
  const carrier = await startExchange();
  const placed = await fetch(`${carrier.url}/fake/calls`, { method: "POST", body: JSON.stringify(call) });
  expect(placed.status).toBe(415);
});

test("a caller may withhold the number, and a call to a number without an address fails and is told", async () => {
  const carrier = await startExchange();
  const body = JSON.stringify({ ...call, from: "anonymous" });
  const placed = await fetch(`${carrier.url}/fake/calls`, { method: "POST", headers: json, body });
  const { sid } = (await placed.json()) as { sid: string };
  const report = await fetch(`${carrier.url}/fake/calls/${sid}?wait=done`);
  expect(await report.json()).toMatchObject({ from: "anonymous", over: "application_error", status: "failed" });
});

test("opening an account twice keeps its numbers, and renews its secret", async () => {
  const carrier = await startExchange();
  const open = (token: string) =>
    fetch(`${carrier.url}/fake/accounts`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ sid: "AC2", token, numbers: ["+14155550150"] }),
    });
  await open("old");
  await open("new");
  const list = (token: string) =>
    fetch(`${carrier.url}/2010-04-01/Accounts/AC2/IncomingPhoneNumbers.json`, {
      headers: { authorization: `Basic ${btoa(`AC2:${token}`)}` },
    });
  expect((await list("old")).status).toBe(401);
  expect(await (await list("new")).json()).toMatchObject({
    incoming_phone_numbers: [{ phone_number: "+14155550150" }],
  });
});

test("an account without a secret is none, and an unknown call is unknown", async () => {
  const { url } = await startExchange();
  const post = (path: string, body: string) => fetch(url + path, { method: "POST", headers: json, body });
  expect(await (await post("/fake/accounts", `{"sid":"AC3"}`)).json()).toEqual({
    code: "account_malformed",
    field: "token",
  });
  expect((await fetch(`${url}/fake/calls/CA${"0".repeat(32)}`)).status).toBe(404);
  expect((await post("/fake/calls", "not json")).status).toBe(400);
});
