import { everyContract, joinedDaysContract } from "./contracts.ts";
import { memoryWorld } from "./memory-world.ts";

everyContract(async () => memoryWorld());
joinedDaysContract(async () => memoryWorld());
