import { expect, test, vi } from "vitest";
import { aShell } from "../../../testing/a-shell.ts";

// Every command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

test("a webhook is set up, tested and listed, and its events are seen and sent again; what is wrong is said plainly", async () => {
  const ringtrail = await aShell();

  const made = await ringtrail(
    "destinations add --name CRM --webhook https://crm.example/hooks --events voicemail,form",
  );
  expect(made.stdout).toMatch(/^whsec_/m);
  const { delivery } = JSON.parse((await ringtrail("destinations test CRM --no-wait --json")).stdout);
  // Neither needs what the other does.
  const [unsafe, wrong, list, log, again] = await Promise.all([
    ringtrail("destinations add --name CRM --webhook http://127.0.0.1/x"),
    ringtrail("destinations add --name Ann --mail ann@example.com --quiet 20:00"),
    ringtrail("destinations list"),
    ringtrail("destinations deliveries --destination CRM"),
    ringtrail("destinations resend --destination CRM --from 2026-01-01T00:00:00Z --before 2026-01-02T00:00:00Z"),
  ]);

  expect(unsafe.stderr).toMatch(/^destination_address_refused: /m);
  expect(wrong.stderr).toMatch(/^destination_wrong: quiet\.to: /m);
  expect(list.stdout).toMatch(/ {2}webhook {2}CRM {2}well {2}voicemail,form$/m);
  expect(log.stdout).toMatch(new RegExp(`^${delivery} .* waiting +test +not tried yet$`, "m"));
  expect(again.stdout).toContain("0 events are sent to CRM again.");
});
