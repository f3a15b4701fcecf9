import { everyContract } from "./contracts.ts";
import { memoryWorld } from "./memory-world.ts";

everyContract(async () => memoryWorld());
