import { expect, test } from "vitest";
import { aCandidate, aMatch, aTouch, sourceTouch } from "../../testing/index.ts";
import { leadingTouch, type CallMatch } from "./index.ts";

const campaign = aTouch({ campaign: "known by the visit" });
const led = (kind: CallMatch["kind"]) => aMatch({ kind, candidates: [aCandidate({ touch: campaign })] });

test.each(["exact", "likely", "ambiguous"] as const)(
  "%s: the visit's touch leads, it knows more than the number",
  (kind) => {
    expect(leadingTouch(led(kind), sourceTouch)).toBe(campaign);
  },
);

test.each(["returning", "outside", "pollution", "none"] as const)(
  "%s: no visit is named, only the number's source",
  (kind) => {
    expect(leadingTouch(led(kind), sourceTouch)).toBe(sourceTouch);
    expect(leadingTouch(led(kind), undefined)).toBeUndefined();
  },
);

test("a call nobody has matched yet is named by its number's source", () => {
  expect(leadingTouch(undefined, sourceTouch)).toBe(sourceTouch);
});
