/**
 * A number as people read it. North American numbers get their brackets and dash; others stay in E.164, because each
 * country groups its digits in its own way and a wrong grouping is worse than none.
 */
export function formatPhone(e164: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return parts === null ? e164 : `(${parts[1]}) ${parts[2]}-${parts[3]}`;
}
