import { expect, test } from "vitest";
import { aCaller, aConversion, aPlatform, aToldConversion } from "../../testing/a-conversion.ts";
import { hashPhone } from "../ads/hash-phone.ts";
import { mapGa4Event } from "./map-ga4-event.ts";
import { tellGa4 } from "./tell-ga4.ts";

const stream = { measurementId: "G-TEST", eventName: "generate_lead" };

// Fields: developers.google.com, Measurement Protocol reference, and "Send user-provided data" for user_data.
test("an event has the protocol's fields; what the visitor did not allow is denied", () => {
  expect(mapGa4Event(stream, aConversion({ caller: aCaller }))).toEqual({
    client_id: "1.2",
    timestamp_micros: 1_793_622_765_000_000,
    consent: { ad_user_data: "GRANTED", ad_personalization: "DENIED" },
    user_data: { sha256_phone_number: [hashPhone(aCaller, "e164")] },
    events: [
      {
        name: "generate_lead",
        params: { transaction_id: "0123456789abcdef0123456789abcdef", value: 1234.5, currency: "USD" },
      },
    ],
  });
  expect(mapGa4Event(stream, aConversion({ saidYes: false, worth: undefined }))).toMatchObject({
    consent: { ad_user_data: "DENIED" },
    events: [{ params: { transaction_id: expect.any(String) } }],
  });
});

test("GA4 takes whatever it is sent, so its validation server is asked first, and a wrong event is not sent", async () => {
  const ga4 = await aPlatform(({ path, body }) => {
    const isWrong = path.startsWith("/debug") && body.includes("wrong");
    return { body: { validationMessages: isWrong ? [{ description: "Event name is reserved." }] : [] } };
  });
  const upload = (id: string) => ({ kind: "upload", conversion: aConversion({ id }) }) as const;
  const retract = { kind: "retract", told: aToldConversion() } as const;

  const told = await tellGa4(ga4.send, { stream, apiSecret: "s", host: ga4.host }, [
    upload("good"),
    upload("wrong"),
    retract,
  ]);

  expect(told.ok && [...told.value]).toEqual([
    ["good", undefined],
    ["wrong", "Event name is reserved."],
  ]);
  const paths = ga4.heard.map(({ path }) => path);
  expect(paths).toEqual([
    "/debug/mp/collect?measurement_id=G-TEST&api_secret=s",
    "/mp/collect?measurement_id=G-TEST&api_secret=s",
    "/debug/mp/collect?measurement_id=G-TEST&api_secret=s",
  ]);
});
