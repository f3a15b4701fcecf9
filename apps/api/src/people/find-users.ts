import type { Auth } from "../auth/make-auth.ts";

/** How a person is named to others of their account. */
export interface NamedUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** The people of these ids, by id; who left the auth library's tables is absent. */
export async function findUsers(auth: Auth, ids: readonly string[]): Promise<ReadonlyMap<string, NamedUser>> {
  if (ids.length === 0) return new Map();
  const { adapter } = await auth.$context;
  const users = await adapter.findMany<NamedUser>({
    model: "user",
    where: [{ field: "id", operator: "in", value: [...ids] }],
    limit: ids.length,
  });
  return new Map(users.map(({ id, email, name }) => [id, { id, email, name }]));
}

/** The person who signs in with this address. */
export async function findUserByEmail(auth: Auth, email: string): Promise<NamedUser | undefined> {
  const { internalAdapter } = await auth.$context;
  return (await internalAdapter.findUserByEmail(email))?.user;
}
