import type { IdempotencyStore, OnceAnswer } from "../src/ports/index.ts";
import type { AccountId, Instant } from "../src/index.ts";

interface Kept {
  readonly requestSha256: string;
  readonly at: Instant;
  answer: OnceAnswer | undefined;
}

/** The idempotency port in memory. */
export function memoryIdempotencyStore(): IdempotencyStore {
  const rows = new Map<string, Kept>();
  const rowKey = (account: AccountId, key: string): string => `${account} ${key}`;
  return {
    claim: async (account, { key, requestSha256, at, forgottenSince, deadSince }) => {
      const place = rowKey(account, key);
      const row = rows.get(place);
      if (row === undefined || row.at <= forgottenSince || (!row.answer && row.at <= deadSince)) {
        rows.set(place, { requestSha256, at, answer: undefined });
        return { kind: "first" };
      }
      if (row.requestSha256 !== requestSha256) return { kind: "other" };
      return row.answer === undefined ? { kind: "busy" } : { kind: "answered", answer: row.answer };
    },
    finish: async (account, key, answer) => {
      const row = rows.get(rowKey(account, key));
      if (row !== undefined) row.answer = answer;
    },
    release: async (account, key) => {
      const place = rowKey(account, key);
      if (rows.get(place)?.answer === undefined) rows.delete(place);
    },
  };
}
