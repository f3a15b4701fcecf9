import postgres, { type Sql } from "postgres";

/** Whom to connect as, on this machine. */
export interface Login {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Opens one connection, does one thing with it, and closes it. */
export async function connectOnce<Answer>(login: Login, use: (sql: Sql) => PromiseLike<Answer>): Promise<Answer> {
  const sql = postgres({
    host: "127.0.0.1",
    ...login,
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    return await use(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The URL of a login. */
export function urlOf({ port, user, password, database }: Login): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
