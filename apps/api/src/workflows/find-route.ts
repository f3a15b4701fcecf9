import type { ConnectionId, E164 } from "@ringtrail/core";
import { recordingOffAt } from "@ringtrail/core/call-flow";
import type { NumberRoute } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";

/**
 * Where a ringing number leads, with everything that was switched for this number in particular: its calls are planned
 * as if its flow were its own.
 */
export async function findRoute(
  { directory }: Pick<Deps, "directory">,
  connection: ConnectionId,
  dialled: E164 | undefined,
): Promise<NumberRoute | undefined> {
  const route = dialled && (await directory.routeByNumber(connection, dialled));
  if (route === undefined) return undefined;
  const offAt = recordingOffAt(route.flow, route);
  if (offAt === undefined) return route;
  const recordingPolicy = { ...route.flow.recordingPolicy, want: "do_not_record" as const, offAt };
  return { ...route, flow: { ...route.flow, recordingWanted: false, recordingPolicy } };
}
