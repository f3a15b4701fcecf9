import type { ConnectionId, E164 } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import { seal, unseal } from "../survival/seal.ts";

/**
 * How what an address carries for a call to this number is sealed; undefined where it need not be. Of a clinic's calls a
 * log of addresses kept on the way, a proxy's, would say to the second which number rang, hence which way a caller came,
 * and what was chosen in a menu.
 */
export function sealOfClinic(
  { secrets, snapshot }: Pick<Deps, "secrets" | "snapshot">,
  connection: ConnectionId,
  dialled: E164 | undefined,
): ((query: string) => string) | undefined {
  const route = dialled && snapshot.route(connection, dialled);
  if (route?.flow.isHealthcare !== true) return undefined;
  return (query) => `sealed=${Buffer.from(seal(secrets.callback, query), "base64").toString("base64url")}`;
}

/** The address as it was before its query was sealed; as it is when nothing of ours is sealed in it. */
export function openQuery({ secrets }: Pick<Deps, "secrets">, url: string): string {
  const address = URL.parse(url);
  const query = unseal(secrets.callback, address?.searchParams.get("sealed") ?? "");
  if (address === null || query === undefined) return url;
  address.search = query;
  return address.href;
}
