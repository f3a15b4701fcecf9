import { parseE164, Phi, type E164 } from "@ringtrail/core";
import type { Callback, CallEvent } from "@ringtrail/core/call-flow";
import { planAfterNotice, planRing } from "@ringtrail/core/call-flow";
import { aCallFlow, aDecision } from "@ringtrail/core/testing";
import { describe, expect, test } from "vitest";
import type { Carrier, CarrierDocument, CarrierMessage } from "../src/carrier.ts";

/** How a suite speaks for one carrier: it makes the messages that carrier would send. */
export interface CarrierVoice {
  readonly carrier: Carrier;
  readonly secret: string;
  /** A signed first webhook of a call. Undefined `from` is a caller who withholds the number. */
  ring(call: { readonly ref: string; readonly from: string | undefined; readonly to: string }): CarrierMessage;
  /** A signed callback that means this moment of the call. */
  tell(ref: string, moment: Moment): CarrierMessage;
  /** False where the carrier signs the body alone, so that a message counts at any of our addresses. */
  readonly signsAddress?: false;
  /** The message without its signature, where that is not a header. */
  unsigned?(message: CarrierMessage): CarrierMessage;
  /** A document's words as a person reads them, where they are written otherwise. */
  readable?(document: CarrierDocument): string;
}

/** The moments every carrier can tell. */
export type Moment = "notice-heard" | "notice-refused" | "answered" | "busy" | "recorded" | "ended";

const callbackOf: Readonly<Record<Moment, Callback>> = {
  "notice-heard": "notice-ended",
  "notice-refused": "notice-ended",
  answered: "status",
  busy: "dial-ended",
  recorded: "recording",
  ended: "status",
};
const eventOf: Readonly<Record<Moment, CallEvent["kind"]>> = {
  "notice-heard": "notice_ended",
  "notice-refused": "refused",
  answered: "answered",
  busy: "dial_ended",
  recorded: "recording_ready",
  ended: "ended",
};

/** What any carrier must do, whatever its words are. */
export function carrierContract(name: string, voice: CarrierVoice): void {
  const { carrier, secret, ring, tell, readable = ({ body }: CarrierDocument) => body } = voice;
  const { unsigned = (message: CarrierMessage) => ({ ...message, header: () => undefined }) } = voice;
  describe(name, () => {
    const call = { ref: "call-1", from: "+14155550123", to: "+14155550111" };

    test("a ring signed with the connection's secret is read into neutral words", () => {
      const verified = carrier.verify(ring(call), secret);
      const read = verified.ok ? carrier.readVoice(verified.value) : verified;
      expect(read).toMatchObject({ ok: true, value: { carrierRef: call.ref, to: call.to, rang: { kind: "rang" } } });
      const from = read.ok ? read.value.from : undefined;
      expect(from && Phi.reveal(from, "carrier")).toBe(call.from);
    });

    test("a caller who withholds the number has none", () => {
      const verified = carrier.verify(ring({ ...call, from: undefined }), secret);
      const read = verified.ok ? carrier.readVoice(verified.value) : verified;
      expect(read.ok && read.value.from).toBeUndefined();
      expect(read.ok).toBe(true);
    });

    test("a message with another secret, address or body is refused", () => {
      const message = ring(call);
      const forged = [
        ...(voice.signsAddress === false ? [] : [{ ...message, url: `${message.url}x` }]),
        { ...message, body: `${message.body}&x=1` },
      ];
      expect(carrier.verify(message, `${secret}x`)).toEqual({ ok: false, reason: { code: "signature_wrong" } });
      for (const one of forged) expect(carrier.verify(one, secret).ok).toBe(false);
      expect(carrier.verify(unsigned(message), secret)).toEqual({
        ok: false,
        reason: { code: "signature_missing" },
      });
    });

    test.each(Object.keys(callbackOf) as Moment[])(
      "%s is one event of the caller's call, and the same when repeated",
      (moment) => {
        const read = () => {
          const verified = carrier.verify(tell(call.ref, moment), secret);
          return verified.ok ? carrier.readCallback(callbackOf[moment], verified.value) : verified;
        };
        expect(read()).toMatchObject({
          ok: true,
          value: { carrierRef: call.ref, events: [{ kind: eventOf[moment] }] },
        });
        expect(read()).toEqual(read());
      },
    );

    test("the first document asks for the notice's end and needs nothing else of us", () => {
      const asked: Callback[] = [];
      const document = carrier.render(planRing(flow, recorded), (callback) => urlOf(asked, callback));
      expect(asked).toEqual(["notice-ended"]);
      expect(readable(document)).toContain(flow.destination);
      expect(readable(document)).toContain(flow.announcement.text);
    });

    test("the document after the notice reports every moment", () => {
      const asked: Callback[] = [];
      carrier.render(planAfterNotice(flow, recorded, "heard"), (callback) => urlOf(asked, callback));
      expect(asked).toEqual(expect.arrayContaining(["dial-ended", "recording", "status"]));
    });
  });
}

const announcement = { text: "This call is recorded.", language: "en-US", refusalKey: "9" };
const flow = aCallFlow({ destination: e164("+14155550100"), announcement });
const recorded = aDecision();

function urlOf(asked: Callback[], callback: Callback): string {
  asked.push(callback);
  return `https://calls.example/${callback}`;
}

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
