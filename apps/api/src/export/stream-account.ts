import { Readable } from "node:stream";
import type { AccountId, Instant } from "@ringtrail/core";
import type { AccountExport } from "@ringtrail/database";
import type { Deps } from "../deps.ts";

/** Lines that go out together: a row alone is too small a piece. */
const pieceLength = 32 * 1024;

/**
 * The account's rows as a stream, one a line with the name of its table, all as they were at one instant; nothing of the
 * care side is in it. It is logged before the first row leaves: a copy that broke off was a copy all the same.
 *
 * @returns undefined where the stores cannot be read at one instant.
 */
export async function streamAccount(
  { accounts, openExport }: Pick<Deps, "accounts" | "openExport">,
  { account, actor, at }: { readonly account: AccountId; readonly actor: string; readonly at: Instant },
): Promise<ReadableStream<Uint8Array> | undefined> {
  if (openExport === undefined) return undefined;
  await accounts.audit(account, { actor, action: "account.export", object: account, at, facts: { care: false } });
  const opened = await openExport(account, false);
  const text = new TextEncoder();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of joined(opened)) yield text.encode(piece);
  }
  // Whoever stops listening ends the generator, and with it the snapshot.
  return Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream<Uint8Array>;
}

async function* joined(opened: AccountExport): AsyncGenerator<string> {
  try {
    let piece = "";
    for (const { name, lines } of opened.files) {
      for await (const line of lines()) {
        piece += `{"table":${JSON.stringify(name)},"row":${line}}\n`;
        if (piece.length < pieceLength) continue;
        yield piece;
        piece = "";
      }
    }
    if (piece !== "") yield piece;
  } finally {
    await opened.close();
  }
}
