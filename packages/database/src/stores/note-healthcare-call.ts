import type { Sql } from "postgres";
import { ringing } from "@ringtrail/core/call-flow";
import type { NoteHealthcareCall } from "./both-sides-calls.ts";

/** Notes in the outbox that a site in healthcare mode has a call: its site and when it rang, and no state, number or credit. */
export function noteHealthcareCall(sql: Sql): NoteHealthcareCall {
  return async (account, { id, site, rangAt }, kind) => {
    await sql`
      select ringtrail.note_healthcare_call(${account}, ${id}, ${site}, ${kind}, ${rangAt}, ${JSON.stringify(ringing)})`;
  };
}
