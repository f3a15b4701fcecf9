import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPageGroups, pagePatterns, type PageGroup } from "./index.ts";

/** The group a page finds for its path, as the piece on the page does. */
function groupOf(groups: readonly PageGroup[], path: string): string {
  return pagePatterns(groups).find(([pattern]) => new RegExp(pattern, "i").test(path))?.[1] ?? "other";
}

const groups = [
  { path: "/*", group: "Rest" },
  { path: "/implants/*", group: "Implants" },
  { path: "/implants/cost", group: "Costs" },
  { path: "/implants/all-on-4/*", group: "Full arch" },
  { path: "/zähne.html", group: "Teeth" },
];

test.each([
  ["/", "Rest"],
  ["/implants", "Implants"],
  ["/Implants/", "Implants"],
  ["/implants-abroad", "Rest"],
  ["/implants/cost", "Costs"],
  ["/implants/cost/", "Costs"],
  ["/implants/cost/usa", "Implants"],
  ["/implants/all-on-4/before", "Full arch"],
  ["/z%C3%A4hne.html", "Teeth"],
  ["/z%C3%A4hne-html", "Rest"],
])("the page %s counts as %s", (path, group) => {
  expect(groupOf(groups, path)).toBe(group);
});

test("nothing is on an empty list, and a page of its own is no page below it", () => {
  expect(groupOf([], "/implants")).toBe("other");
  expect(groupOf([{ path: "/implants", group: "Implants" }], "/implants/cost")).toBe("other");
});

test("the order in which a list was written changes nothing", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(groups, { minLength: groups.length }),
      fc.constantFrom("/implants", "/x", "/implants/cost", "/implants/all-on-4/x"),
      (shuffled, path) => {
        expect(groupOf(shuffled, path)).toBe(groupOf(groups, path));
      },
    ),
  );
});

const refused: [why: string, PageGroup[], code: string, nth: number, part: string][] = [
  ["no slash", [{ path: "implants", group: "a" }], "page_path_malformed", 0, "path"],
  ["an address", [{ path: "https://clinic.example/", group: "a" }], "page_path_malformed", 0, "path"],
  ["a query", [{ path: "/a?b", group: "a" }], "page_path_malformed", 0, "path"],
  ["a star in the middle", [{ path: "/a*b", group: "a" }], "page_path_malformed", 0, "path"],
  ["a star without its slash", [{ path: "/a*", group: "a" }], "page_path_malformed", 0, "path"],
  ["too long", [{ path: `/${"a".repeat(200)}`, group: "a" }], "page_path_malformed", 0, "path"],
  ["half a letter", [{ path: "/\ud800", group: "a" }], "page_path_malformed", 0, "path"],
  [
    "the same page twice",
    [
      { path: "/a", group: "a" },
      { path: "/A/", group: "b" },
    ],
    "page_path_twice",
    1,
    "path",
  ],
  ["no name", [{ path: "/a", group: " " }], "page_group_malformed", 0, "group"],
  ["a long name", [{ path: "/a", group: "a".repeat(61) }], "page_group_malformed", 0, "group"],
  ["a line break", [{ path: "/a", group: "a\nb" }], "page_group_malformed", 0, "group"],
  ["a phone number", [{ path: "/a", group: "Ann (415) 555-0142" }], "page_group_names_somebody", 0, "group"],
  ["an e-mail address", [{ path: "/a", group: "ann@clinic.example" }], "page_group_names_somebody", 0, "group"],
];

test.each(refused)("%s is refused, and it is said where", (_why, list, code, nth, part) => {
  expect(checkPageGroups(list)).toEqual({ ok: false, reason: { code, nth, part } });
});

test("a list of paths is kept, several of them under one name, and years are no phone number", () => {
  const list = [...groups, { path: "/veneers", group: "Implants" }, { path: "/fees", group: "Fees 2025/2026" }];

  expect(checkPageGroups(list)).toEqual({ ok: true, value: list });
});
