import { DestinationWanted } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { draftOf, emptyDestination, usualEvents, wantedOf, type DestinationDraft } from "./destination-draft.ts";

const id = "0199f3c2-0000-7000-8000-000000000001";
const draft = { ...emptyDestination("America/Chicago"), name: " CRM ", facts: usualEvents("email") };

test.each<[kind: string, Partial<DestinationDraft>]>([
  ["a webhook", { url: " https://crm.example/hooks ", sendsCaller: true, site: id }],
  ["a mailbox", { kind: "email", to: "ann@example.com", quietFrom: "20:00", quietTo: "07:00" }],
  ["a Slack channel", { kind: "slack", quietFrom: "20:00", quietTo: "07:00" }],
])("what was written of %s is what the API takes, and comes back as it was", (_kind, over) => {
  const wanted = DestinationWanted.parse(wantedOf({ ...draft, ...over }));
  const { kind, name, facts, site, isOn, ...settings } = wanted;
  const shown = { id, kind, name, facts, site, isOn, settings, failures: 0, createdAt: "2026-11-26T00:00:00.000Z" };

  const again = draftOf(shown, "America/Chicago");

  expect(again === undefined ? undefined : wantedOf(again)).toEqual(wanted);
});

test("a kind that this version does not know cannot be written anew", () => {
  const shown = { id, kind: "pager", name: "P", facts: [], isOn: true, settings: {}, failures: 0, createdAt: "" };

  expect(draftOf(shown, "UTC")).toBeUndefined();
});
