import { parseE164, type E164 } from "@ringtrail/core";

/** A number written in our own sources. @throws when it is mistyped, which only a programmer can do. */
export function knownE164(text: string): E164 {
  const parsed = parseE164(text);
  if (!parsed.ok) throw new Error(`${text} is no number in E.164`);
  return parsed.value;
}
