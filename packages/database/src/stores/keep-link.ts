import { createHmac, hkdfSync } from "node:crypto";
import type { Sql } from "postgres";
import type { AccountId, CallId } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import { wayOfCall, type LengthBucket } from "@ringtrail/core/healthcare";
import type { CallFacts } from "@ringtrail/core/ports";
import type { FindKey } from "../keys/open-keys.ts";
import { seal } from "../keys/seal.ts";

/** What is kept of a call between the sides: which way it came, or how long it lasted. */
export type LinkPart = { readonly touch: Touch | undefined } | { readonly length: LengthBucket };

/** Keeps a part until its period is counted. */
export type KeepLink = (
  account: AccountId,
  call: Pick<CallFacts, "id" | "site" | "rangAt">,
  part: LinkPart,
) => Promise<void>;

/** Keeps links in the third table, under a key of its own: its rows name no call that either side could read. */
export function linkKeeper(glass: Sql, findKey: FindKey): KeepLink {
  return async (account, { id, site, rangAt }, part) => {
    const key = await findKey(account, "links");
    const link = {
      site,
      day: new Date(rangAt).toISOString().slice(0, 10),
      way: "touch" in part ? wayOfCall(part.touch) : null,
      length: "length" in part ? part.length : null,
    };
    const sealed = seal(key, Buffer.from(id), `${account}/link`);
    await glass`select glass.keep_link(${account}, ${JSON.stringify(link)}, ${markOf(key, id)}, ${sealed})`;
  };
}

/** What a call is found by in the third table: a hash under that table's key, which says nothing without it. */
export function markOf(key: Uint8Array, call: CallId): Uint8Array {
  const marks = new Uint8Array(hkdfSync("sha256", key, new Uint8Array(), "call mark", 32));
  return createHmac("sha256", marks).update(call).digest();
}
