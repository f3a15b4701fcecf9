import { carrierContract, type Moment } from "../../testing/carrier-contract.ts";
import { aTelnyxSigner } from "../../testing/telnyx-signer.ts";
import { telnyx } from "./telnyx.ts";

const { message, secret } = aTelnyxSigner();
const base = "https://calls.example/carriers/telnyx/1";
/** Only the addresses of a leg and its recording carry the number. */
const ofLeg = `${base}/status?number=14155550111`;

const words: Readonly<Record<Moment, Readonly<Record<string, string>>>> = {
  "notice-heard": { CallStatus: "in-progress" },
  "notice-refused": { CallStatus: "in-progress", Digits: "9" },
  answered: { CallSid: "v3:leg", CallStatus: "in-progress" },
  busy: { DialCallStatus: "busy", DialCallSid: "v3:leg" },
  recorded: { RecordingSid: "rec1", RecordingStatus: "completed", RecordingUrl: "https://s3.example/rec1" },
  ended: { CallStatus: "completed", CallDuration: "61" },
};

carrierContract("Telnyx", {
  carrier: telnyx,
  secret,
  signsAddress: false,
  ring: ({ ref, from, to }) => message({ CallSid: ref, From: from ?? "anonymous", To: to, AccountSid: "1" }),
  tell: (ref, moment) =>
    message(
      { CallSid: ref, ...(moment === "answered" ? { ParentCallSid: ref } : {}), ...words[moment] },
      moment === "ended" ? `${base}/status` : ofLeg,
    ),
});
