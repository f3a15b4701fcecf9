import type { GlassRefused } from "@ringtrail/core/healthcare";
import { CommandFailure } from "../output.ts";

type GlassFailed = GlassRefused["code"] | "glass_not_to_agree" | "glass_not_open" | "call_malformed";

const sentences: Readonly<Record<GlassFailed, readonly [says: string, fix: string]>> = {
  glass_role_refused: ["This role may not break the glass.", "Ask an owner or an admin of the account."],
  glass_reason_missing: ["The reason says too little.", "Say why in a sentence: somebody will judge it later."],
  glass_time_too_long: ["Nobody may look for so long.", "Give --minutes 60 or less."],
  glass_not_to_agree: [
    "There is nothing to agree to.",
    "It is over, was agreed to, or is your own: somebody else than who asked must agree.",
  ],
  glass_not_open: [
    "This opening shows nothing.",
    "It is over, waits for a second person, or is another's. Open one: ringtrail break-glass open.",
  ],
  call_malformed: ["This is no call's id.", "Copy it from the call's page."],
};

/** A reason as a failure of the command. */
export function glassFailure(code: GlassFailed): CommandFailure {
  const [says, fix] = sentences[code];
  return new CommandFailure(code, says, fix);
}
