import { randomInt } from "node:crypto";
import type { Exchange, FakeNumber } from "../exchange.ts";
import { setNumber } from "../rent-number.ts";

type Given = Readonly<Record<string, unknown>>;

/** A TeXML application: the addresses of the numbers that belong to it. */
export interface TexmlApplication {
  readonly id: string;
  readonly account: string;
  readonly fields: Given;
  /** The numbers that belong to it, by their ids. */
  readonly numbers: ReadonlySet<string>;
}

/** Makes an application, or changes the fields that are given; its numbers follow. */
export function keepApplication(exchange: Exchange, known: TexmlApplication | string, given: Given): TexmlApplication {
  const before =
    typeof known === "string"
      ? { id: String(randomInt(10 ** 9, 10 ** 12)), account: known, fields: {}, numbers: new Set<string>() }
      : known;
  const kept = { ...before, fields: { ...before.fields, ...given } };
  exchange.applications.set(kept.id, kept);
  for (const number of [...exchange.numbers.values()].filter(({ sid }) => kept.numbers.has(sid))) {
    setNumber(exchange, number, settingsOf(kept));
  }
  return kept;
}

/** Moves a number to an application, whose addresses are its own from now on. */
export function joinApplication(exchange: Exchange, number: FakeNumber, application: TexmlApplication): FakeNumber {
  for (const other of exchange.applications.values()) {
    const numbers = new Set(other.numbers);
    numbers.delete(number.sid);
    exchange.applications.set(other.id, { ...other, numbers });
  }
  const numbers = new Set([...application.numbers, number.sid]);
  exchange.applications.set(application.id, { ...application, numbers });
  return setNumber(exchange, number, settingsOf(application));
}

/** The application a number belongs to. */
export function applicationOf(exchange: Exchange, number: FakeNumber): TexmlApplication | undefined {
  return [...exchange.applications.values()].find(({ numbers }) => numbers.has(number.sid));
}

/**
 * An application has one method for all of its webhooks ("Voice method: HTTP method that will be used to interact with
 * your webhooks"), and no page says otherwise of the failover address: so that is asked the same way.
 */
function settingsOf({ fields }: TexmlApplication): Given {
  const method = String(fields["voice_method"] ?? "post").toUpperCase();
  return {
    VoiceUrl: fields["voice_url"] ?? "",
    VoiceMethod: method,
    VoiceFallbackUrl: fields["voice_fallback_url"] ?? "",
    VoiceFallbackMethod: method,
    StatusCallback: fields["status_callback"] ?? "",
    StatusCallbackMethod: String(fields["status_callback_method"] ?? "post").toUpperCase(),
  };
}
