import { aRuleSet } from "@ringtrail/core/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { ring, storedCalls } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";
import type { Deps } from "../deps.ts";
import { healCalls } from "./heal-calls.ts";

const caller = "+14155550142";

/** A switch in front of the stores: while it is off, every question fails as it does when PostgreSQL is killed. */
interface Mains {
  on: boolean;
}

async function anAppOn(mains: Mains): Promise<TestApp> {
  const behind = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return (...args: unknown[]): unknown =>
          mains.on
            ? Reflect.apply(method, target, args)
            : Promise.reject(
                Object.assign(new Error("the server closed the connection"), { code: "CONNECTION_CLOSED" }),
              );
      },
    });
  return aTestApp({ slices: ["any"] }, (deps: Deps) => ({
    law: aRuleSet(),
    directory: behind(deps.directory),
    calls: behind(deps.calls),
    care: behind(deps.care),
    visits: behind(deps.visits),
    proofs: behind(deps.proofs),
    jobs: behind(deps.jobs),
    isDatabaseUp: async () => mains.on,
  }));
}

test("the database is gone when the call rings: the business is dialled, unrecorded and without a notice", async () => {
  const mains = { on: false };
  const app = await anAppOn(mains);

  const response = await ring(app, "voice", { From: caller });

  expect(response.status).toBe(200);
  const twiml = await response.text();
  expect(twiml).toMatch(/<Response><Dial [^>]*><Number [^>]*>\+14155550199<\/Number><\/Dial><\/Response>/);
  expect(twiml).not.toContain("record=");
});

test("the database goes during the notice: the business is dialled unrecorded, and all of it is healed later", async () => {
  const mains = { on: true };
  const app = await anAppOn(mains);
  await ring(app, "voice", { From: caller });
  await app.deps.background.settled();

  mains.on = false;
  const answer = await (await ring(app, "notice", { From: caller, CallStatus: "in-progress" })).text();
  expect(answer).toContain("+14155550199");
  expect(answer).not.toContain("record=");
  expect((await ring(app, "dial", { DialCallStatus: "completed", DialCallDuration: "30" })).status).toBe(200);
  expect((await ring(app, "status", { CallStatus: "completed", CallDuration: "40" })).status).toBe(204);
  expect(await healCalls(app.deps)).toBe(0);

  mains.on = true;
  expect(await healCalls(app.deps)).toBe(3);
  const [call] = await storedCalls(app);
  expect(call?.state).toMatchObject({ phase: "ended", talkMs: 30_000, lengthMs: 40_000 });
  expect(call?.state.noticeEndedAt).toBeDefined();
  const proofs = await app.world.proofs.ofCall(app.shop.account, call?.id as never);
  // The notice was heard, but that was written down too late to allow a recording: the proof says that there is none.
  expect(proofs.map(({ kind }) => kind)).toEqual(["decided", "unrecorded"]);
});

test("a whole call without a database is stored afterwards with its own instants, caller and match", async () => {
  const mains = { on: false };
  const app = await anAppOn(mains);
  const rangAt = app.clock.now();
  await ring(app, "voice", { From: caller });
  app.clock.pass(30_000);
  await ring(app, "status", { From: caller, CallStatus: "completed", CallDuration: "30" });
  app.clock.pass(600_000);

  mains.on = true;
  await healCalls(app.deps);
  await healCalls(app.deps);

  const calls = await storedCalls(app);
  expect(calls).toHaveLength(1);
  const facts = await app.world.calls.facts(app.shop.account, calls[0]?.id as never);
  expect(facts).toMatchObject({ rangAt, healed: true, state: { phase: "ended", lengthMs: 30_000 } });
  expect(facts?.match).toBeDefined();
  expect((await app.world.care.caller(app.shop.account, calls[0]?.id as never))?.number).toBeDefined();
});

test("a slow database is not waited for: the answer comes after a second and a half", async () => {
  const app = await aTestApp({ slices: ["any"] }, ({ directory }) => ({
    directory: { ...directory, routeByNumber: () => new Promise(() => undefined) },
  }));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  let answered = false;
  const asked = ring(app, "voice", { From: caller }).finally(() => (answered = true));

  await vi.advanceTimersByTimeAsync(1_499);
  expect(answered).toBe(false);
  await vi.advanceTimersByTimeAsync(1);

  expect(await (await asked).text()).toContain("+14155550199");
  expect(app.deps.spool.isWaiting()).toBe(true);
});

test("an exception of ours is no dead line: the business is dialled", async () => {
  const app = await aTestApp({ slices: ["any"] }, ({ calls }) => ({
    calls: { ...calls, ring: () => Promise.reject(new TypeError("a bug")) },
  }));

  expect(await (await ring(app, "voice", { From: caller })).text()).toContain("+14155550199");
});

test("a report that fails for another reason blocks no other and is not thrown away", async () => {
  const mains = { on: false };
  const app = await anAppOn(mains);
  await ring(app, "voice", { From: caller });
  await ring(app, "voice", { From: caller, CallSid: "CA-other" });
  mains.on = true;
  let failing = true;
  const calls: Deps["calls"] = {
    ...app.world.calls,
    findByRef: (account, connection, ref) =>
      failing && ref === "CA1"
        ? Promise.reject(new TypeError("a bug"))
        : app.world.calls.findByRef(account, connection, ref),
  };
  const deps = { ...app.deps, calls };

  await healCalls(deps);
  expect(await storedCalls(app)).toHaveLength(1);
  expect(deps.spool.isWaiting()).toBe(true);
  failing = false;
  await healCalls(deps);

  expect(await storedCalls(app)).toHaveLength(2);
  expect(deps.spool.isWaiting()).toBe(false);
});
