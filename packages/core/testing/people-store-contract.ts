import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { after, instant, usualSecurity } from "../src/index.ts";
import type { Invitation } from "../src/ports/index.ts";
import { aCallFlow } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { sha256 } from "./memory-proof-store.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of people must do. */
export function peopleStoreContract(makeWorld: MakeWorld): void {
  inWorld("people store", makeWorld, (world) => {
    test("a person may belong to several accounts, with a role in each, and each account sees its own people", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { accounts } = world();
      const ann = randomUUID();
      await accounts.addMember(shop.account, ann, "owner");
      await accounts.addMember(other.account, ann, "analyst");

      const memberships = await accounts.membershipsOf(ann);

      expect(new Map(memberships.map(({ account, role }) => [account, role]))).toEqual(
        new Map([
          [shop.account, "owner"],
          [other.account, "analyst"],
        ]),
      );
      expect(await accounts.members(other.account)).toEqual([{ userId: ann, role: "analyst" }]);
      expect(await accounts.membershipsOf(randomUUID())).toEqual([]);
    });

    test("roles change and people leave, but an account keeps one owner whoever asks at once", async () => {
      const shop = await seedShop(world());
      const { accounts } = world();
      const [ann, bob] = [randomUUID(), randomUUID()];
      await accounts.addMember(shop.account, ann, "owner");
      await accounts.addMember(shop.account, bob, "agent");

      expect(await accounts.changeRole(shop.account, ann, "admin")).toBe("last_owner");
      expect(await accounts.removeMember(shop.account, ann)).toBe("last_owner");
      expect(await accounts.changeRole(shop.account, bob, "owner")).toBe("changed");
      const both = await Promise.all([
        accounts.removeMember(shop.account, ann),
        accounts.changeRole(shop.account, bob, "agent"),
      ]);

      expect(both.toSorted()).toEqual(["changed", "last_owner"]);
      expect((await accounts.members(shop.account)).filter(({ role }) => role === "owner")).toHaveLength(1);
      expect(await accounts.changeRole((await seedShop(world())).account, bob, "agent")).toBe("absent");
      expect(await accounts.removeMember(shop.account, randomUUID())).toBe("absent");
    });

    test("what an owner wants of sign-ins is kept, and a site in healthcare mode is noticed", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { accounts } = world();
      const wish = { requiresTwoFactor: true, idleMinutes: 60, keyDays: undefined };
      expect(await accounts.signInFacts(shop.account)).toEqual({ ...usualSecurity, isHealthcare: false });

      await accounts.saveSecurity(shop.account, { ...wish, keyDays: 90 });
      await accounts.saveSecurity(shop.account, wish);
      await accounts.saveFlow(shop.account, shop.site, aCallFlow({ isHealthcare: true }));

      expect(await accounts.signInFacts(shop.account)).toEqual({ ...wish, isHealthcare: true });
      expect(await accounts.signInFacts(other.account)).toEqual({ ...usualSecurity, isHealthcare: false });
    });

    test("an account is opened with its owner, and never under a name that is taken", async () => {
      const { accounts } = world();
      const [ann, name] = [randomUUID(), `Client ${randomUUID()}`];

      const made = await accounts.openAccount(name, ann);

      expect(made).toBeDefined();
      expect(await accounts.membershipsOf(ann)).toEqual([{ account: made, role: "owner" }]);
      expect(await accounts.openAccount(name, randomUUID())).toBeUndefined();
    });

    test("an invitation is found by its token until it expires, is answered once, and is withdrawn by its account alone", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { accounts } = world();
      const first = anInvitation(shop, "carl@example.com");
      await accounts.invite(first, sha256(first.id));
      const second = anInvitation(shop, "carl@example.com");
      await accounts.invite(second, sha256(second.id));
      const now = at("10:00");

      expect(await accounts.invitations(shop.account)).toEqual([second]);
      expect(await accounts.invitationByHash(sha256(first.id), now)).toBeUndefined();
      expect(await accounts.invitationByHash(sha256(second.id), now)).toEqual(second);
      expect(await accounts.invitationByHash(sha256(second.id), second.expiresAt)).toBeUndefined();
      expect(await accounts.withdrawInvitation(other.account, second.id)).toBe(false);
      expect(await accounts.takeInvitation(shop.account, second.id, "carl", second.expiresAt)).toBe(false);
      const twice = await Promise.all([
        accounts.takeInvitation(shop.account, second.id, "carl", now),
        accounts.takeInvitation(shop.account, second.id, "carl", now),
      ]);
      expect(twice.toSorted()).toEqual([false, true]);
      expect(await accounts.members(shop.account)).toContainEqual({ userId: "carl", role: "agent" });
      await accounts.invite(first, sha256(first.id));
      expect(await accounts.withdrawInvitation(shop.account, first.id)).toBe(true);
      expect(await accounts.invitations(shop.account)).toEqual([]);
    });
  });
}

function anInvitation(shop: Shop, email: string): Invitation {
  const expiresAt = instant(after(at("10:00"), 60_000));
  return { id: randomUUID(), account: shop.account, email, role: "agent", invitedBy: "user:ann", expiresAt };
}
