import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { at, aVisit, planFor, seedShop } from "@ringtrail/core/testing";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { createStores } from "../src/create-stores.ts";
import { freshDatabase, must } from "./test-cluster.ts";

test("a page never waits longer than the answer's time: a statement that is held up fails, and the next one works", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-timeout-"));
  const database = await freshDatabase(inject("postgres18"));
  const keys = { file: path.join(folder, "master.key") };
  const stores = must(
    await createStores({ url: database.url, keys, recordingsFolder: folder, answerTimeoutMs: 1_000 }),
  );
  const intruder = { rewriteProof: noHand, eraseProof: noHand, flipRecordingBit: noHand };
  const shop = await seedShop({ ...stores, intruder });
  const lend = () =>
    stores.pools.lend(shop.account, aVisit({ site: shop.site }), [planFor(shop, at("10:00"), { isFirm: true })]);
  await lend();
  const holder = postgres(database.superuserUrl, { max: 1 });

  const refused = await holder.begin(async (sql) => {
    await sql`select from ringtrail.visits for update`;
    return lend().then(
      () => "answered",
      (error: { readonly code?: string }) => error.code,
    );
  });
  const [lent] = await lend();
  await Promise.all([stores.close(), holder.end()]);
  await database.drop();
  rmSync(folder, { recursive: true });

  // SQLSTATE 57014: cancelled by the statement timeout.
  expect(refused).toBe("57014");
  expect(lent?.how).toBe("kept");
});

const noHand = () => Promise.resolve();
