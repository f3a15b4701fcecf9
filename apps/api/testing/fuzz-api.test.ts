import { allEndpoints } from "@ringtrail/api-contract";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { madeUpRequest } from "./made-up-request.ts";
import { ownDoors, twoAccounts } from "./two-accounts.ts";

/** 10,000 requests over the whole document in the long run. */
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
vi.setConfig({ testTimeout: 1_200_000 });

/** A stream that never ends is asked by its own test. */
const doors = allEndpoints.filter(({ mediaType }) => mediaType !== "text/event-stream");
const perDoor = isLong ? Math.ceil(10_000 / doors.length) : 2;

test("whatever is asked, no door breaks, and no answer holds a word of another account", async () => {
  const { app, ask, clock, mine, theirs, logged } = await twoAccounts();
  const ids = [...mine.ids, ...theirs.ids];
  let asked = 0;
  for (const endpoint of doors) {
    for (const request of fc.sample(madeUpRequest(endpoint, ids), { numRuns: perDoor, seed: 20_261_126 + asked })) {
      // The limits of the doors are not what is asked after.
      clock.pass(60_000);
      const { path, method, body, headers } = request;
      const isOwn = ownDoors.includes(endpoint);
      const answer = isOwn
        ? await ask(path, { method, body, headers })
        : await app.request(path, {
            method,
            headers: { ...headers, "content-type": "text/plain", origin: "https://plumber.example" },
            ...(method === "GET" || body === undefined ? {} : { body: JSON.stringify(body) }),
          });
      asked += 1;
      const text = answer.body === null ? "" : await answer.text();
      const about = `${method} ${path} ${JSON.stringify(body)} -> ${answer.status} ${text.slice(0, 300)} ${logged.at(-1)}`;
      // A carrier that answers nonsense is told as such; what is ours never breaks.
      expect(answer.status < 500 || /"code":"carrier_\w+"|"code":"shopify_\w+"/.test(text), about).toBe(true);
      // What the request itself said may come back.
      const said = `${path} ${JSON.stringify(body)}`;
      const leaked = theirs.words.filter((word) => text.includes(word) && !said.includes(word));
      expect(isOwn ? leaked : [], about).toEqual([]);
      expect([...answer.headers.keys()], about).not.toContain("set-cookie");
    }
  }
  expect(asked).toBe(doors.length * perDoor);
  console.log(`${asked} made-up requests at ${doors.length} doors`);
});

test("every door, asked by the ids of another account, shows and changes nothing of it", async () => {
  const { ask, mine, theirs, stores, clock } = await twoAccounts();
  const [theirAccount, , theirSite] = theirs.ids;
  const before = await stores.accounts.flowOf(theirAccount as never, theirSite as never);
  for (const endpoint of ownDoors.filter(({ mediaType }) => mediaType !== "text/event-stream")) {
    for (const id of isLong ? theirs.ids : theirs.ids.slice(0, 8)) {
      clock.pass(60_000);
      const path = endpoint.path.replaceAll(/\{\w+\}/g, id);
      // A door without an id in its address is asked once.
      if (path === endpoint.path && id !== theirAccount) continue;
      const query = Object.keys(endpoint.query?.shape ?? {}).includes("site") ? `?site=${theirSite}` : "";
      const answer = await ask(`${path}${query}`, { method: endpoint.method, ...(endpoint.body && { body: {} }) });
      const text = await answer.text();
      const leaked = theirs.words.filter((word) => text.includes(word) && !`${path}${query}`.includes(word));
      expect(leaked, `${endpoint.method} ${path}${query} -> ${answer.status} ${text.slice(0, 200)}`).toEqual([]);
    }
  }
  expect(await stores.accounts.flowOf(theirAccount as never, theirSite as never)).toEqual(before);
  expect((await stores.accounts.auditLog(theirAccount as never, 50)).length).toBe(1);
  expect(mine.ids).not.toContain(theirAccount);
});
