import type { CareStore } from "../src/ports/index.ts";
import { Phi } from "../src/index.ts";
import type { MemoryState } from "./memory-state.ts";

/** The names of a clinic's people and places, in memory. */
export function memoryCareNames({ sites, targets }: MemoryState): Pick<CareStore, "targetLabels"> {
  const isHealthcare = (site: string) => sites.some((row) => row.id === site && row.flow.isHealthcare === true);
  return {
    targetLabels: async (account) =>
      targets
        .filter((row) => row.account === account && row.label !== "" && isHealthcare(row.site))
        .map(({ site, e164, label }) => ({ site, e164, label: Phi.seal(label) })),
  };
}
