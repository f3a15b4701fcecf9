import { instant } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aCaller, aConversion, aPlatform, aToldConversion } from "../../testing/a-conversion.ts";
import { hashPhone } from "../ads/hash-phone.ts";
import { mapAdjustments, mapUploads } from "./map-google-requests.ts";
import { tellGoogleAds } from "./tell-google-ads.ts";
import { writeGoogleAdjustments, writeGoogleConversions } from "./write-google-files.ts";

const account = {
  customerId: "1234567890",
  loginCustomerId: undefined,
  conversionActionId: "987",
  conversionName: "Phone call",
  apiVersion: "v26",
};
const now = instant(Date.UTC(2026, 10, 3));

// Columns: the CSV template behind support.google.com/google-ads/answer/7014069, and GBRAID and WBRAID beside them.
test("the file is Google's template, with a column for the ids of iOS clicks when there is one", () => {
  const plain = writeGoogleConversions([aConversion()], "Phone call");
  const mixed = writeGoogleConversions(
    [aConversion(), aConversion({ click: { kind: "wbraid", id: "w1", at: now }, saidYes: false, worth: undefined })],
    "Call, answered",
  );

  expect(plain.split("\r\n")).toEqual([
    "Parameters:TimeZone=+0000",
    "Google Click ID,Conversion Name,Conversion Time,Conversion Value,Conversion Currency,Order ID,Ad User Data,Ad Personalization",
    "TeSter-123,Phone call,2026-11-02 12:32:45+0000,1234.50,USD,0123456789abcdef0123456789abcdef,Granted,",
    "",
  ]);
  expect(mixed.split("\r\n").slice(1, 4)).toEqual([
    "Google Click ID,WBRAID,Conversion Name,Conversion Time,Conversion Value,Conversion Currency,Order ID,Ad User Data,Ad Personalization",
    'TeSter-123,,"Call, answered",2026-11-02 12:32:45+0000,1234.50,USD,0123456789abcdef0123456789abcdef,Granted,',
    ',w1,"Call, answered",2026-11-02 12:32:45+0000,,,0123456789abcdef0123456789abcdef,,',
  ]);
});

// Columns and words (RESTATE, RETRACT, unlike the API's): support.google.com/google-ads/answer/7686280.
test("the file of adjustments names a conversion by its order id", () => {
  const told = aToldConversion();
  const restated = { kind: "restate", told, worth: { micros: 70_000_000, currency: "USD" } } as const;

  expect(writeGoogleAdjustments([restated, { kind: "retract", told }], "Phone call", now).split("\r\n")).toEqual([
    "Parameters:TimeZone=+0000",
    "Order ID,Conversion Name,Adjustment Time,Adjustment Type,Adjusted Value,Adjusted Value Currency",
    "0123456789abcdef0123456789abcdef,Phone call,2026-11-03 00:00:00+0000,RESTATE,70.00,USD",
    "0123456789abcdef0123456789abcdef,Phone call,2026-11-03 00:00:00+0000,RETRACT,,",
    "",
  ]);
});

// Fields: google/ads/googleads, services/conversion_upload_service.proto (ClickConversion) as its JSON mapping has them.
const clickConversionFields =
  "gclid gbraid wbraid conversionAction conversionDateTime conversionValue currencyCode orderId userIdentifiers consent";

