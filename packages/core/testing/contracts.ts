import { addedHoursContract } from "./added-hours-contract.ts";
import { conversionStoreContract } from "./conversion-store-contract.ts";
// One suite per port. Each takes a factory of a world and runs against any implementation of its port.
import { accountStoreContract } from "./account-store-contract.ts";
import { callNoteContract } from "./call-note-contract.ts";
import { callerPlaceContract } from "./caller-place-contract.ts";
import { callFilterContract } from "./call-filter-contract.ts";
import { callStoreContract } from "./call-store-contract.ts";
import { careNamesContract } from "./care-names-contract.ts";
import { careStoreContract } from "./care-store-contract.ts";
import { deliveryLogContract } from "./delivery-log-contract.ts";
import { destinationStoreContract } from "./destination-store-contract.ts";
import { formStoreContract } from "./form-store-contract.ts";
import { hoursContract } from "./hours-contract.ts";
import { healthcareContract } from "./healthcare-contract.ts";
import { idempotencyStoreContract } from "./idempotency-store-contract.ts";
import { joinedDaysContract } from "./joined-days-contract.ts";
import { moneyStoreContract } from "./money-store-contract.ts";
import { numberStoreContract } from "./number-store-contract.ts";
import { orderStoreContract } from "./order-store-contract.ts";
import { otherTrackerContract } from "./other-tracker-contract.ts";
import { overviewStoreContract } from "./overview-store-contract.ts";
import { parameterStoreContract } from "./parameter-store-contract.ts";
import { peopleStoreContract } from "./people-store-contract.ts";
import { poolStoreContract } from "./pool-store-contract.ts";
import { proofStoreContract } from "./proof-store-contract.ts";
import { quietTimesContract } from "./quiet-times-contract.ts";
import { recordingVaultContract } from "./recording-vault-contract.ts";
import { retentionContract } from "./retention-contract.ts";
import { shopStoreContract } from "./shop-store-contract.ts";
import { siteDirectoryContract } from "./site-directory-contract.ts";
import { sightingsContract } from "./sightings-contract.ts";
import { soundStoreContract } from "./sound-store-contract.ts";
import { visitStoreContract } from "./visit-store-contract.ts";
import type { MakeWorld } from "./world.ts";

export {
  addedHoursContract,
  accountStoreContract,
  careNamesContract,
  callNoteContract,
  callerPlaceContract,
  callFilterContract,
  callStoreContract,
  careStoreContract,
  deliveryLogContract,
  destinationStoreContract,
  formStoreContract,
  hoursContract,
  healthcareContract,
  idempotencyStoreContract,
  joinedDaysContract,
  conversionStoreContract,
  moneyStoreContract,
  numberStoreContract,
  orderStoreContract,
  overviewStoreContract,
  parameterStoreContract,
  peopleStoreContract,
  poolStoreContract,
  proofStoreContract,
  quietTimesContract,
  recordingVaultContract,
  retentionContract,
  shopStoreContract,
  otherTrackerContract,
  siteDirectoryContract,
  sightingsContract,
  soundStoreContract,
  visitStoreContract,
};

/** Every suite, for an implementation of the whole world. */
export function everyContract(makeWorld: MakeWorld): void {
  accountStoreContract(makeWorld);
  peopleStoreContract(makeWorld);
  siteDirectoryContract(makeWorld);
  poolStoreContract(makeWorld);
  visitStoreContract(makeWorld);
  sightingsContract(makeWorld);
  numberStoreContract(makeWorld);
  callStoreContract(makeWorld);
  callFilterContract(makeWorld);
  careStoreContract(makeWorld);
  callerPlaceContract(makeWorld);
  callNoteContract(makeWorld);
  retentionContract(makeWorld);
  proofStoreContract(makeWorld);
  recordingVaultContract(makeWorld);
  idempotencyStoreContract(makeWorld);
  parameterStoreContract(makeWorld);
  moneyStoreContract(makeWorld);
  conversionStoreContract(makeWorld);
  orderStoreContract(makeWorld);
  overviewStoreContract(makeWorld);
  shopStoreContract(makeWorld);
  otherTrackerContract(makeWorld);
  soundStoreContract(makeWorld);
  destinationStoreContract(makeWorld);
  deliveryLogContract(makeWorld);
  formStoreContract(makeWorld);
  quietTimesContract(makeWorld);
  hoursContract(makeWorld);
  healthcareContract(makeWorld);
  careNamesContract(makeWorld);
}
