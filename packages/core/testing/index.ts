// What other packages' tests may import. The suites have their own door, ./contracts, because they import vitest.
export { anId } from "./an-id.ts";
export { aCall, aCallFlow, aCandidate, aHolding, aMatch, anAnsweredCall, aNumber, aProof } from "./build-call.ts";
export { aDecision } from "./build-decision.ts";
export { anOrder } from "./build-order.ts";
export { aPlaceRule, aRuleSet } from "./build-rule-set.ts";
export { aSound } from "./build-sound.ts";
export { aLanding, aTouch } from "./build-touch.ts";
export { aPermission, aPlan, aPool, aVisit, aVisitToServe } from "./build-visit.ts";
export { aClock, at } from "./fixed-clock.ts";
export type { FixedClock } from "./fixed-clock.ts";
export { memoryWorld } from "./memory-world.ts";
export { lendTo } from "./lend-to.ts";
export { aCallTo, seedClinic } from "./seed-clinic.ts";
export { aConnection, aSite, planFor, seedShop, sourceTouch } from "./seed-shop.ts";
export type { NumberOfShop, Shop, ShopOptions } from "./seed-shop.ts";
export { noIntruder, type Intruder, type MakeWorld, type World } from "./world.ts";
