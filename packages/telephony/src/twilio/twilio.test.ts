import { aMessage } from "../../testing/build-message.ts";
import { carrierContract, type Moment } from "../../testing/carrier-contract.ts";
import { twilio } from "./twilio.ts";
import { sign } from "./verify-signature.ts";

const secret = "an auth token";
const url = "https://calls.example/carriers/twilio/1/voice?number=14155550111";

function signed(form: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(form).toString();
  return aMessage({ url, body, signature: sign(url, body, secret) });
}

const words: Readonly<Record<Moment, Readonly<Record<string, string>>>> = {
  "notice-heard": { CallStatus: "in-progress", Digits: "" },
  "notice-refused": { CallStatus: "in-progress", Digits: "9" },
  answered: { CallSid: "CA2", CallStatus: "in-progress" },
  busy: { DialCallStatus: "busy", DialCallSid: "CA2" },
  recorded: { RecordingSid: "RE1", RecordingStatus: "completed", RecordingUrl: "https://api.example/RE1" },
  ended: { CallStatus: "completed", CallDuration: "61" },
};

carrierContract("Twilio", {
  carrier: twilio,
  secret,
  ring: ({ ref, from, to }) => signed({ CallSid: ref, From: from ?? "+266696687", To: to, CallStatus: "ringing" }),
  tell: (ref, moment) =>
    signed({ CallSid: ref, ...(moment === "answered" ? { ParentCallSid: ref } : {}), ...words[moment] }),
});
