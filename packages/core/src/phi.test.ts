import { expect, test } from "vitest";
import { Phi } from "./index.ts";

const sealed = Phi.seal("+14155550123");

test("a sealed value comes out through a named door and is the same", () => {
  expect(Phi.reveal(sealed, "carrier")).toBe("+14155550123");
});

test("a sealed value cannot be printed, joined to a text or sent by accident", () => {
  const shown = [
    `${sealed}`,
    String(sealed),
    JSON.stringify({ sealed }),
    Object.keys(sealed).join(),
    sealed.toString(),
  ];

  expect(shown.join(" ")).not.toContain("415");
  expect(JSON.stringify({ sealed })).toBe('{"sealed":"[phi]"}');
  expect({ ...sealed }).toEqual({});
  expect(structuredClone(sealed)).toEqual({});
});
