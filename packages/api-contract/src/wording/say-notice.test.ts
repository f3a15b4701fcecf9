import { expect, test } from "vitest";
import { sayNotice } from "./say-notice.ts";

const table: [action: string, facts: Record<string, string | number | boolean>, words: string][] = [
  ["call_flow.set", { newPhones: "0166 0155" }, "Callers of a site reach new phones: they end in 0166, 0155."],
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
  ["something.new", {}, "something new."],
];

test.each(table)("%s is a sentence", (action, facts, words) => {
  expect(sayNotice(action, facts)).toBe(words);
});
