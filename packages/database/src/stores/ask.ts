import type { Sql } from "postgres";

/** The sides of the database, each acting as its own role. */
export interface Sides {
  /** What a page or a call waits for: a short statement timeout. */
  readonly answer: Sql;
  /** The care tables. */
  readonly care: Sql;
}

/** The one value a one-row statement answers. Null, which SQL says for "none", becomes undefined. */
export async function answerOf<Answer>(
  rows: PromiseLike<readonly { readonly answer: Answer | null }[]>,
): Promise<Answer | undefined> {
  const [row] = await rows;
  return row?.answer ?? undefined;
}

/** As `answerOf`, for statements that always answer. @throws when they do not: a broken promise of ours. */
export async function oneAnswer<Answer>(
  rows: PromiseLike<readonly { readonly answer: Answer | null }[]>,
): Promise<Answer> {
  const answer = await answerOf(rows);
  if (answer === undefined) throw new Error("The database answered nothing.");
  return answer;
}
