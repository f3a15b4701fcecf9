import postgres from "postgres";
import type { AccountId } from "@ringtrail/core";

/** How requests that queue are answered together. */
export interface Gathering<Item, Answer> {
  /** Answers items of one account with one statement, in their order. */
  readonly send: (account: AccountId, items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Two items with one key never share a statement. */
  readonly keyOf: (item: Item) => string;
  /** Items of one statement at most; 1 gives each its own, at once, however many are on their way. */
  readonly most: number;
  /** Statements of one account on their way at once. With more waiting than these carry, statements carry many. */
  readonly atOnce: number;
  /** How many of an account must wait before a further statement of it goes beside one on its way. Default 1. */
  readonly company?: number;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** What one account waits for. */
interface Lane<Item, Answer> {
  waiting: Waiting<Item, Answer>[];
  onTheirWay: number;
}

/**
 * Answers requests that come while others are on their way with one statement, hence one transaction and one write to
 * the disk, for many of them. Alone, a request goes at once. A statement carries one account's items only and waits for
 * no other account's, so that no account's rows are ever seen, and no account's trouble felt, in another's.
 */
export function gather<Item, Answer>(
  how: Gathering<Item, Answer>,
): (account: AccountId, item: Item) => Promise<Answer> {
  if (how.most === 1) return eachAlone(how);
  const lanes = new Map<AccountId, Lane<Item, Answer>>();
  let isWoken = false;

  const wake = (): void => {
    if (isWoken) return;
    isWoken = true;
    // After everything that this turn of the event loop reads from its sockets.
    setImmediate(() => {
      isWoken = false;
      for (const [account, lane] of lanes) {
        while (mayGo(lane, how)) go(account, lane);
        if (lane.onTheirWay === 0) lanes.delete(account);
      }
    });
  };

  const go = (account: AccountId, lane: Lane<Item, Answer>): void => {
    const [together, left] = takeTogether(lane.waiting, how);
    lane.waiting = left;
    lane.onTheirWay += 1;
    void answer(account, together, how).finally(() => {
      lane.onTheirWay -= 1;
      wake();
    });
  };

  return (account, item) =>
    new Promise((resolve, reject) => {
      const lane = lanes.get(account) ?? { waiting: [], onTheirWay: 0 };
      lanes.set(account, lane);
      lane.waiting.push({ item, resolve, reject });
      wake();
    });
}

function eachAlone<Item, Answer>({
  send,
}: Gathering<Item, Answer>): (account: AccountId, item: Item) => Promise<Answer> {
  return async (account, item) => {
    const [given] = await send(account, [item]);
    if (given === undefined) throw leftOut();
    return given;
  };
}

function leftOut(): Error {
  return new Error("The database left a request without an answer.");
}

/** Beside a statement on its way a further one pays only for many: each costs as much as some visits. */
function mayGo<Item, Answer>(
  { waiting, onTheirWay }: Lane<Item, Answer>,
  { atOnce, company = 1 }: Gathering<Item, Answer>,
): boolean {
  return onTheirWay < atOnce && waiting.length >= (onTheirWay === 0 ? 1 : company);
}

/** The first in the queue, with those that may come along. */
function takeTogether<Item, Answer>(
  waiting: readonly Waiting<Item, Answer>[],
  { keyOf, most }: Gathering<Item, Answer>,
): readonly [together: readonly Waiting<Item, Answer>[], left: Waiting<Item, Answer>[]] {
  const keys = new Set<string>();
  const together: Waiting<Item, Answer>[] = [];
  const left: Waiting<Item, Answer>[] = [];
  for (const one of waiting) {
    const key = keyOf(one.item);
    const comesAlong = together.length < most && !keys.has(key);
    if (comesAlong) keys.add(key);
    (comesAlong ? together : left).push(one);
  }
  return [together, left];
}

async function answer<Item, Answer>(
  account: AccountId,
  together: readonly Waiting<Item, Answer>[],
  { send }: Pick<Gathering<Item, Answer>, "send">,
  isSecondTry = false,
): Promise<void> {
  try {
    const answers = await send(
      account,
      together.map(({ item }) => item),
    );
    for (const [nth, one] of together.entries()) {
      const given = answers[nth];
      if (given === undefined) one.reject(leftOut());
      else one.resolve(given);
    }
  } catch (error) {
    const parts = together.length === 1 ? [] : partsToTry(together, error, isSecondTry);
    if (parts.length === 0) for (const one of together) one.reject(error);
    else await Promise.all(parts.map((part) => answer(account, part, { send }, true)));
  }
}

/**
 * What is sent again, and in which company, of a statement that kept nothing. What one of them did wrong must not hurt
 * the others, so each goes alone. Where only the time was up they go in halves, once: alone they would be more work for
 * a database that has too much already. After anything else nobody knows what was kept, and nothing is sent again.
 */
function partsToTry<One>(together: readonly One[], error: unknown, isSecondTry: boolean): readonly (readonly One[])[] {
  if (!(error instanceof postgres.PostgresError)) return [];
  if (/^(22|23|40)/.test(error.code)) return together.map((one) => [one]);
  const half = Math.ceil(together.length / 2);
  return error.code === queryCanceled && !isSecondTry ? [together.slice(0, half), together.slice(half)] : [];
}

/** The statement's time was up: PostgreSQL's code `query_canceled`. */
const queryCanceled = "57014";
