import type { PoolState } from "@ringtrail/api-contract";

/** A pool that turns away no more than this of its visits at the busy hour is large enough. */
const goodLoss = 0.05;

/** What to do about a pool's size. Undefined until its demand was measured. */
export type SizeAdvice =
  | { readonly kind: "enough" }
  | { readonly kind: "add" | "spare"; readonly numbers: number; readonly to: NonNullable<PoolState["sizes"]>[number] };

/** The smallest of the priced sizes that turns away few enough visits, set against how many numbers there are. */
export function adviseSize({ sizes, numbers }: Pick<PoolState, "sizes" | "numbers">): SizeAdvice | undefined {
  if (sizes === undefined) return undefined;
  const owned = numbers.filter(({ state }) => state !== "source").length;
  const good = sizes.toSorted((a, b) => a.numbers - b.numbers).find(({ loss }) => loss <= goodLoss);
  const to = good ?? sizes.toSorted((a, b) => a.loss - b.loss)[0];
  if (to === undefined || to.numbers === owned) return to && { kind: "enough" };
  return { kind: to.numbers > owned ? "add" : "spare", numbers: Math.abs(to.numbers - owned), to };
}
