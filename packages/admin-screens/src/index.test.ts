import { expect, test } from "vitest";
import * as door from "./index.ts";

test("the package's door has exactly these names", () => {
  expect(Object.keys(door).toSorted()).toEqual([
    "Screens",
    "SetUpSecondFactor",
    "askedOf",
    "createHashRouter",
    "pathOf",
    "placeAt",
    "pollFeed",
    "streamFeed",
    "usePlace",
  ]);
});
