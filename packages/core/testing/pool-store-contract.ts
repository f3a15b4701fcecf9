import { arrivalsContract } from "./arrivals-contract.ts";
import { exclusivePoolContract } from "./exclusive-pool-contract.ts";
import { leaseLawsContract } from "./lease-laws-contract.ts";
import { leaseLifeContract } from "./lease-life-contract.ts";
import { lendOrderContract } from "./lend-order-contract.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of numbers must do. */
export function poolStoreContract(makeWorld: MakeWorld): void {
  lendOrderContract(makeWorld);
  leaseLifeContract(makeWorld);
  exclusivePoolContract(makeWorld);
  leaseLawsContract(makeWorld);
  arrivalsContract(makeWorld);
}
