import { instant, type Instant } from "@ringtrail/core";
import type { Auth } from "./make-auth.ts";

/** A session as its person sees it. */
export interface OpenedSession {
  readonly id: string;
  readonly token: string;
  readonly signedInAt: Instant;
  readonly seenAt: Instant;
  readonly device: string;
  readonly address: string;
}

/** More than anybody looks through. */
const mostSessions = 100;

/** A person's running sessions, the last used first. One that waits behind an unopened link is none yet. */
export async function openedSessions(auth: Auth, userId: string): Promise<readonly OpenedSession[]> {
  const { internalAdapter } = await auth.$context;
  const sessions = await internalAdapter.listSessions(userId);
  return sessions
    .filter(({ expiresAt, ipAddress, userAgent }) => expiresAt > new Date() && isOpened(ipAddress, userAgent))
    .map(({ id, token, createdAt, updatedAt, userAgent, ipAddress }) => ({
      id,
      token,
      signedInAt: instant(createdAt.getTime()),
      seenAt: instant(updatedAt.getTime()),
      device: userAgent ?? "",
      address: ipAddress ?? "",
    }))
    .toSorted((a, b) => b.seenAt - a.seenAt)
    .slice(0, mostSessions);
}

/** Whoever opens a session tells at least one of both. */
function isOpened(...told: readonly (string | null | undefined)[]): boolean {
  return told.some((one) => one !== null && one !== undefined && one !== "");
}

/** Whether a person has a password: whoever only came by a link sets a first one, and proves nothing by one until then. */
export async function hasPassword(auth: Auth, userId: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const known = await internalAdapter.findCredentialAccount(userId);
  return typeof known?.password === "string";
}

/** Ends every session of a person, those behind unopened links too. */
export async function endSessions(auth: Auth, userId: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUserSessions(userId);
}

/** Takes a person's second factor away. The next sign-in asks for none, and an account that demands one has them set up another. */
export async function removeTwoFactor(auth: Auth, userId: string): Promise<void> {
  const { internalAdapter, adapter } = await auth.$context;
  await adapter.delete({ model: "twoFactor", where: [{ field: "userId", value: userId }] });
  await internalAdapter.updateUser(userId, { twoFactorEnabled: false });
}
