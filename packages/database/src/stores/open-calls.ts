import type { CallStore } from "@ringtrail/core/ports";
import type { FindKey } from "../keys/open-keys.ts";
import type { Database } from "../open-database.ts";
import { callsOfBothSides } from "./both-sides-calls.ts";
import { callStore } from "./call-store.ts";
import { careCallStore } from "./care-call-store.ts";
import { linkKeeper } from "./keep-link.ts";
import { noteHealthcareCall } from "./note-healthcare-call.ts";

/** The store of calls, each part of it under the role of its side. */
export function openCalls(
  { answer, desk, care, glass }: Readonly<Record<"answer" | "desk" | "care" | "glass", Database>>,
  findKey: FindKey,
): CallStore {
  return callsOfBothSides({
    marketing: callStore(answer.sql, desk.sql, desk.db),
    care: careCallStore(care.sql, care.db),
    keepLink: linkKeeper(glass.sql, findKey),
    note: noteHealthcareCall(desk.sql),
  });
}
