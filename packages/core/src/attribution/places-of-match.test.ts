import { expect, test } from "vitest";
import { aCandidate, aHolding, aMatch, anId } from "../../testing/index.ts";
import type { VisitId } from "../ids.ts";
import { placesOfMatch } from "./index.ts";

const visit = (name: string) => anId<VisitId>(name);

test("a visit's place counts with the visit's probability, unless nobody knows it or the visit hardly called", () => {
  const candidates = [
    aCandidate({ visit: visit("ann"), probability: 0.6 }),
    aCandidate({ visit: visit("bob"), probability: 0.3 }),
    aCandidate({ visit: visit("cyd"), probability: 0.009 }),
  ];
  const holdings = [
    aHolding({ visit: visit("cyd"), region: { code: "DE-BE", certainty: 1 } }),
    aHolding({ visit: visit("bob") }),
    aHolding({ visit: visit("ann"), region: { code: "US-CA", certainty: 0.8 } }),
  ];

  expect(placesOfMatch(aMatch({ candidates }), holdings)).toEqual([{ place: "US-CA", probability: 0.6 }]);
});
