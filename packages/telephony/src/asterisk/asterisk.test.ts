import { aMessage, someday } from "../../testing/build-message.ts";
import { carrierContract, type Moment } from "../../testing/carrier-contract.ts";
import { asterisk } from "./asterisk.ts";
import { sign } from "./verify-signature.ts";

const secret = "a secret of the connection";
const url = "https://calls.example/carriers/asterisk/1/voice?number=14155550111";

function signed(form: Readonly<Record<string, string>>) {
  return aMessage({ url, body: sign(url, new URLSearchParams(form).toString(), secret, someday) });
}

const words: Readonly<Record<Moment, Readonly<Record<string, string>>>> = {
  "notice-heard": { played: "heard", key: "" },
  "notice-refused": { played: "key", key: "9" },
  answered: { answered: "1772526600000" },
  busy: { dialstatus: "BUSY", dialcause: "17", answered: "", dialended: "1772526600000" },
  recorded: { recording: "ringtrail-1772526600.1", bytes: "320000" },
  ended: { ended: "1772526600000", cause: "16" },
};

carrierContract("Asterisk", {
  carrier: asterisk,
  secret,
  ring: ({ ref, from, to }) => signed({ callid: ref, from: from ?? "anonymous", to, rang: "1772526599000" }),
  tell: (ref, moment) => signed({ callid: ref, ...words[moment] }),
  unsigned: (message) => ({ ...message, body: message.body.replace(/&sig=.*/, "") }),
  readable: ({ body }) => [...new URLSearchParams(body).values()].join("\n"),
});