test("an upload has the fields of ClickConversion and no others; a caller goes with a gclid alone", () => {
  const conversions = [aConversion({ caller: aCaller }), aConversion({ click: { kind: "gbraid", id: "g", at: now } })];

  const { conversions: mapped, partialFailure } = mapUploads(account, conversions);

  expect(partialFailure).toBe(true);
  const fields = new Set(mapped.flatMap((one) => Object.keys(one)));
  expect([...fields].filter((field) => !clickConversionFields.split(" ").includes(field))).toEqual([]);
  expect(mapped).toEqual([
    {
      gclid: "TeSter-123",
      conversionAction: "customers/1234567890/conversionActions/987",
      conversionDateTime: "2026-11-02 12:32:45+00:00",
      conversionValue: 1234.5,
      currencyCode: "USD",
      orderId: "0123456789abcdef0123456789abcdef",
      userIdentifiers: [
        {
          userIdentifierSource: "FIRST_PARTY",
          // printf +12065550123 | sha256sum
          hashedPhoneNumber: "70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        },
      ],
      consent: { adUserData: "GRANTED" },
    },
    expect.not.objectContaining({ userIdentifiers: expect.anything() }),
  ]);
});

// Fields: services/conversion_adjustment_upload_service.proto. "An error will be returned if provided for a retraction."
test("an adjustment restates a value or retracts, without a value", () => {
  const told = aToldConversion();
  const restated = { kind: "restate", told, worth: { micros: 1, currency: "EUR" } } as const;
  const named = {
    conversionAction: "customers/1234567890/conversionActions/987",
    orderId: told.id,
    adjustmentDateTime: "2026-11-03 00:00:00+00:00",
  };

  expect(mapAdjustments(account, [restated, { kind: "retract", told }], now)).toEqual({
    conversionAdjustments: [
      { ...named, adjustmentType: "RESTATEMENT", restatementValue: { adjustedValue: 0.000001, currencyCode: "EUR" } },
      { ...named, adjustmentType: "RETRACTION" },
    ],
    partialFailure: true,
  });
});

const keys = { developerToken: "dev", clientId: "id", clientSecret: "secret", refreshToken: "refresh" };
const upload = { kind: "upload", conversion: aConversion() } as const;

test("a fresh token is asked for, both services are told, and what one row did wrong is said of that row", async () => {
  const errors = [
    {
      message: "The click is too old.",
      location: { fieldPathElements: [{ fieldName: "conversions", index: 1 }, { fieldName: "gclid" }] },
    },
  ];
  const google = await aPlatform(({ path }) => {
    if (path === "/token") return { body: { access_token: "fresh", expires_in: 3599 } };
    const partialFailureError = { code: 3, message: "Multiple errors", details: [{ errors }] };
    return { body: path.endsWith(":uploadClickConversions") ? { partialFailureError, results: [{}, {}] } : {} };
  });
  const hosts = { api: google.host, token: `${google.host}/token` };
  const second = { kind: "upload", conversion: aConversion({ id: "second" }) } as const;
  const retract = { kind: "retract", told: aToldConversion({ id: "third" }) } as const;

  const told = await tellGoogleAds(google.send, { account, keys, hosts }, [upload, second, retract], now);

  expect(told.ok && [...told.value]).toEqual([
    [upload.conversion.id, undefined],
    ["second", "The click is too old."],
    ["third", undefined],
  ]);
  expect(google.heard.map(({ path }) => path)).toEqual([
    "/token",
    "/v26/customers/1234567890:uploadClickConversions",
    "/v26/customers/1234567890:uploadConversionAdjustments",
  ]);
  expect(google.heard[1]?.headers).toMatchObject({ authorization: "Bearer fresh", "developer-token": "dev" });
});

test("keys that Google withdrew are named as such, and nothing is sent", async () => {
  const google = await aPlatform(() => ({ status: 400, body: { error: "invalid_grant" } }));
  const hosts = { api: google.host, token: `${google.host}/token` };

  const told = await tellGoogleAds(google.send, { account, keys, hosts }, [upload], now);

  expect(told).toMatchObject({
    ok: false,
    reason: { code: "platform_keys_refused", said: expect.stringContaining("invalid_grant") },
  });
  expect(google.heard).toHaveLength(1);
});

test("a number is hashed as each platform spells it", () => {
  expect(hashPhone(aCaller, "e164")).toBe("70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8");
  expect(hashPhone(aCaller, "digits")).toBe("f856915b04611d4e5006e4860d32727e3bbf55ef76ec7ad671bacf1710b64fb6");
});
