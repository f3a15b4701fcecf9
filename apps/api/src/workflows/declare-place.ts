import { err, maskE164, ok, Phi, type AccountId, type E164, type Result } from "@ringtrail/core";
import { resolvePlace, type RecordingQuestionWrong } from "@ringtrail/core/consent";
import type { KeptPlace, PlaceKind } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";

/** A place of a number, and who answers for it. */
export interface Declaration {
  readonly account: AccountId;
  readonly actor: string;
  readonly number: Phi<E164>;
  readonly kind: PlaceKind;
  readonly place: string;
  readonly basis: string;
}

/** What declaring places needs of the world. */
export type PlaceGround = Pick<Deps, "care" | "accounts" | "law" | "now">;

/** Keeps a place of a number and writes down who said so. The audit log holds the number masked; a clinic's, nothing of it. */
export async function declarePlace(
  { care, accounts, law, now }: PlaceGround,
  { account, actor, number, kind, place, basis }: Declaration,
): Promise<Result<KeptPlace, RecordingQuestionWrong | { readonly code: "not_ready" }>> {
  // Without a law no place can be known, and no call is silent.
  if (law === undefined) return err({ code: "not_ready" });
  const known = resolvePlace(law, place, "place");
  if (!known.ok) return known;
  const declared = { number, kind, place, basis, declaredBy: actor, declaredAt: now() };
  const kept = await care.declarePlace(account, declared);
  const facts = { kind, place, basis };
  const object = await objectOf(accounts, account, number);
  await accounts.audit(account, { actor, action: "caller_place.declared", object, at: now(), facts });
  return ok(kept);
}

/** A place that somebody takes back. */
export type Withdrawal = Pick<Declaration, "account" | "actor" | "number" | "kind">;

type Withdrawn = Promise<Result<undefined, { readonly code: "caller_place_absent" }>>;

/** Forgets a place of a number and writes down who did. */
export async function withdrawPlace(ground: Omit<PlaceGround, "law">, gone: Withdrawal): Withdrawn {
  const isGone = await ground.care.withdrawPlace(gone.account, gone.number, gone.kind);
  return isGone ? noteWithdrawal(ground, gone) : err({ code: "caller_place_absent" });
}

/** Forgets a declaration that a list has shown. */
export async function forgetPlace(
  ground: Omit<PlaceGround, "law">,
  { account, actor, id }: Pick<Declaration, "account" | "actor"> & { readonly id: string },
): Withdrawn {
  const gone = await ground.care.forgetPlace(account, id);
  return gone === undefined
    ? err({ code: "caller_place_absent" })
    : noteWithdrawal(ground, { account, actor, number: gone.number, kind: gone.kind });
}

async function noteWithdrawal(
  { accounts, now }: Pick<Deps, "accounts" | "now">,
  { account, actor, number, kind }: Withdrawal,
): Withdrawn {
  const object = await objectOf(accounts, account, number);
  await accounts.audit(account, { actor, action: "caller_place.withdrawn", object, at: now(), facts: { kind } });
  return ok(undefined);
}

/** The log lies on the marketing side: where there is a clinic, no digit of a caller is in it. */
async function objectOf(
  accounts: Pick<Deps["accounts"], "signInFacts">,
  account: AccountId,
  number: Phi<E164>,
): Promise<string> {
  return (await accounts.signInFacts(account)).isHealthcare ? "" : maskNumber(number);
}

/** Whoever declares places need not be shown who calls. */
export function maskNumber(number: Phi<E164>): string {
  return maskE164(Phi.reveal(number, "care-screen"));
}
