import { err, ok, type Result } from "../result.ts";

/** Where something about a caller would go. */
export interface RecipientAsked {
  readonly kind: "destination" | "notification" | "export";
  readonly name: string;
  /** The caller called a site in healthcare mode. */
  readonly isHealthcare: boolean;
  /** The business associate agreement that covers it: who signed it when, as the owner says. */
  readonly coveredBy: string | undefined;
}

/** Nobody promised to keep the secret there. */
export interface RecipientUncovered {
  readonly code: "recipient_uncovered";
  readonly name: string;
}

/**
 * A place outside that may be told who called. Only `admit` makes one, so a destination that nobody looked at cannot be
 * handed to `Phi.tell`: it does not compile, and nothing is told when somebody casts.
 */
export class Recipient {
  readonly kind: RecipientAsked["kind"];
  readonly name: string;
  readonly #isHealthcare: boolean;
  readonly #isCovered: boolean;

  private constructor({ kind, name, isHealthcare, coveredBy }: RecipientAsked) {
    this.kind = kind;
    this.name = name;
    this.#isHealthcare = isHealthcare;
    this.#isCovered = isCover(coveredBy);
  }

  /** Lets a place in: any the owner chose, and for a site in healthcare mode only one that is covered. */
  static admit(asked: RecipientAsked): Result<Recipient, RecipientUncovered> {
    if (asked.isHealthcare && !isCover(asked.coveredBy)) return err({ code: "recipient_uncovered", name: asked.name });
    return ok(new Recipient(asked));
  }

  /** False for what was not made by `admit`, whatever its type says: the last wall. */
  static isAdmitted(recipient: Recipient): boolean {
    return #isCovered in recipient && (!recipient.#isHealthcare || recipient.#isCovered);
  }
}

function isCover(coveredBy: string | undefined): boolean {
  return coveredBy !== undefined && coveredBy.trim() !== "";
}
