import type { AccountId } from "@ringtrail/core";
import type { CareStore, Scope, TargetLabel } from "@ringtrail/core/ports";

/** Clinics' labels for somebody who may know callers; none for anybody else: a label names the specialist. */
export async function labelsFor(
  care: Pick<CareStore, "targetLabels">,
  { account, scopes }: { readonly account: AccountId; readonly scopes: readonly Scope[] },
): Promise<readonly TargetLabel[]> {
  return scopes.includes("callers:read") ? care.targetLabels(account) : [];
}
