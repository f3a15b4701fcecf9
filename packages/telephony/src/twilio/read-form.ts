/** The values of a form body: the first of each name, trimmed of nothing, and empty ones left out. */
export type Form = (name: string) => string | undefined;

/** Reads `application/x-www-form-urlencoded` text. Never fails: broken escapes stand for themselves. */
export function readForm(body: string): Form {
  const values = new URLSearchParams(body);
  return (name) => {
    const value = values.get(name);
    return value === null || value === "" ? undefined : value;
  };
}
