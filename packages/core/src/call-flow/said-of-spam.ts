import type { Instant } from "../time.ts";
import type { CallEvent } from "./call-event.ts";
import type { SpamScore } from "./score-spam.ts";

/** A person's word on whether a call is spam. */
export interface SpamSaid {
  readonly isSpam: boolean;
  /** Who said so. */
  readonly by: string;
  readonly at: Instant;
}

/** What a person said last; of two words at one instant the one that clears the call, and of two such the first name. */
export function lastSaid(
  a: SpamSaid | undefined,
  { isSpam, by, at }: CallEvent & { readonly kind: "spam_said" },
): SpamSaid {
  const said = { isSpam, by, at };
  if (a === undefined || at > a.at) return said;
  if (at < a.at) return a;
  if (isSpam !== a.isSpam) return isSpam ? a : said;
  return by < a.by ? said : a;
}

/** Whether a call is flagged: as a person said, else as it looks. A flag hides no call; it lets people filter. */
export function isFlagged(call: {
  readonly spam?: SpamScore | undefined;
  readonly spamSaid?: SpamSaid | undefined;
}): boolean {
  return call.spamSaid?.isSpam ?? call.spam?.advice === "challenge";
}
