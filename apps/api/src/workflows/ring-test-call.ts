import { err, ok, parseE164, type AccountId, type E164, type Result } from "@ringtrail/core";
import { ringFakeCarrier } from "../demo/ring-fake-carrier.ts";
import type { Deps } from "../deps.ts";

/** A test call as it was asked for. */
export interface TestCallWish {
  readonly to: string;
  /** `anonymous` withholds the number; undefined lets a fictional phone call. */
  readonly from: string | undefined;
  readonly talkSeconds: number | undefined;
}

/** Why nothing rings. */
export type TestCallRefused =
  | { readonly code: "phone_malformed"; readonly field: "to" | "from" }
  | { readonly code: "number_unknown" }
  | { readonly code: "carrier_not_fake" }
  | { readonly code: "carrier_unreachable" };

/** A number kept free for fiction, in New York. */
const fictionalCaller = "+12125550142";

/** Asks the fake carrier to ring one of the account's numbers. Real carriers are not asked: calls cost money. */
export async function ringTestCall(
  { snapshot, directory }: Pick<Deps, "snapshot" | "directory">,
  account: AccountId,
  wish: TestCallWish,
): Promise<Result<{ readonly carrierRef: string; readonly to: E164 }, TestCallRefused>> {
  const to = parseE164(wish.to);
  if (!to.ok) return err({ code: "phone_malformed", field: "to" });
  const from = wish.from === "anonymous" ? ok(wish.from) : parseE164(wish.from ?? fictionalCaller);
  if (!from.ok) return err({ code: "phone_malformed", field: "from" });
  const route = snapshot.routes().find((known) => known.account === account && known.e164 === to.value);
  if (route === undefined) return err({ code: "number_unknown" });
  const connection = await directory.connectionById(route.connection);
  if (connection?.carrier !== "fake") return err({ code: "carrier_not_fake" });
  const call = { from: from.value, to: to.value, talkSeconds: wish.talkSeconds };
  const placed = await ringFakeCarrier(connection.apiBase, call);
  return placed.ok ? ok({ carrierRef: placed.value.call, to: to.value }) : err({ code: "carrier_unreachable" });
}
