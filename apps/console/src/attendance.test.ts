import { expect, test } from "vitest";
import { attend } from "./attendance.ts";

const minute = 60_000;

/** A page with a clock that is set by hand, and a server that answers as it is told. */
function aPage() {
  const page = { now: 0, status: 200, code: "", marks: [] as (string | null)[], ended: [] as string[] };
  const attendance = attend({
    fetch: async (_url, init) => {
      page.marks.push(new Headers(init?.headers).get("x-ringtrail-unattended"));
      return new Response(JSON.stringify({ code: page.code }), { status: page.status });
    },
    now: () => page.now,
    idleMs: 15 * minute,
    onEnded: (why) => page.ended.push(why),
    onDemanded: () => page.ended.push("demanded"),
  });
  return { page, ...attendance };
}

test("what a page asks long after the last touch says that nobody asked for it", async () => {
  const { page, ask, touched } = aPage();
  await ask("/v1/calls");
  page.now = 2 * minute;
  await ask("/v1/calls", { headers: { accept: "application/json" } });
  touched();
  await ask("/v1/calls");
  expect(page.marks).toEqual([null, "1", null]);
});

test("somebody who only writes is told of; a page left alone asks nothing until its session must have ended", async () => {
  const { page, touched, look } = aPage();
  page.now = 5 * minute;
  await look();
  expect(page.marks).toEqual([]);
  touched();
  await look();
  await look();
  expect(page.marks).toEqual([null]);
  page.now += 15 * minute;
  await look();
  expect(page.marks).toEqual([null, "1"]);
});

test.each([
  ["session_idle", 2 * minute, ["idle"]],
  ["not_signed_in", 2 * minute, ["elsewhere"]],
  // Another question of the page heard the reason and took it away.
  ["not_signed_in", 20 * minute, ["idle"]],
  ["two_factor_required", 2 * minute, ["demanded"]],
  // A password that was refused is no end of a session.
  ["sign_in_refused", 2 * minute, []],
])("401 %s after %d ms: %j", async (code, after, ended) => {
  const { page, ask } = aPage();
  Object.assign(page, { status: 401, code, now: after });
  const answer = await ask("/v1/calls");
  expect(page.ended).toEqual(ended);
  expect(await answer.json()).toEqual({ code });
});
