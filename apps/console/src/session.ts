/** Who is signed in. */
export interface Person {
  readonly email: string;
  /** The account demands a second factor, and nothing works before this person has one. */
  readonly mustSetTwoFactor: boolean;
  readonly hasPassword: boolean;
  /** The account's, as IANA names it; undefined until somebody chose one. */
  readonly timeZone: string | undefined;
  /** Minutes without use after which the session ends; undefined when the server did not say. */
  readonly idleMinutes: number | undefined;
}

/** Who is signed in; or nobody, and whether that is so because they rested too long. */
export type SessionRead = { readonly person: Person } | { readonly person: undefined; readonly isIdle: boolean };

/** Why a sign-in did not happen, in words that stand beside the form. */
export type SignInRefusal = "wrong" | "too_many" | "unreachable";

/** What came of a first step: undefined when it signed in, `code_needed` when the second factor is still to come. */
export type SignInStep = SignInRefusal | "code_needed" | undefined;

type Fetch = typeof fetch;

const headers = { accept: "application/json" };

/** Asks the server who is signed in. @throws when the server cannot be asked. */
export async function readSession(ask: Fetch): Promise<SessionRead> {
  // Asked first: only this door says why a session ended, and only once.
  const answer = await ask("/v1/session", { headers });
  if (answer.status === 401)
    return { person: undefined, isIdle: textIn(await bodyOf(answer), "code") === "session_idle" };
  if (answer.ok) {
    const person = personIn(await answer.json());
    return person === undefined ? { person, isIdle: false } : { person };
  }
  // Whoever belongs to no account is signed in all the same, and a screen says what is wrong.
  const known = await ask("/api/auth/get-session", { headers });
  if (!known.ok) throw new Error(`The server answered ${known.status}.`);
  const email = textIn(fieldIn(await known.json(), "user"), "email");
  if (email === undefined) return { person: undefined, isIdle: false };
  return {
    person: { email, mustSetTwoFactor: false, hasPassword: false, timeZone: undefined, idleMinutes: undefined },
  };
}

function personIn(body: unknown): Person | undefined {
  const email = textIn(body, "name");
  if (email === undefined) return undefined;
  const person = fieldIn(body, "person");
  const minutes = fieldIn(person, "idleMinutes");
  return {
    email,
    mustSetTwoFactor: fieldIn(person, "mustSetTwoFactor") === true,
    hasPassword: fieldIn(person, "hasPassword") === true,
    timeZone: textIn(fieldIn(body, "account"), "timeZone"),
    idleMinutes: typeof minutes === "number" ? minutes : undefined,
  };
}

/** Signs in with e-mail and password. */
export async function signIn(ask: Fetch, email: string, password: string): Promise<SignInStep> {
  return post(ask, "/api/auth/sign-in/email", { email, password });
}

/** Signs in with the token of a one-time owner link. */
export async function signInByLink(ask: Fetch, token: string): Promise<SignInStep> {
  return post(ask, "/api/auth/one-time-token/verify", { token });
}

/** The second step of a sign-in: the code an authenticator shows now, or a backup code. */
export async function giveCode(ask: Fetch, code: string, isBackup: boolean): Promise<SignInRefusal | undefined> {
  const step = await post(ask, `/api/auth/two-factor/${isBackup ? "verify-backup-code" : "verify-totp"}`, { code });
  return step === "code_needed" ? "wrong" : step;
}

/** Ends the session. What the server answers changes nothing for the person: the page starts over. */
export async function signOut(ask: Fetch): Promise<void> {
  await post(ask, "/api/auth/sign-out", {});
}

async function post(ask: Fetch, path: string, body: object): Promise<SignInStep> {
  try {
    const answer = await ask(path, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return fieldIn(await bodyOf(answer), "twoFactorRedirect") === true ? "code_needed" : undefined;
    if (answer.status === 429) return "too_many";
    return answer.status < 500 ? "wrong" : "unreachable";
  } catch {
    return "unreachable";
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => undefined);
}

function fieldIn(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null
    ? new Map<string, unknown>(Object.entries(body)).get(name)
    : undefined;
}

function textIn(body: unknown, name: string): string | undefined {
  const field = fieldIn(body, name);
  return typeof field === "string" ? field : undefined;
}
