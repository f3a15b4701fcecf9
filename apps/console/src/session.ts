/** Who is signed in. */
export interface Person {
  readonly email: string;
}

/** Why a sign-in did not happen, in words that stand beside the form. */
export type SignInRefusal = "wrong" | "too_many" | "unreachable";

type Fetch = typeof fetch;

/** Asks the server who is signed in; undefined when nobody is. @throws when the server cannot be asked. */
export async function readSession(ask: Fetch): Promise<Person | undefined> {
  const answer = await ask("/api/auth/get-session", { headers: { accept: "application/json" } });
  if (answer.status === 401) return undefined;
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return personIn(await answer.json());
}

function personIn(body: unknown): Person | undefined {
  if (typeof body !== "object" || body === null || !("user" in body)) return undefined;
  const { user } = body;
  if (typeof user !== "object" || user === null || !("email" in user)) return undefined;
  return typeof user.email === "string" ? { email: user.email } : undefined;
}

/** Signs in with e-mail and password. Answers why not, or undefined when it worked. */
export async function signIn(ask: Fetch, email: string, password: string): Promise<SignInRefusal | undefined> {
  return post(ask, "/api/auth/sign-in/email", { email, password });
}

/** Signs in with the token of a one-time owner link. Answers why not, or undefined when it worked. */
export async function signInByLink(ask: Fetch, token: string): Promise<SignInRefusal | undefined> {
  return post(ask, "/api/auth/one-time-token/verify", { token });
}

/** Ends the session. What the server answers changes nothing for the person: the page starts over. */
export async function signOut(ask: Fetch): Promise<void> {
  await post(ask, "/api/auth/sign-out", {});
}

async function post(ask: Fetch, path: string, body: object): Promise<SignInRefusal | undefined> {
  try {
    const answer = await ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return undefined;
    if (answer.status === 429) return "too_many";
    return answer.status < 500 ? "wrong" : "unreachable";
  } catch {
    return "unreachable";
  }
}
