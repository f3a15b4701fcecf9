import { expect, test } from "vitest";
import { aKey } from "./ask-as-key.ts";
import { twoAccounts } from "./two-accounts.ts";

const path = "/v1/account/export.ndjson";

interface Line {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

test("200: the whole account streams out a row a line, its own rows alone, with no caller and no secret, and is logged", async () => {
  const all = await twoAccounts();
  const { stores, mine, theirs } = all;
  const [account = "", , site = ""] = mine.ids;

  const answer = await all.ask(path);

  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="ringtrail-\d{4}-\d\d-\d\d\.ndjson"$/,
  );
  const text = await answer.text();
  expect(text.endsWith("\n")).toBe(true);
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line): Line => JSON.parse(line));
  const rowsOf = (table: string) => lines.filter((line) => line.table === table).map(({ row }) => row);

  // Every row is of this account, and what it has is there.
  expect(lines.filter(({ row }) => row["account_id"] !== account)).toEqual([]);
  expect(rowsOf("sites").map(({ id }) => id)).toEqual([site]);
  expect(rowsOf("calls").map(({ id, carrier_ref: ref }) => [id, ref])).toEqual([[mine.ids[5], "ref-of-mine"]]);
  expect(rowsOf("consent_proofs")).toMatchObject([{ call_id: mine.ids[5] }]);
  expect(rowsOf("tracking_numbers").length).toBeGreaterThan(1);
  // Callers, their sounds and whatever is sealed stay behind, and so does the other account.
  expect(["callers", "recordings", "transcripts"].flatMap(rowsOf)).toEqual([]);
  expect(text).not.toMatch(/_sealed"|secret_sha256|2025550191|Caller of|sound of/);
  for (const word of theirs.words) expect(text).not.toContain(word);
  // It was logged before it left, so that the copy tells of itself.
  const log = rowsOf("audit_log").map(({ action }) => action);
  expect(log).toEqual(expect.arrayContaining(["site.changed", "account.export"]));
  const reader = await aKey(all, ["calls:export"], { account: account as never });
  expect((await reader(path)).status).toBe(403);
  expect(
    (await stores.accounts.auditLog(account as never, 50)).filter((one) => one.action === "account.export"),
  ).toHaveLength(1);
});
