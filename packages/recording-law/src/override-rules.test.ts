import { decideRecording } from "@ringtrail/core/consent";
import { expect, test } from "vitest";
import { mustLoad } from "../testing/rules.ts";
import { loadRuleSet } from "./load-rule-set.ts";

const stricterTexas = {
  place: "US-TX",
  phone: "announce",
  reason: "Our counsel wants every Texan told.",
  author: "Ann Ruiz",
  date: "2026-11-24",
};

const load = (...overrides: unknown[]) => loadRuleSet({ countries: ["US"], overrides: { overrides } });
const texan = { businessJurisdictions: ["US-TX"], caller: { declared: "US-TX" } };

test("an owner's override decides, and its reason, author and date stand with the decision", async () => {
  const decided = decideRecording(mustLoad(await load(stricterTexas)), texan);
  if (!decided.ok) throw new Error(decided.reason.code);
  const { reason, author, date } = stricterTexas;

  expect(decided.value.minimum).toBe("announce");
  expect(decided.value.reasons).toContainEqual({
    code: "owner_override",
    place: "US-TX",
    override: { reason, author, date },
  });
});

test("an overridden rule set has a name and a hash of its own", async () => {
  const [plain, changed] = [mustLoad(await load()), mustLoad(await load(stricterTexas))];

  expect(changed.name).toBe("current with the owner's overrides");
  expect(changed.hash).not.toBe(plain.hash);
  expect(changed.version).toBe(plain.version);
});

const wrong: [why: string, override: object, at: string][] = [
  ["without a reason", { ...stricterTexas, reason: "" }, "overrides[0].reason"],
  ["without an author", { ...stricterTexas, author: undefined }, "overrides[0].author"],
  ["without a day", { ...stricterTexas, date: "yesterday" }, "overrides[0].date"],
  ["of a place without a rule", { ...stricterTexas, place: "US-ZZ" }, "overrides[0].place"],
  ["that changes nothing", { ...stricterTexas, phone: undefined }, "overrides[0].phone"],
  ["to a means that does not exist", { ...stricterTexas, phone: "loud" }, "overrides[0].phone"],
];

test.each(wrong)("an override %s is refused", async (_why, override, at) => {
  expect(await load(override)).toEqual({ ok: false, reason: { code: "override_wrong", at } });
});
