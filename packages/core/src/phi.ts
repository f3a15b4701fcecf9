import { Recipient } from "./healthcare/recipient.ts";

/**
 * Who may read protected health information once it is sealed.
 *
 * `carrier`: the phone company that already knows the number. `care-store`: the encrypted care tables.
 * `care-screen`: a signed-in person whose view is logged. `care-export`: the owner's own copy, logged as well.
 * `fingerprint`: a keyed hash, never the value. `ad-platform`: a hash of a caller's number for a platform, only of
 * somebody who said yes and only when the owner asked for it.
 */
export type CareDoor = "carrier" | "care-store" | "care-screen" | "care-export" | "fingerprint" | "ad-platform";

/**
 * What a person said or who they are: caller number, name, recording, transcript, note.
 *
 * A sealed value is not a string: it cannot be logged, joined to a visit or put into a payload by accident.
 * Printing, comparing or serialising it shows `[phi]`; the value comes out only through `reveal` with a named door.
 */
export class Phi<Value> {
  readonly #value: Value;

  private constructor(value: Value) {
    this.#value = value;
  }

  /** Seals a value at the edge where it enters the system. */
  static seal<Value>(value: Value): Phi<Value> {
    return new Phi(value);
  }

  /**
   * Opens a sealed value for a place outside that was looked at: for a site in healthcare mode one that is covered.
   * Undefined when the recipient was not made by `Recipient.admit`.
   */
  static tell<Value>(sealed: Phi<Value>, recipient: Recipient): Value | undefined {
    return Recipient.isAdmitted(recipient) ? sealed.#value : undefined;
  }

  /** Opens a sealed value for one named door, so that every opening can be found by searching for its name. */
  static reveal<Value>(sealed: Phi<Value>, _door: CareDoor): Value {
    return sealed.#value;
  }

  toJSON(): string {
    return "[phi]";
  }

  toString(): string {
    return "[phi]";
  }
}
