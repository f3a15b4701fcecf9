import { expect, test } from "vitest";
import { after, day, minute, type AccountId, type Instant } from "../src/index.ts";
import type { OnceClaim } from "../src/ports/index.ts";
import { at } from "./fixed-clock.ts";
import { sha256 } from "./memory-proof-store.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

const ten = at("10:00");
const answer = { status: 201, sealed: "c2VhbGVk" };

function aClaim(over: Partial<OnceClaim> = {}): OnceClaim {
  const now = over.at ?? ten;
  const limits = { forgottenSince: after(now, -day), deadSince: after(now, -minute) };
  return { key: "k", requestSha256: sha256("a request"), at: now, ...limits, ...over };
}

/** What every store of idempotency keys must do. */
export function idempotencyStoreContract(makeWorld: MakeWorld): void {
  inWorld("idempotency store", makeWorld, (world) => {
    const anAccount = async (): Promise<AccountId> => (await seedShop(world())).account;
    const claim = async (account: AccountId, over: Partial<OnceClaim> = {}) =>
      world().idempotency.claim(account, aClaim(over));
    const passed = (ms: number): { readonly at: Instant } => ({ at: after(ten, ms) });

    test("a repetition gets the first answer", async () => {
      const account = await anAccount();

      expect(await claim(account)).toEqual({ kind: "first" });
      expect(await claim(account)).toEqual({ kind: "busy" });
      await world().idempotency.finish(account, "k", answer);

      expect(await claim(account, passed(1))).toEqual({ kind: "answered", answer });
    });

    test("another request under a used key is refused, answered or not", async () => {
      const account = await anAccount();
      await claim(account);

      expect(await claim(account, { requestSha256: sha256("another") })).toEqual({ kind: "other" });
      await world().idempotency.finish(account, "k", answer);
      expect(await claim(account, { requestSha256: sha256("another") })).toEqual({ kind: "other" });
    });

    test("of requests that come together one is the first", async () => {
      const account = await anAccount();

      const outcomes = await Promise.all(Array.from({ length: 8 }, () => claim(account)));

      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([...Array(7).fill("busy"), "first"]);
    });

    test("a released key may be used again, a finished one stays", async () => {
      const account = await anAccount();
      await claim(account);
      await world().idempotency.release(account, "k");

      expect(await claim(account, { requestSha256: sha256("another") })).toEqual({ kind: "first" });
      await world().idempotency.finish(account, "k", answer);
      await world().idempotency.release(account, "k");
      expect(await claim(account, { requestSha256: sha256("another") })).toEqual({ kind: "answered", answer });
    });

    test("a request that died gives its key back, an answer only after a day", async () => {
      const account = await anAccount();
      await claim(account);

      expect(await claim(account, passed(minute - 1))).toEqual({ kind: "busy" });
      expect(await claim(account, passed(minute))).toEqual({ kind: "first" });
      await world().idempotency.finish(account, "k", answer);
      const end = minute + day;
      expect(await claim(account, passed(end - 1))).toEqual({ kind: "answered", answer });
      expect(await claim(account, passed(end))).toEqual({ kind: "first" });
    });

    test("accounts do not share keys", async () => {
      await claim(await anAccount());

      expect(await claim(await anAccount())).toEqual({ kind: "first" });
    });
  });
}
