import fc from "fast-check";
import { expect, test } from "vitest";
import { askApi, type Outside, type Question } from "./ask-api.ts";
import { twilioProvider } from "./provider.ts";

const connection = { apiBase: "https://api.example/", carrierAccount: "AC1", secret: "a:secret" };

/** A world that answers in turn, and remembers what it was asked and how long it was made to wait. */
function aWorld(...answers: readonly (Response | Error)[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  const outside: Outside = {
    fetch: (url, init) => {
      const answer = answers[asked.length] ?? new Response("{}");
      asked.push({ url, init });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    wait: async (ms) => void waits.push(ms),
  };
  return { outside, asked, waits };
}

const failure = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
const get: Question = { method: "GET", path: "/Calls.json" };
const post: Question = { method: "POST", path: "/Calls.json", form: new URLSearchParams({ To: "x" }) };

test("keys travel in the header, and the account in the path", async () => {
  const { outside, asked } = aWorld();
  await askApi(connection, get, outside);
  expect(asked[0]?.url).toBe("https://api.example/2010-04-01/Accounts/AC1/Calls.json");
  expect(asked[0]?.init.headers).toEqual({ authorization: `Basic ${btoa("AC1:a:secret")}` });
});

const patience: [what: string, Question, Response | Error, isAskedAgain: boolean][] = [
  ["a GET after a 503", get, new Response("", { status: 503 }), true],
  ["a POST after a 503, which may have been carried out", post, new Response("", { status: 503 }), false],
  ["a GET after 429", get, new Response("", { status: 429 }), true],
  ["a POST after 429, which was not carried out", post, new Response("", { status: 429 }), true],
  ["a POST that found nobody listening", post, failure("ECONNREFUSED"), true],
  ["a POST that never connected in time", post, failure("UND_ERR_CONNECT_TIMEOUT"), true],
  ["a POST whose connection broke, which may have been carried out", post, failure("ECONNRESET"), false],
  ["a GET whose connection broke", get, failure("ECONNRESET"), true],
  ["a GET of what is not there", get, new Response("", { status: 404 }), false],
];

test.each(patience)("asked again or not: %s", async (_what, question, first, isAskedAgain) => {
  const { outside, asked } = aWorld(first);
  const answer = await askApi(connection, question, outside);
  expect([asked.length, answer.ok]).toEqual(isAskedAgain ? [2, true] : [1, false]);
});

test("patience ends after four times, and the wait grows", async () => {
  const { outside, asked, waits } = aWorld(...Array.from({ length: 9 }, () => failure("ECONNREFUSED")));
  const answer = await askApi(connection, get, outside);
  expect(answer).toEqual({ ok: false, reason: { code: "carrier_unreachable", cause: "ECONNREFUSED" } });
  expect([asked.length, waits]).toEqual([4, [500, 1_000, 2_000]]);
});

test("a carrier that says how long to wait is believed", async () => {
  const { outside, waits } = aWorld(new Response("", { status: 429, headers: { "retry-after": "7" } }));
  await askApi(connection, get, outside);
  expect(waits).toEqual([7_000]);
});

const faults: [status: number, body: string, reason: object][] = [
  [401, "{}", { code: "carrier_keys_refused" }],
  [404, "", { code: "carrier_unknown_thing" }],
  [400, `{"code":21211,"message":"secret things"}`, { code: "carrier_refused", status: 400, carrierCode: 21_211 }],
  [418, "no json", { code: "carrier_refused", status: 418, carrierCode: undefined }],
];

test.each(faults)("%i is told as a reason, without the carrier's words", async (status, body, reason) => {
  const { outside } = aWorld(new Response(body, { status }));
  expect(await askApi(connection, get, outside)).toEqual({ ok: false, reason });
});

test("no answer of the carrier's breaks the lists", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string(), nearList), async (body) => {
      const { outside } = aWorld(new Response(body), new Response(body), new Response(body));
      const provider = twilioProvider(connection, outside);
      const since = 0 as Parameters<typeof provider.listCalls>[0]["since"];
      for (const asked of [provider.listCalls, provider.listRecordings]) {
        expect(typeof (await asked({ since, page: undefined })).ok).toBe("boolean");
      }
      expect(typeof (await provider.listNumbers(undefined)).ok).toBe("boolean");
    }),
    { numRuns: 1_000 },
  );
});

const row = fc.dictionary(
  fc.constantFrom("sid", "to", "from", "status", "duration", "start_time", "call_sid", "phone_number", "channels"),
  fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant("completed"), fc.constant("+14155550100")),
);
const nearList = fc
  .tuple(fc.constantFrom("calls", "recordings", "incoming_phone_numbers"), fc.array(row))
  .map(([list, rows]) => JSON.stringify({ [list]: rows, next_page_uri: null }));

test("a number is routed with short limits for us, GET for its fallback, and patience for reports", async () => {
  const { outside, asked } = aWorld(new Response(`{"sid":"PN1","phone_number":"+14155550111"}`));
  const addresses = { voiceUrl: "https://a/v", fallbackUrl: "https://b/f", statusUrl: "https://a/s" };

  const routed = await twilioProvider(connection, outside).routeNumber("PN1", addresses);

  expect(routed).toMatchObject({ ok: true, value: { ref: "PN1", e164: "+14155550111" } });
  expect(Object.fromEntries(new URLSearchParams(String(asked[0]?.init.body)))).toEqual({
    VoiceUrl: "https://a/v#ct=1500&rc=1&rp=5xx,ct&rt=4000&tt=6000",
    VoiceMethod: "POST",
    VoiceFallbackUrl: "https://b/f",
    VoiceFallbackMethod: "GET",
    StatusCallback: "https://a/s#ct=2000&rc=5&rp=all&rt=4000",
    StatusCallbackMethod: "POST",
  });
});

test("a recording is fetched from the connection's own address, whatever its name", async () => {
  const { outside, asked } = aWorld();
  await twilioProvider(connection, outside).fetchRecording("../../../evil?x=");
  expect(asked[0]?.url).toBe(
    "https://api.example/2010-04-01/Accounts/AC1/Recordings/..%2F..%2F..%2Fevil%3Fx%3D.wav?RequestedChannels=2",
  );
});
