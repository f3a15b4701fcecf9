import { expect, test } from "vitest";
import { workedCases } from "./a-case.ts";
import { decide } from "./rules.ts";

test("there are 66 worked cases", () => {
  expect(workedCases).toHaveLength(66);
});

test.each(workedCases)("$id $title: $minimum, because $why", ({ question, minimum, recommended, detail }) => {
  const { placeOfRecording, reason, ...facts } = detail;
  const readings = placeOfRecording === undefined ? {} : { placeOfRecording };

  const decision = decide(question);

  expect(decision).toMatchObject({ minimum, recommended, readings, detail: facts });
  expect([undefined, ...decision.reasons.map(({ code }) => code)]).toContain(reason);
});

const trusting = workedCases.filter((one) => one.minimumIfAreaCodeTrusted !== undefined);

test.each(trusting)("$id $title, the area code trusted: $minimumIfAreaCodeTrusted", (one) => {
  const decision = decide({ ...one.question, policy: { trustAreaCode: true } });

  expect(decision.minimum).toBe(one.minimumIfAreaCodeTrusted);
});
