import type { CallEvent } from "@ringtrail/core/call-flow";
import { readInstant, type Told } from "./read-fields.ts";

/**
 * Something happened while the two talked: whoever answered pressed keys, somebody is being joined to the call (`who`,
 * the extension), or that somebody was told of the recording.
 */
export function readTalk({ fields, at: heardAt }: Told): readonly CallEvent[] {
  const when = fields("when");
  const at = readInstant(when, heardAt);
  const [keys, joined, told] = [fields("keys"), fields("joined"), fields("told")];
  if (keys !== undefined) return [{ kind: "agent_pressed", at, key: `keys:${when ?? at}`, keys: keys.slice(0, 8) }];
  if (joined !== undefined) return [{ kind: "joined", at, key: `joined:${joined}`, who: joined }];
  return told === undefined ? [] : [{ kind: "newcomer_told", at, key: `told:${told}`, who: told }];
}
