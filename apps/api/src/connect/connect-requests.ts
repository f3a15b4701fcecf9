import { randomBytes, randomInt } from "node:crypto";
import type { AccountId, SiteId } from "@ringtrail/core";
import { z } from "zod";
import { hashToken, type Auth } from "../auth/make-auth.ts";

/** How long a code can be approved and collected. */
const lifeMs = 10 * 60_000;

/** Letters that make no word and are not mistaken for one another. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";

const approval = z.object({
  account: z.string(),
  site: z.string(),
  actor: z.string(),
  mayKnowCallers: z.boolean().default(false),
});
const kept = z.object({
  name: z.string(),
  origin: z.string(),
  secretHash: z.string(),
  approved: approval.optional(),
});
type Kept = z.infer<typeof kept>;

/** Who let a program act for a site. */
export interface ConnectApproved {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly actor: string;
  readonly mayKnowCallers: boolean;
}

/** A request that waits. */
export interface ConnectWaiting extends Pick<Kept, "name" | "origin"> {
  readonly expiresAt: Date;
}

/** What becomes of a request for who knows its secret. */
export type ConnectState = "waiting" | { readonly name: string; readonly approved: ConnectApproved };

/** Requests to be connected, among the auth library's one-time values: no table of ours, and they end by themselves. */
export interface ConnectRequests {
  readonly open: (wish: Pick<Kept, "name" | "origin">) => Promise<{ code: string; secret: string; expiresAt: Date }>;
  readonly read: (code: string) => Promise<ConnectWaiting | undefined>;
  readonly approve: (code: string, by: ConnectApproved) => Promise<boolean>;
  /** The answer, once; undefined when there is no such request, or the secret is another one. */
  readonly collect: (code: string, secret: string) => Promise<ConnectState | undefined>;
}

/** Keeps them. Code and secret are kept as hashes: who reads the table can neither approve nor collect. */
export function connectRequests(auth: Auth): ConnectRequests {
  const at = (code: string): string => `connect-request:${hashToken(code)}`;
  const find = async (code: string): Promise<{ readonly request: Kept; readonly expiresAt: Date } | undefined> => {
    const { internalAdapter } = await auth.$context;
    const row = await internalAdapter.findVerificationValue(at(code));
    if (row === null || row.expiresAt.getTime() <= Date.now()) return undefined;
    return { request: kept.parse(JSON.parse(row.value)), expiresAt: row.expiresAt };
  };
  return {
    open: async (wish) => {
      const { internalAdapter } = await auth.$context;
      const code = newCode();
      const secret = randomBytes(32).toString("base64url");
      const expiresAt = new Date(Date.now() + lifeMs);
      const value = JSON.stringify({ ...wish, secretHash: hashToken(secret) } satisfies Kept);
      await internalAdapter.createVerificationValue({ identifier: at(code), value, expiresAt });
      return { code, secret, expiresAt };
    },
    read: async (code) => {
      const found = await find(code);
      if (found === undefined || found.request.approved !== undefined) return undefined;
      const { name, origin } = found.request;
      return { name, origin, expiresAt: found.expiresAt };
    },
    approve: async (code, approved) => {
      const found = await find(code);
      if (found === undefined || found.request.approved !== undefined) return false;
      const { internalAdapter } = await auth.$context;
      const value = JSON.stringify({ ...found.request, approved } satisfies Kept);
      await internalAdapter.updateVerificationByIdentifier(at(code), { value });
      return true;
    },
    collect: async (code, secret) => {
      const found = await find(code);
      if (found?.request.secretHash !== hashToken(secret)) return undefined;
      if (found.request.approved === undefined) return "waiting";
      const { internalAdapter } = await auth.$context;
      // Of two who collect at once one gets it: the row is taken, not only read.
      const taken = await internalAdapter.consumeVerificationValue(at(code));
      if (taken === null) return undefined;
      const { name, approved } = found.request;
      return { name, approved: approved as ConnectApproved };
    },
  };
}

function newCode(): string {
  const all = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
  return `${all.slice(0, 4)}-${all.slice(4)}`;
}
