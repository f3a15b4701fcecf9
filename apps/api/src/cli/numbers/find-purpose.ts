import { sourceKinds, type NumberPurpose } from "@ringtrail/api-contract";
import { CommandFailure } from "../output.ts";
import type { Desk } from "./number-desk.ts";

/** What a number is for, as options say it. */
export interface PurposeOptions {
  /** A target number's label or a pool's id; `true` takes the only pool. */
  readonly pool?: string | true;
  readonly slice?: string;
  readonly source?: string;
  readonly name?: string;
  /** A site's key; not needed when there is only one site. */
  readonly site?: string;
}

/** Reads what a number is to be for. @throws CommandFailure when it cannot be told. */
export async function findPurpose({ world, account }: Desk, options: PurposeOptions): Promise<NumberPurpose> {
  const sites = await world.directory.sitesOf(account);
  const site =
    options.site === undefined && sites.length === 1 ? sites[0] : sites.find(({ key }) => key === options.site);
  if (site === undefined) {
    const known = sites.map(({ key }) => key).join(", ") || "none yet";
    throw new CommandFailure(
      "site_unknown",
      "There is not exactly one site.",
      `Name one with --site. Sites: ${known}.`,
    );
  }
  if (options.source !== undefined) {
    const kind = sourceKinds.find(({ id }) => id === options.source);
    if (kind === undefined) {
      const kinds = sourceKinds.map(({ id }) => id).join(", ");
      throw new CommandFailure("kind_unknown", `${options.source} is no kind of source.`, `Kinds are: ${kinds}.`);
    }
    return {
      role: "source",
      site: site.site,
      kind: kind.id,
      ...(options.name !== undefined && { name: options.name }),
    };
  }
  const pools = site.pools.map(({ id, target }) => ({
    id,
    label: site.targets.find((one) => one.id === target)?.label,
  }));
  const wanted = pools.filter(
    ({ id, label }) => options.pool === undefined || options.pool === true || [id, label].includes(options.pool),
  );
  const [pool] = wanted;
  if (pool === undefined || wanted.length > 1) {
    const known = pools.map(({ id, label }) => `${id} (${label})`).join(", ") || "none yet";
    throw new CommandFailure(
      "pool_unknown",
      "There is not exactly one such pool.",
      `Name one with --pool. Pools: ${known}.`,
    );
  }
  return { role: "pool", pool: pool.id, ...(options.slice !== undefined && { slice: options.slice }) };
}
