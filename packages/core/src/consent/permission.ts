import type { Branded } from "../brand.ts";
import type { ConsentEvidence } from "./answer.ts";
import { decideTracking } from "./decide-tracking.ts";

/** Proof that the visitor's answer allows storing a visit. Only `permissionToStore` makes one. */
export type Permission = Branded<ConsentEvidence, "Permission">;

/** Turns evidence into a permission, or into nothing. Whatever stores a visit asks for the permission, not the evidence. */
export function permissionToStore(evidence: ConsentEvidence): Permission | undefined {
  return decideTracking(evidence) === "full" ? (evidence as Permission) : undefined;
}
