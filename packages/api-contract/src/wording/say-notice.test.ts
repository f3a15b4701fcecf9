import { expect, test } from "vitest";
import { sayNotice } from "./say-notice.ts";

const table: [action: string, facts: Record<string, string | number | boolean>, words: string][] = [
  ["call_flow.set", { newPhones: "0166 0155" }, "Callers of a site reach new phones: they end in 0166, 0155."],
  [
    "call_flow.set",
    { phones: "3f2a91c0-0000-4000-8000-000000000000 9b1d77aa-0000-4000-8000-000000000000" },
    "Callers of a site reach new phones: 3f2a91c0, 9b1d77aa.",
  ],
  [
    "forwarding.changed",
    { fromPhone: "3f2a91c0-0000-4000-8000-000000000000", toPhone: "9b1d77aa-0000-4000-8000-000000000000" },
    "Calls go to another phone now: to 9b1d77aa; they went to 3f2a91c0.",
  ],
  ["site.added", {}, "A site was added."],
  ["site.added", { to: "0142" }, "A site was added, whose calls go to the phone that ends in 0142."],
  [
    "limits.changed",
    { mostNumbers: 500, countries: "US LV" },
    "The account's limits were changed: at most 500 numbers, calls forwarded to US LV.",
  ],
  [
    "minutes.limit_passed",
    { minutes: 1_200, most: 1_000 },
    "This month's calls lasted 1200 minutes, more than the 1000 you allowed. Calls go on.",
  ],
  [
    "destination.made",
    { kind: "webhook", name: "CRM", isOn: true },
    "Events of calls are sent to a new webhook from now on: CRM.",
  ],
  [
    "destination.changed",
    { kind: "email", name: "Ann", isOn: true },
    "The mailbox Ann, where events of calls are sent, was changed.",
  ],
  [
    "destination.changed",
    { kind: "slack", name: "#calls", isOn: false },
    "Nothing is sent to the Slack channel #calls: it was changed and is switched off.",
  ],
  [
    "destination.removed",
    { kind: "webhook", name: "CRM" },
    "Nothing is sent to the webhook CRM any more: it was removed.",
  ],
  [
    "destination.secret_replaced",
    { kind: "webhook", name: "CRM", oldHours: 24 },
    "The webhook CRM is signed with a new secret; the old one signs beside it for 24 hours.",
  ],
  [
    "silence.began",
    { what: "site", name: "Plumber", since: "2026-03-02 18:00 UTC", missed: 12 },
    "No visit of Plumber was seen since 2026-03-02 18:00 UTC; by its own rhythm that would have happened 12 times. Is the script still on its pages?",
  ],
  [
    "silence.began",
    { what: "pool", name: "+14155550100", since: "2026-03-02 18:00 UTC", missed: 9 },
    "None of the numbers that stand in for +14155550100 has rung since 2026-03-02 18:00 UTC; by its own rhythm that would have happened 9 times. Ring it: does it still lead here, and do pages still show it?",
  ],
  ["silence.over", { what: "site", name: "Plumber" }, "Visits of Plumber are seen again."],
  ["silence.over", { what: "number", name: "+14155550142" }, "The number +14155550142 rings again."],
  ["something.new", {}, "something new."],
];

test.each(table)("%s is a sentence", (action, facts, words) => {
  expect(sayNotice(action, facts)).toBe(words);
});
