import { isLooser } from "@ringtrail/core/consent";
import { expect, test } from "vitest";
import { decide, rules } from "./rules.ts";

const states = [...rules.places.keys()].filter((place) => place.startsWith("US"));

test("no pair of the 57 places of business and caller is looser than either alone", () => {
  expect(states).toHaveLength(57);
  const alone = (place: string) => decide({ businessJurisdictions: [place], caller: { declared: place } }).minimum;

  const looser = states.flatMap((business) =>
    states.filter((caller) => {
      const { minimum } = decide({ businessJurisdictions: [business], caller: { declared: caller } });
      return isLooser(minimum, alone(business)) || isLooser(minimum, alone(caller));
    }),
  );

  expect(looser).toEqual([]);
});
