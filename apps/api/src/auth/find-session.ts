import { instant, type Instant, type Milliseconds } from "@ringtrail/core";
import type { Auth } from "./make-auth.ts";

/** A session that runs, and whose it is. */
export interface RunningSession {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly email: string;
  /** Which of the person's accounts it looks at. */
  readonly activeAccount: string | undefined;
  readonly hasTwoFactor: boolean;
  readonly signedInAt: Instant;
  /** Its last sign of life. */
  readonly seenAt: Instant;
}

/** A sign of life is written down once in so long. */
const noteMs = 30_000;

/** A session that is used goes on this long; the browser forgets its cookie after the same time. */
export const sessionLifeMs = 7 * 24 * 60 * 60_000;

/** The session a request's cookie names, if it runs. */
export async function findSession(auth: Auth, headers: Headers): Promise<RunningSession | undefined> {
  const found = await auth.api.getSession({ headers });
  if (found === null) return undefined;
  const { session, user } = found;
  return {
    id: session.id,
    token: session.token,
    userId: user.id,
    email: user.email,
    activeAccount: session.activeAccount ?? undefined,
    hasTwoFactor: user.twoFactorEnabled === true,
    signedInAt: instant(session.createdAt.getTime()),
    seenAt: instant(session.updatedAt.getTime()),
  };
}

/**
 * Ends a session that nobody used for too long, and notes the sign of life of one that goes on. False when it ended.
 *
 * @param isUse false for what a page asks by itself, which must keep no session alive.
 */
export async function keepAlive(
  auth: Auth,
  { token, seenAt }: Pick<RunningSession, "token" | "seenAt">,
  idleMs: Milliseconds,
  isUse: boolean,
): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  // Sessions live by the auth library's clock, which is the machine's.
  const now = Date.now();
  if (now - seenAt > idleMs) {
    await internalAdapter.deleteSession(token);
    return false;
  }
  if (isUse && now - seenAt > noteMs) {
    await internalAdapter.updateSession(token, {
      updatedAt: new Date(now),
      expiresAt: new Date(now + sessionLifeMs),
    });
  }
  return true;
}
