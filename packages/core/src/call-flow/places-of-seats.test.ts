import { expect, test } from "vitest";
import { aCallFlow, aNumber } from "../../testing/index.ts";
import { placesOfSeats, type FlowStep } from "./index.ts";

const [sales, home, gone] = [aNumber("+14155550151"), aNumber("+14155550152"), aNumber("+14155550153")] as const;
const ring: FlowStep = { kind: "ring", phones: [{ phone: sales }, { phone: home }], how: "in_turn", ringSeconds: 20 };

test("every seat from which a call may be answered counts once, and a phone nobody rings does not", () => {
  const seats = [
    { phone: home, place: "US-WA" },
    { phone: sales, place: "US-OR" },
    { phone: aNumber("+14155550199"), place: "US-OR" },
    { phone: gone, place: "DE" },
  ];

  const { destination } = aCallFlow({ destination: aNumber("+14155550199") });
  expect(placesOfSeats({ destination, seats, steps: { first: "ring", all: { ring } } })).toEqual(["US-OR", "US-WA"]);
  expect(placesOfSeats({ destination, seats })).toEqual(["US-OR"]);
  expect(placesOfSeats({ destination })).toEqual([]);
});
