import { Phi, type AccountId, type CallId } from "@ringtrail/core";
import { open, seal } from "../keys/seal.ts";

/** Which of a caller's values: sealed for its place, so that none can be moved to another. */
export type Field = "number" | "name";

function contextOf(account: AccountId, call: CallId, field: Field): string {
  return `${account}/${call}/${field}`;
}

/** Seals one of a caller's values for its place. Null where there is none. */
export function sealText(
  key: Uint8Array,
  account: AccountId,
  call: CallId,
  field: Field,
  value: Phi<string> | undefined,
): Uint8Array | null {
  if (value === undefined) return null;
  return seal(key, Buffer.from(Phi.reveal(value, "care-store")), contextOf(account, call, field));
}

/** Opens one of a caller's values. Undefined where there is none. */
export function openText<Text extends string>(
  key: Uint8Array,
  account: AccountId,
  call: CallId,
  field: Field,
  sealed: Uint8Array | null,
): Phi<Text> | undefined {
  if (sealed === null) return undefined;
  return Phi.seal(Buffer.from(open(key, sealed, contextOf(account, call, field))).toString("utf8") as Text);
}
