/** Names the fake carrier's look-up knows; every other number belongs to nobody it has heard of. */
const names: ReadonlyMap<string, string> = new Map([["+12125550188", "ADA EXAMPLE"]]);

export function nameOf(e164: string): string | null {
  return names.get(e164) ?? null;
}
