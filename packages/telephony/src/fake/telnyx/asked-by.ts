import { replyJson, type Asked, type Reply } from "../reply.ts";

/** A question of one account: its key was right. */
export interface AskedBy extends Asked {
  readonly account: string;
  /** The JSON that was sent; empty when there was none. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** A refusal as Telnyx words it. */
export function refuseTelnyx(status: number, code: string, title: string): Reply {
  return replyJson(status, { errors: [{ code, title }] });
}

export const unknownThing = refuseTelnyx(404, "10005", "Resource not found");

/** One page of a list, as `page[number]` and `page[size]` ask for it. */
export function pageOf<Item>(items: readonly Item[], query: URLSearchParams): readonly Item[] {
  const [nth, size] = [Number(query.get("page[number]") ?? 1), Number(query.get("page[size]") ?? 20)];
  return items.slice((nth - 1) * size, nth * size);
}
