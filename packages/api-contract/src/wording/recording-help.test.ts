import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { notLegalAdvice, recordingHelp } from "./recording-help.ts";

const guide = readFileSync(new URL("../../../../docs/guides/may-i-record.md", import.meta.url), "utf8");
const inOneLine = guide.replaceAll(/\s+/g, " ");

test.each(recordingHelp.map((topic) => [topic.question, topic] as const))(
  "the guide answers %s in the screen's words",
  (question, { answer }) => {
    expect(guide).toContain(`\n## ${question}\n`);
    for (const paragraph of answer) expect(inOneLine).toContain(paragraph);
  },
);

test("every question of the guide but what changed, which the screen shows itself, is among the help", () => {
  const asked = [...guide.matchAll(/^## (.+)$/gm)].map(([, question]) => question);
  expect(recordingHelp.map(({ question }) => question)).toEqual(asked.filter((one) => !one?.includes("2017 article")));
  expect(inOneLine).toContain(notLegalAdvice);
});
