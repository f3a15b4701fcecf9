import { afterAll, expect, test } from "vitest";
import { workedCases } from "./a-case.ts";
import { decide } from "./rules.ts";

test("there are 66 worked cases", () => {
  expect(workedCases).toHaveLength(66);
});

const table = ["case      answer          recommended     because"];
// The whole table, for whoever reads the law's log instead of its code.
afterAll(() => console.log(table.join("\n")));

test.each(workedCases)("$id $title: $minimum, because $why", ({ id, why, question, minimum, recommended, detail }) => {
  const { placeOfRecording, reason, ...facts } = detail;
  const readings = placeOfRecording === undefined ? {} : { placeOfRecording };

  const decision = decide(question);
  table.push(`${id.padEnd(9)} ${decision.minimum.padEnd(15)} ${decision.recommended.padEnd(15)} ${why}`);

  expect(decision).toMatchObject({ minimum, recommended, readings, detail: facts });
  expect([undefined, ...decision.reasons.map(({ code }) => code)]).toContain(reason);
});

const trusting = workedCases.filter((one) => one.minimumIfAreaCodeTrusted !== undefined);

test.each(trusting)("$id $title, the area code trusted: $minimumIfAreaCodeTrusted", (one) => {
  const decision = decide({ ...one.question, policy: { trustAreaCode: true } });

  expect(decision.minimum).toBe(one.minimumIfAreaCodeTrusted);
});
