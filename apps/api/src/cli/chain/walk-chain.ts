import { createHash } from "node:crypto";
import { chainStart, type ChainEnd, type LinkCheck, type LinkFault } from "@ringtrail/core";

/** What a walk along a chain found. */
export interface Walked<Fault> {
  /** The last link that holds. */
  readonly end: ChainEnd;
  /** The first that does not; undefined when all do. */
  readonly broken: Fault | undefined;
}

/** Says whether a link follows; the core has one for each chain. */
type CheckLink<Link, Fault extends LinkFault> = (
  before: ChainEnd,
  link: Link,
  sha256: (text: string) => string,
) => LinkCheck<Fault>;

/** SHA-256 of a text in UTF-8, hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Walks along a chain from its first link to its end or its first break. */
export async function walkChain<Link, Fault extends LinkFault>(
  chain: AsyncIterable<Link>,
  check: CheckLink<Link, Fault>,
): Promise<Walked<Fault>> {
  let end = chainStart;
  for await (const link of chain) {
    const checked = check(end, link, sha256);
    if (!checked.ok) return { end, broken: checked.reason };
    end = checked.value;
  }
  return { end, broken: undefined };
}

/** A chain out of a store, a piece in memory at a time. */
export async function* inPieces<Link extends { readonly sequence: number }>(
  next: (after: number) => Promise<readonly Link[]>,
): AsyncGenerator<Link> {
  let after = 0;
  for (;;) {
    const piece = await next(after);
    yield* piece;
    const last = piece.at(-1);
    if (last === undefined) return;
    after = last.sequence;
  }
}
