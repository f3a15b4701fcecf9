import { expect, test } from "vitest";
import { announcementProblem } from "./announcement-problem.ts";

const refused = (field: string | undefined): Error =>
  Object.assign(new Error(), { problem: { status: 422, title: "It is wrong.", fix: "Mend it.", field } });

test.each([
  ["silence.reason", "Write why callers are not told"],
  ["silence.author", "Write who decided it"],
  ["announcement.text", "Write what callers hear"],
  ["placeWordings.3.announcement.question.text", "Write what callers hear"],
  ["announcement.sound", "It is wrong. Mend it."],
  ["placeWordings.0.announcement.short.sound", "It is wrong. Mend it."],
  ["announcement.language", "It is wrong. Mend it."],
])("a refusal of %s is said beside that field", (field, words) => {
  const problem = announcementProblem(refused(field));

  expect(problem.field).toBe(field);
  expect(problem.words).toContain(words);
});

test.each([["steps.all.menu.words.text"], ["destination"], ["placeWordings.0.place"], [undefined]])(
  "a refusal of %s is about no field of the form, and is said all the same",
  (field) => {
    expect(announcementProblem(refused(field))).toEqual({ field: undefined, words: "It is wrong. Mend it." });
  },
);

test("a lost network says that nothing typed is lost", () => {
  expect(announcementProblem(new TypeError("fetch failed")).words).toContain("What you wrote is still here");
});
