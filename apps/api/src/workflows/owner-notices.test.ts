import { instant, second } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";
import { ownerNotices, seeNotices } from "./owner-notices.ts";

test("every owner is told until they have seen it, and one's look hides nothing from another", async () => {
  const { deps, shop, clock } = await aTestApp();
  const { account } = shop;
  const [ann, bob] = [
    { account, actor: "ann" },
    { account, actor: "bob" },
  ];
  const facts = { from: "0199", to: "0166", country: "US", tell: "owners" };
  const change = () =>
    deps.accounts.audit(account, { actor: "ann", action: "forwarding.changed", object: "s", at: clock.now(), facts });
  await deps.accounts.audit(account, { actor: "x", action: "number.rents", object: "n", at: clock.now(), facts: {} });
  await change();

  expect(await ownerNotices(deps, ann)).toMatchObject([{ action: "forwarding.changed" }]);
  await seeNotices(deps, ann, clock.now());
  expect(await ownerNotices(deps, ann)).toEqual([]);
  expect(await ownerNotices(deps, bob)).toHaveLength(1);

  clock.pass(second);
  await change();
  expect(await ownerNotices(deps, ann)).toHaveLength(1);
  expect(await ownerNotices(deps, bob)).toHaveLength(2);
});

test("nobody sees what is still to come", async () => {
  const { deps, shop, clock } = await aTestApp();
  const ann = { account: shop.account, actor: "ann" };
  await seeNotices(deps, ann, instant(clock.now() + 86_400_000));
  clock.pass(second);
  const entry = { actor: "thief", action: "limits.changed", object: "a", at: clock.now(), facts: { tell: "owners" } };
  await deps.accounts.audit(shop.account, entry);

  expect(await ownerNotices(deps, ann)).toHaveLength(1);
});
