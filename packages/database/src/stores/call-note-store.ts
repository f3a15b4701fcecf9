import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { Phi, type AccountId, type CallId } from "@ringtrail/core";
import type { CallNote, CallNoteStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, desc, eq, inArray } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { open, seal } from "../keys/seal.ts";
import { makeId } from "../make-id.ts";
import { callNotes } from "../schema/index.ts";

const contextOf = (account: AccountId, call: CallId): string => `${account}/${call}/note`;

/** What somebody wrote about a call, sealed as a whole: which tags there are tells what callers said, too. */
export function callNoteStore(db: PostgresJsDatabase, findKey: FindKey): CallNoteStore {
  return {
    writeNote: async (account, call, { note, author, at }) => {
      const noteSealed = sealNote(await findKey(account, "care"), account, call, note);
      await actForAccount(db, account, (work) =>
        work
          .insert(callNotes)
          .values({ accountId: account, id: makeId<string>(), callId: call, author, at, noteSealed }),
      );
    },
    noteOf: async (account, call) => {
      const key = await findKey(account, "care");
      const [row] = await actForAccount(db, account, (work) =>
        work
          .select()
          .from(callNotes)
          .where(and(eq(callNotes.accountId, account), eq(callNotes.callId, call)))
          .orderBy(desc(callNotes.at), desc(callNotes.id))
          .limit(1),
      );
      if (row === undefined) return undefined;
      return { note: openNote(key, account, call, row.noteSealed), author: row.author, at: row.at };
    },
  };
}

/** Seals what was written of a call for its place. */
export function sealNote(key: Uint8Array, account: AccountId, call: CallId, note: Phi<CallNote>): Uint8Array {
  return seal(key, Buffer.from(JSON.stringify(Phi.reveal(note, "care-store"))), contextOf(account, call));
}

/** Opens it, for a door with a name. */
export function openNote(key: Uint8Array, account: AccountId, call: CallId, sealed: Uint8Array): Phi<CallNote> {
  const { lead, tags, text } = JSON.parse(Buffer.from(open(key, sealed, contextOf(account, call))).toString("utf8"));
  return Phi.seal({ lead, tags, text });
}

/** Forgets what was written of these calls, within somebody else's transaction. */
export async function forgetNotes(
  work: Pick<PostgresJsDatabase, "delete">,
  account: AccountId,
  calls: readonly CallId[],
): Promise<void> {
  if (calls.length === 0) return;
  await work.delete(callNotes).where(and(eq(callNotes.accountId, account), inArray(callNotes.callId, [...calls])));
}
