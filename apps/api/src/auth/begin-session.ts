import { sessionLifeMs } from "./find-session.ts";
import type { Auth } from "./make-auth.ts";
import { linkIdentifier } from "./make-owner-link.ts";

/** From where a link is opened. */
export interface OpenedFrom {
  readonly address: string | undefined;
  readonly device: string | undefined;
}

/**
 * Lets the session behind a link begin now: it was made with the link, up to days ago, and nobody used it since. Does
 * nothing for a token that is none of ours or has expired; the library says so.
 */
export async function beginSession(auth: Auth, token: string, { address, device }: OpenedFrom): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const link = await internalAdapter.findVerificationValue(linkIdentifier(token));
  const now = new Date();
  if (link === null || link.expiresAt < now) return;
  await internalAdapter.updateSession(link.value, {
    createdAt: now,
    updatedAt: now,
    expiresAt: new Date(now.getTime() + sessionLifeMs),
    ipAddress: address ?? "",
    userAgent: device ?? "",
  });
}
