/** A person signed in to wp-admin, over plain HTTP: for what needs no browser. */
export interface WordPressSession {
  /** The cookies as one request header. */
  readonly cookie: string;
  /** The nonce a REST request carries in `X-WP-Nonce`. */
  readonly nonce: string;
  /** A request with cookies and nonce; `path` starts with a slash. */
  readonly fetch: (path: string, request?: RequestInit) => Promise<Response>;
}

/** Signs in by the login form. @throws when WordPress refuses. */
export async function signIn(url: string, user: string, password: string): Promise<WordPressSession> {
  // The form sets this cookie to see whether cookies come back.
  const jar = new Map([["wordpress_test_cookie", "WP%20Cookie%20check"]]);
  const keep = (answer: Response): void => {
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(";", 1)[0] ?? "";
      const middle = pair.indexOf("=");
      jar.set(pair.slice(0, middle), pair.slice(middle + 1));
    }
  };
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  const answer = await fetch(`${url}/wp-login.php`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies(), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ log: user, pwd: password, "wp-submit": "Log In", testcookie: "1" }),
  });
  keep(answer);
  if (![...jar.keys()].some((name) => name.startsWith("wordpress_logged_in")))
    throw new Error(`WordPress refused the sign-in of ${user}: ${await whyRefused(answer)}`);
  const nonceAnswer = await fetch(`${url}/wp-admin/admin-ajax.php?action=rest-nonce`, {
    headers: { cookie: cookies() },
  });
  const nonce = await nonceAnswer.text();
  return {
    cookie: cookies(),
    nonce,
    fetch: (path, request = {}) =>
      fetch(`${url}${path}`, {
        ...request,
        headers: { cookie: cookies(), "x-wp-nonce": nonce, ...Object.fromEntries(new Headers(request.headers)) },
      }),
  };
}

async function whyRefused(answer: Response): Promise<string> {
  const words = /<div id="login_error"[^>]*>(.*?)<\/div>/s.exec(await answer.text())?.[1];
  return words?.replace(/<[^>]+>/g, "").trim() ?? `status ${answer.status}`;
}
