import type { AccountId } from "@ringtrail/core";
import type { CallFlow } from "@ringtrail/core/call-flow";
import type { Deps } from "../deps.ts";

/** A flow names a sound the account does not have. */
export interface SoundNotKept {
  readonly code: "sound_unknown";
  readonly field: string;
}

/**
 * The first place of a flow that names a sound the account does not have; undefined when all are there. A caller would
 * hear nothing at that place.
 */
export async function findUnknownSound(
  { sounds }: Pick<Deps, "sounds">,
  account: AccountId,
  flow: CallFlow,
): Promise<SoundNotKept | undefined> {
  const named = soundsIn(flow, []);
  if (named.length === 0) return undefined;
  const kept = new Set((await sounds.sounds(account)).map(({ sha256 }) => sha256));
  const missing = named.find(({ sound }) => !kept.has(sound));
  return missing && { code: "sound_unknown", field: missing.field };
}

/** Wherever words stand in a flow, their sound is called `sound`: announcements, steps, and what comes later. */
function soundsIn(
  value: unknown,
  path: readonly string[],
): readonly { readonly field: string; readonly sound: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "sound" && typeof part === "string"
      ? [{ field: [...path, key].join("."), sound: part }]
      : soundsIn(part, [...path, key]),
  );
}
