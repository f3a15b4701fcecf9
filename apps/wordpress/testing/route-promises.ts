import { createServer, type Server } from "node:http";
import { anAnsweredCall, callId, playedKey } from "@ringtrail/admin-screens/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, askEach, registeredRoutes } from "./ask-routes.ts";
import { site } from "./the-site.ts";

/** The routes behind the screens. */
export function routePromises(): void {
  beforeAll(async () => {
    await site.connect();
    site.server.tell(anAnsweredCall(1, new Date()));
    await site.wordpress.runPhp(
      "wp_insert_user( array( 'user_login' => 'reader', 'user_pass' => 'reader-pass', 'role' => 'subscriber' ) );",
    );
  });

  describe("every registered route", () => {
    test("is one of these, so that a new one cannot be forgotten here", async () => {
      const routes = await registeredRoutes();
      expect(
        routes
          .map(
            ({ path, method }) =>
              `${method} ${path.replace("/ringtrail/v1", "").replace(callId(1), "<id>").replace("US-CA", "<place>").replace("place-1", "<declared>")}`,
          )
          .toSorted(),
      ).toEqual([
        "DELETE /caller-places/<declared>",
        "DELETE /connection",
        "DELETE /recording-consent/overrides/<place>",
        "GET /caller-places",
        "GET /calls",
        "GET /calls/<id>",
        "GET /calls/<id>/caller-places",
        "GET /calls/<id>/certificate",
        "GET /calls/<id>/proof",
        "GET /channel-rules",
        "GET /collect/v1/sites/demo/config",
        "GET /connection",
        "GET /fallback/14155550123.twilio",
        "GET /health/connected",
        "GET /orders",
        "GET /orders/waiting",
        "GET /other-trackers",
        "GET /pools",
        "GET /recording-consent/overrides",
        "GET /recording-consent/places",
        "GET /recording-consent/proofs",
        "GET /recording-consent/rule-sets",
        "GET /recording-consent/rule-sets/diff",
        "GET /reports/calls",
        "GET /reports/overview",
        "GET /reports/revenue",
        "GET /session",
        "GET /sites",
        "GET /sites/<id>/call-flow",
        "GET /sites/<id>/order-rules",
        "GET /sounds",
        "GET /targets",
        "POST /caller-places",
        "POST /caller-places/imports",
        "POST /callers/erasures",
        "POST /callers/exports",
        "POST /calls/<id>/caller-places",
        "POST /channel-rules/tests",
        "POST /collect/v1/beacon",
        "POST /collect/v1/report",
        "POST /collect/v1/sites/demo/page-counts",
        "POST /collect/v1/swap",
        "POST /connection/collections",
        "POST /connection/requests",
        "POST /emails/erasures",
        "POST /emails/exports",
        "POST /fallback/14155550123.twilio",
        "POST /recording-consent/decisions/preview",
        "POST /recording-consent/overrides",
        "POST /recordings/<id>/links",
        "POST /sites/<id>/call-flow/checks",
        "POST /sounds",
        "POST /targets",
        "POST /test-calls",
        "POST /visitors/erasures",
        "POST /visitors/exports",
        "PUT /account/time-zone",
        "PUT /calls/<id>/spam",
        "PUT /sites/<id>/call-flow",
        "PUT /sites/<id>/order-rules",
      ]);
    });

    test("200: calls flagged as spam are left out, or listed alone, by the server", async () => {
      for (const spam of ["hide", "only"]) {
        await site.admin.fetch(`/wp-json/ringtrail/v1/calls?spam=${spam}`);
        expect(site.server.requests.at(-1)?.line).toBe(`GET /v1/calls?limit=50&spam=${spam}`);
      }
    });

    test("refuses strangers, subscribers and requests without a nonce, and asks the server nothing for them", async () => {
      const before = site.server.requests.length;
      const rows = await askEach(await registeredRoutes());
      expect(rows.length).toBeGreaterThan(40);
      for (const { route, stranger, subscriber, withoutNonce } of rows) {
        expect([stranger, subscriber, withoutNonce], route).toEqual([401, 403, 401]);
      }
      expect(site.server.requests.length).toBe(before);
      const overHttp = await ask("/ringtrail/v1/calls", "GET", { cookie: site.admin.cookie });
      expect(overHttp.status).toBe(401);
    });

    test("that reads answers an administrator with a nonce, never from a cache", async () => {
      const reading = (await registeredRoutes()).filter(
        ({ path, method }) =>
          method === "GET" &&
          /calls|pools|consent|caller-places|sounds|sites$|reports|rules|orders|trackers|session/.test(path),
      );
      expect((await askEach(reading, true)).map(({ administrator }) => administrator)).toEqual(reading.map(() => 200));
      const answer = await site.admin.fetch("/wp-json/ringtrail/v1/pools");
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, expect.stringContaining("no-store")]);
    });

    test("carries the key to the server and to nobody else", async () => {
      const answer = await site.admin.fetch("/wp-json/ringtrail/v1/calls");

      expect(site.server.requests.at(-1)).toEqual({
        line: "GET /v1/calls?limit=50",
        authorization: `Bearer ${playedKey}`,
      });
      expect(`${await answer.text()}${JSON.stringify([...answer.headers])}`).not.toContain(playedKey);
    });
  });

  test.each([
    ["a limit too high", "/ringtrail/v1/calls?limit=101"],
    ["a limit that is no number", "/ringtrail/v1/calls?limit=all"],
    ["a place of business with a slash", "/ringtrail/v1/recording-consent/places?business=..%2Fkeys"],
    ["a cursor with a slash", "/ringtrail/v1/calls?cursor=..%2Fkeys"],
  ])("400: %s", async (_why, path) => {
    expect((await site.admin.fetch(`/wp-json${path}`)).status).toBe(400);
  });

  test("404: an id that is none matches no route", async () => {
    expect((await site.admin.fetch("/wp-json/ringtrail/v1/calls/..%2Fapi-keys")).status).toBe(404);
  });

  test("404: a call the server does not know stays its own answer", async () => {
    const answer = await site.admin.fetch(`/wp-json/ringtrail/v1/calls/${callId(99)}`);
    expect([answer.status, (await answer.json()).code]).toEqual([404, "not_found"]);
  });

  test("200: certificate and proof come word for word, as a text in JSON and never as a page of this site", async () => {
    const [certificate, proof] = await Promise.all(
      ["certificate", "proof"].map((form) => site.admin.fetch(`/wp-json/ringtrail/v1/calls/${callId(1)}/${form}`)),
    );

    expect(certificate?.headers.get("content-type")).toContain("application/json");
    expect(await certificate?.json()).toEqual({ text: `<h1>Certificate of ${callId(1)}</h1>` });
    const told = { format: "ringtrail-call-proof/1", call: callId(1), proofs: [{ facts: {} }] };
    expect(await proof?.json()).toEqual({ text: JSON.stringify(told) });
  });

  test("404: a call without a proof stays the server's answer", async () => {
    const answer = await site.admin.fetch(`/wp-json/ringtrail/v1/calls/${callId(99)}/certificate`);
    expect([answer.status, (await answer.json()).code]).toEqual([404, "not_found"]);
  });

  test("422: what is wrong with a question keeps the field it names", async () => {
    const answer = await site.admin.fetch("/wp-json/ringtrail/v1/recording-consent/decisions/preview", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ caller: { number: "555-0123" } }),
    });

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: "phone_malformed",
      message: "This is no phone number. Write it with country code.",
      data: { status: 422, field: "caller.number" },
    });
  });

  describe("a server that cannot answer is a sentence, not a hanging page", () => {
    const servers: Server[] = [];
    const serve = async (answer: Parameters<typeof createServer>[1]): Promise<string> => {
      const server = createServer(answer);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    };
    afterAll(async () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      // What comes after is about a site that is connected.
      await site.connect();
    });

    test.each([
      ["an address where nothing listens", async () => "http://127.0.0.1:9", "server_unreachable"],
      // It never answers: without our own time-out this test would not end.
      ["a server that never answers", () => serve(() => undefined), "server_unreachable"],
      [
        "a server that answers a page",
        () => serve((_request, response) => response.end("<h1>Hello</h1>")),
        "not_a_ringtrail_server",
      ],
      [
        "a redirect, which could carry the key elsewhere",
        () => serve((_request, response) => response.writeHead(302, { location: site.server.url }).end("{}")),
        "server_refused",
      ],
    ])("502: %s", async (_why, address, code) => {
      await site.connect({ server: await address() });
      const answer = await site.admin.fetch("/wp-json/ringtrail/v1/calls");
      expect([answer.status, (await answer.json()).code]).toEqual([502, code]);
      // Nobody waits a second time for a server that did not answer.
      const again = await site.admin.fetch("/wp-json/ringtrail/v1/calls");
      expect((await again.json()).code).toBe(code === "server_unreachable" ? "server_resting" : code);
    });

    test("502: a key the server refuses", async () => {
      await site.connect({ api_key: "rt_test_revoked_key" });
      const answer = await site.admin.fetch("/wp-json/ringtrail/v1/pools");
      expect([answer.status, (await answer.json()).code]).toEqual([502, "key_refused"]);
    });
  });
}
