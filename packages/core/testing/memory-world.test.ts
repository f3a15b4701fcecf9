import { addedHoursContract, everyContract, joinedDaysContract } from "./contracts.ts";
import { memoryWorld } from "./memory-world.ts";

everyContract(async () => memoryWorld());
joinedDaysContract(async () => memoryWorld());
addedHoursContract(async () => memoryWorld(), 20);
