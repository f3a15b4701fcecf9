import { randomBytes } from "node:crypto";
import { Phi, type AccountId, type CallId, type E164 } from "@ringtrail/core";
import type { CallNote } from "@ringtrail/core/ports";
import type { FindKey } from "../keys/open-keys.ts";
import { seal } from "../keys/seal.ts";
import { sealNote } from "../stores/call-note-store.ts";
import { sealPlaceNumber } from "../stores/caller-place-store.ts";
import { fingerprintOf } from "../stores/fingerprint-of.ts";
import { sealText } from "../stores/seal-text.ts";
import { secretContext } from "../stores/site-directory.ts";

/** A line of an export, read. */
export type Row = Readonly<Record<string, unknown>>;

/** What a row is completed with. */
export interface RowGround {
  readonly account: AccountId;
  readonly findKey: FindKey;
  /** An uploaded sound by its hash: as it came, and as telephones hear it. */
  readonly soundOf: (sha256: string) => Promise<{ readonly original: Uint8Array; readonly telephone: Uint8Array }>;
}

/** Puts into a row what an export leaves out. */
export type CompleteRow = (row: Row, ground: RowGround) => Promise<Row>;

const hex = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : `\\x${Buffer.from(bytes).toString("hex")}`;

const textIn = (row: Row, column: string): string => String(row[column] ?? "");

/** By table. Whatever is not named here is kept as it stands in its file. */
export const completedRows: ReadonlyMap<string, CompleteRow> = new Map<string, CompleteRow>([
  // No hash of a secret looks like this, so the key opens nothing until its owner makes a new one.
  ["api_keys", async (row) => ({ ...row, secret_sha256: `came without its secret: ${textIn(row, "id")}` })],
  ["connections", withoutSecret],
  // Without its key a shop is connected and not installed: its merchant opens the app once more.
  ["shopify_shops", async (row) => ({ ...row, installed_at: null })],
  ["sounds", withSound],
  ["callers", sealCaller],
  ["caller_places", sealPlace],
  ["call_notes", sealNoteOfRow],
]);

/** A secret nobody knows: whatever claims to come from this carrier is refused until the owner gives the real one. */
async function withoutSecret(row: Row, { account, findKey }: RowGround): Promise<Row> {
  const context = secretContext(account, textIn(row, "carrier"), textIn(row, "carrier_account"));
  const unknown = Buffer.from(randomBytes(32).toString("base64url"));
  return { ...row, secret_sealed: hex(seal(await findKey(account, "secrets"), unknown, context)) };
}

async function withSound(row: Row, { soundOf }: RowGround): Promise<Row> {
  const { original, telephone } = await soundOf(textIn(row, "sha256"));
  return { ...row, original: hex(original), telephone: hex(telephone) };
}

async function sealCaller({ number, name, ...row }: Row, { account, findKey }: RowGround): Promise<Row> {
  const key = await findKey(account, "care");
  const call = textIn(row, "call_id") as CallId;
  const sealed = (field: "number" | "name", value: unknown) =>
    typeof value === "string" ? hex(sealText(key, account, call, field, Phi.seal(value))) : null;
  return {
    ...row,
    fingerprint: typeof number === "string" ? hex(fingerprintOf(key, number)) : null,
    number_sealed: sealed("number", number),
    name_sealed: sealed("name", name),
  };
}

async function sealPlace({ number, ...row }: Row, { account, findKey }: RowGround): Promise<Row> {
  const key = await findKey(account, "care");
  const { fingerprint, numberSealed } = sealPlaceNumber(key, account, Phi.seal(String(number) as E164));
  // An export from before bills had a place of their own says where people are.
  return { kind: "declared", ...row, fingerprint: hex(fingerprint), number_sealed: hex(numberSealed) };
}

async function sealNoteOfRow({ note, ...row }: Row, { account, findKey }: RowGround): Promise<Row> {
  const key = await findKey(account, "care");
  const words = Phi.seal(note as CallNote);
  return { ...row, note_sealed: hex(sealNote(key, account, textIn(row, "call_id") as CallId, words)) };
}
