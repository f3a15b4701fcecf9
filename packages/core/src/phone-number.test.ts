import fc from "fast-check";
import { expect, test } from "vitest";
import { areaCode, maskE164, ok, parseE164 } from "./index.ts";
import { aNumber } from "../testing/index.ts";

test.each(["+14155550100", "+442079460000", "+4930901820", "+1415555010"])("%s is a number", (text) => {
  expect(parseE164(text)).toEqual(ok(text));
});

test("a plus sign that form decoding made a space is read as one", () => {
  expect(parseE164(" 14155550100")).toEqual(ok("+14155550100"));
});

test.each([
  "",
  "anonymous",
  "4155550100",
  "+0155550100",
  "+1415",
  "+1234567890123456",
  "+1415555010x",
  "++14155550100",
  "+1 415",
])("%j is no number, and the reason does not repeat it", (text) => {
  expect(parseE164(text)).toEqual({ ok: false, reason: { code: "phone_malformed" } });
});

test("rubbish never throws", () => {
  fc.assert(fc.property(fc.string(), (text) => typeof parseE164(text).ok === "boolean"));
});

test("a masked number shows the country's side and two digits, and keeps its length", () => {
  expect(maskE164(aNumber("+14155550123"))).toBe("+1••••••••23");
});

test("an area code is told of North American numbers alone", () => {
  expect(areaCode(aNumber("+14155550123"))).toBe("415");
  expect(areaCode(aNumber("+442079460000"))).toBeUndefined();
});
