import { memoryWorld, seedClinic, seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { admitFolder } from "./admit-folder.ts";

test("a clinic's callers are exported only where somebody names the agreement; its counts and a shop's callers freely", async () => {
  const world = memoryWorld();
  const [clinic, shop] = [await seedClinic(world), await seedShop(world)];
  const admit = ({ account }: typeof shop, over: { care: boolean; coveredBy?: string }) =>
    admitFolder(world, { account, folder: "out", ...over });

  await expect(admit(clinic, { care: true })).rejects.toMatchObject({ code: "export_uncovered" });
  await expect(admit(clinic, { care: true, coveredBy: "our own disk" })).resolves.toMatchObject({ kind: "export" });
  await expect(admit(clinic, { care: false })).resolves.toBeDefined();
  await expect(admit(shop, { care: true })).resolves.toBeDefined();
});
