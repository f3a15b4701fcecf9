import { expect, test, vi } from "vitest";
import { aShell } from "../../../testing/a-shell.ts";

// Every command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

test("an account is opened with a link for its owner, once under its name, and shredded by its name told twice", async () => {
  const ringtrail = await aShell();

  const made = await ringtrail("accounts create --name Client --owner Ann@Example.com");
  expect(made.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/#\/link\/\S{32}\n/);
  const again = await ringtrail("accounts create --name Client --owner ann@example.com");
  expect(again.stderr).toContain('ringtrail accounts link --name "Client" --owner ann@example.com');
  const { accounts } = JSON.parse((await ringtrail("--json accounts list")).stdout);
  expect(accounts.filter(({ name }: { name: string }) => name === "Client")).toHaveLength(1);

  const unsure = await ringtrail("accounts shred --name Demo --confirm Demos");
  expect([unsure.status, unsure.stderr]).toEqual([1, expect.stringContaining("shred_unconfirmed")]);
  const shredded = JSON.parse((await ringtrail("--json accounts shred --name Demo --confirm Demo")).stdout);
  expect(shredded).toEqual({ keys: 1, recordings: 0 });
});
