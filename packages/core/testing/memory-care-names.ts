import { randomUUID } from "node:crypto";
import type { CareNames } from "../src/ports/index.ts";
import { Phi, type AccountId, type E164, type SiteId } from "../src/index.ts";
import type { MemoryState } from "./memory-state.ts";

/** The names of a clinic's people and places, in memory. */
export function memoryCareNames({ sites, targets }: MemoryState): CareNames {
  const named: { account: AccountId; site: SiteId; phone: E164; id: string }[] = [];
  const isHealthcare = (site: string) => sites.some((row) => row.id === site && row.flow.isHealthcare === true);
  return {
    targetLabels: async (account) =>
      targets
        .filter((row) => row.account === account && row.label !== "" && isHealthcare(row.site))
        .map(({ site, e164, label }) => ({ site, e164, label: Phi.seal(label) })),
    namePhones: async (account, site, phones) =>
      phones.map((phone) => {
        const known = named.find((row) => row.account === account && row.site === site && row.phone === phone);
        const row = known ?? { account, site, phone, id: randomUUID() };
        if (known === undefined) named.push(row);
        return row.id;
      }),
    namedPhones: async (account, site) =>
      named
        .filter((row) => row.account === account && row.site === site)
        .map(({ id, phone }) => ({ id, phone: Phi.seal(phone) })),
  };
}
