import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ConnectionId, E164 } from "@ringtrail/core";
import type { CarrierConnection, NumberRoute, SiteDirectory } from "@ringtrail/core/ports";
import { seal, unseal } from "./seal.ts";

/** Every route and every carrier's keys as they were a moment ago: what answers calls while the database is gone. */
export interface RouteSnapshot {
  route(connection: ConnectionId, dialled: E164): NumberRoute | undefined;
  connection(id: ConnectionId): CarrierConnection | undefined;
  /** All routes, for the carriers' fallback documents. */
  routes(): readonly NumberRoute[];
  /** Reads everything anew and writes it to disk, sealed. @throws when the database is gone; the old one stays. */
  refresh(): Promise<void>;
}

interface Kept {
  readonly routes: readonly NumberRoute[];
  readonly connections: readonly CarrierConnection[];
}

/** Opens the snapshot with what an earlier process left on disk, if it was left under the same key. */
export async function openSnapshot(
  directory: Pick<SiteDirectory, "allRoutes" | "connectionById">,
  folder: string,
  key: Uint8Array,
): Promise<RouteSnapshot> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "routes.sealed");
  let written = await readFile(file, "utf8").catch(() => "");
  let text = unseal(key, written) ?? "";
  let index = indexOf(text === "" ? { routes: [], connections: [] } : (JSON.parse(text) as Kept));

  return {
    route: (connection, dialled) => index.routes.get(`${connection} ${dialled}`),
    connection: (id) => index.connections.get(id),
    routes: () => [...index.routes.values()],
    refresh: async () => {
      const kept = await readAll(directory);
      const now = JSON.stringify(kept);
      if (now === text) return;
      index = indexOf(kept);
      text = now;
      written = seal(key, now);
      await writeFile(`${file}.new`, written, { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
  };
}

async function readAll(directory: Pick<SiteDirectory, "allRoutes" | "connectionById">): Promise<Kept> {
  const routes = await directory.allRoutes();
  const ids = [...new Set(routes.map((route) => route.connection))];
  const connections = await Promise.all(ids.map((id) => directory.connectionById(id)));
  return { routes, connections: connections.filter((connection) => connection !== undefined) };
}

function indexOf({ routes, connections }: Kept): {
  readonly routes: ReadonlyMap<string, NumberRoute>;
  readonly connections: ReadonlyMap<ConnectionId, CarrierConnection>;
} {
  return {
    routes: new Map(routes.map((route) => [`${route.connection} ${route.e164}`, route])),
    connections: new Map(connections.map((connection) => [connection.id, connection])),
  };
}
