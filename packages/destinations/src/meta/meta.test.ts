import { instant } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aCaller, aConversion, aPlatform } from "../../testing/a-conversion.ts";
import { hashPhone } from "../ads/hash-phone.ts";
import { mapMetaEvent } from "./map-meta-event.ts";
import { tellMeta } from "./tell-meta.ts";

const pixel = { pixelId: "42", eventName: "Contact", apiVersion: "v24.0", testEventCode: undefined };
const click = { kind: "fbclid", id: "IwAR1", at: instant(1_793_619_165_000) } as const;

// Fields: developers.facebook.com, Conversions API parameters: server event, customer information, custom data.
test("an event has the parameters of a server event, with the click as the cookie has it", () => {
  expect(mapMetaEvent(pixel, aConversion({ click, caller: aCaller }))).toEqual({
    event_name: "Contact",
    event_time: 1_793_622_765,
    event_id: "0123456789abcdef0123456789abcdef",
    action_source: "phone_call",
    user_data: {
      external_id: ["00000001000000020000000300000004"],
      fbc: "fb.1.1793619165000.IwAR1",
      ph: [hashPhone(aCaller, "digits")],
    },
    custom_data: { order_id: "0123456789abcdef0123456789abcdef", value: 1234.5, currency: "USD" },
  });
});

test("each event is sent by itself with the token in a header; one that is refused does not hold the others up", async () => {
  const meta = await aPlatform(({ body }) =>
    body.includes("wrong") ? { status: 400, body: { error: { message: "Invalid parameter" } } } : {},
  );
  const upload = (id: string) => ({ kind: "upload", conversion: aConversion({ id, click }) }) as const;

  const told = await tellMeta(meta.send, { pixel, accessToken: "token", host: meta.host }, [
    upload("wrong"),
    upload("good"),
  ]);

  expect(told.ok && [...told.value]).toEqual([
    ["wrong", expect.stringContaining("Invalid parameter")],
    ["good", undefined],
  ]);
  expect(meta.heard.map(({ path }) => path)).toEqual(["/v24.0/42/events", "/v24.0/42/events"]);
  expect(meta.heard[0]?.headers.authorization).toBe("Bearer token");
});

test("keys that Meta does not take end the round, with what it said", async () => {
  const meta = await aPlatform(() => ({ status: 401, body: { error: { message: "Session has expired" } } }));
  const upload = { kind: "upload", conversion: aConversion({ click }) } as const;

  const told = await tellMeta(meta.send, { pixel, accessToken: "old", host: meta.host }, [upload, upload]);

  expect(told).toMatchObject({
    ok: false,
    reason: { code: "platform_keys_refused", said: expect.stringContaining("expired") },
  });
  expect(meta.heard).toHaveLength(1);
});
