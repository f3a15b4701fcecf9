import { expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { createClient, type Client } from "./client.ts";
import { id, methods } from "../testing/client-methods.ts";
import { allEndpoints } from "./endpoints/all-endpoints.ts";

interface Sent {
  readonly line: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** A client whose server answers the same to everything, and what it was sent. */
function aClient(answer: () => Response, baseUrl = "https://calls.example"): { client: Client; sent: Sent[] } {
  const sent: Sent[] = [];
  const ask: typeof fetch = async (input, init) => {
    const body = typeof init?.body === "string" ? init.body : undefined;
    sent.push({ line: `${init?.method} ${String(input)}`, headers: new Headers(init?.headers), body });
    return answer();
  };
  return { client: createClient({ baseUrl, fetch: ask, headers: { authorization: "Bearer k" } }), sent };
}

test.each(methods)("%s is asked at the address of the contract", async (name, call) => {
  const { client, sent } = aClient(() => Response.json({}));
  const endpoint = allEndpoints.find((known) => known.name === name);

  await call(client);

  expect(sent[0]?.line.split("?")[0]).toBe(
    `${endpoint?.method} https://calls.example${endpoint?.path.replace(/\{\w+\}/, id)}`,
  );
  expect(sent[0]?.headers.get("authorization")).toBe("Bearer k");
  expect(sent[0]?.headers.get("content-type")).toBe(
    endpoint?.body ? "application/json" : (endpoint?.upload?.mediaTypes[0] ?? null),
  );
});

test("every management endpoint that answers JSON has a method", () => {
  const managed = allEndpoints.filter(({ scope, mediaType }) => scope !== "public" && mediaType === undefined);
  const known = new Set(methods.map(([name]) => name));

  expect(managed.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  expect(known.size).toBe(methods.length);
});

test("places of business are sent as one list", async () => {
  const { client, sent } = aClient(() => Response.json({}), "");

  await client.recordingPlaces(["US-TX", "US-CA"]);

  expect(sent[0]?.line).toBe("GET /v1/recording-consent/places?business=US-TX%2CUS-CA");
});

test("a filter is written into the address, what is left out is not", async () => {
  const { client, sent } = aClient(() => Response.json({ calls: [] }), "");

  await client.listCalls({ cursor: "a+b=", limit: 10, site: undefined });

  expect(sent[0]?.line).toBe("GET /v1/calls?cursor=a%2Bb%3D&limit=10");
});

test("a file is sent as it is, under its name, and of a type the browser does not know as bytes", async () => {
  const { client, sent } = aClient(() => Response.json({}), "");

  await client.uploadSound(new Blob(["RIFF"]), "our notice & more.wav");

  expect(sent[0]?.line).toBe("POST /v1/sounds?name=our+notice+%26+more.wav");
  expect(sent[0]?.headers.get("content-type")).toBe("application/octet-stream");
});

test("a repetition can be told from a second wish", async () => {
  const { client, sent } = aClient(() => Response.json({}));

  await client.ringTestCall({ to: "+14155550101" }, "ring-1");

  expect(sent[0]?.headers.get("idempotency-key")).toBe("ring-1");
});

test("a problem is thrown with everything the server said, also by a code this version does not know", async () => {
  const problem = {
    type: "https://ringtrail.dev/problems/new_one",
    code: "new_one",
    status: 418,
    title: "New.",
    fix: "Go.",
  };
  const { client } = aClient(() => Response.json(problem, { status: 418 }));

  const failure = await client.pools().catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(ApiError);
  expect(failure).toMatchObject({ problem, message: "new_one: New." });
});

test.each([
  ["a proxy's page", () => new Response("<html>502</html>", { status: 502 })],
  ["other JSON", () => Response.json({ error: "no" }, { status: 502 })],
])("%s becomes a problem too", async (_what, answer) => {
  const failure = await aClient(answer)
    .client.pools()
    .catch((error: unknown) => error);

  expect(failure).toMatchObject({ problem: { code: "not_a_problem", status: 502 } });
});

test("an answer without a body is no answer", async () => {
  const { client } = aClient(() => new Response(null, { status: 204 }));

  expect(await client.revokeApiKey(id)).toBeUndefined();
});
