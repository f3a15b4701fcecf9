import type { ConnectionId, Milliseconds } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import { watchAri, type AriPace, type AriSight, type AriWatch } from "@ringtrail/telephony/asterisk";
import type { Deps } from "../deps.ts";

/** How one PBX of an owner's is. */
export interface PbxSight extends AriSight {
  readonly connection: ConnectionId;
}

/** Every PBX, watched. */
export interface PbxWatch {
  readonly sights: () => readonly PbxSight[];
  readonly stop: () => void;
}

interface Watched {
  /** What the watch was begun with: other keys or another address begin a new one. */
  readonly by: string;
  readonly watch: AriWatch;
}

/**
 * Watches the events (ARI) of every PBX that numbers lead to, and says in the log when one falls silent and when it is
 * back. The list is read anew now and then from the route snapshot, so no database is asked. Nothing waits for a PBX:
 * calls and recordings go their own ways.
 */
export function watchPbxs(
  { snapshot, carrierFor, now, log }: Pick<Deps, "snapshot" | "carrierFor" | "now" | "log">,
  { everyMs, pace }: { readonly everyMs: Milliseconds; readonly pace?: AriPace },
): PbxWatch {
  const watched = new Map<ConnectionId, Watched>();
  const begin = (connection: CarrierConnection): Watched => {
    const { id } = connection;
    const changed = ({ health }: AriSight): void => {
      if (health === "up") log.info({ connection: id }, "the PBX answers");
      else log.warn({ connection: id, health }, "the PBX does not answer over ARI; calls need no ARI and go on");
    };
    const watch = watchAri(connection, { now, changed, ...(pace === undefined ? {} : { pace }) });
    return { by: keysOf(connection), watch };
  };
  const look = (): void => {
    const there = new Map(ownPbxs({ snapshot, carrierFor }).map((connection) => [connection.id, connection]));
    for (const [id, { by, watch }] of watched) {
      const connection = there.get(id);
      if (connection !== undefined && keysOf(connection) === by) continue;
      watch.stop();
      watched.delete(id);
    }
    for (const [id, connection] of there) if (!watched.has(id)) watched.set(id, begin(connection));
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    sights: () => [...watched].map(([connection, { watch }]) => ({ connection, ...watch.sight() })),
    stop: () => {
      clearInterval(timer);
      for (const { watch } of watched.values()) watch.stop();
      watched.clear();
    },
  };
}

function ownPbxs({ snapshot, carrierFor }: Pick<Deps, "snapshot" | "carrierFor">): readonly CarrierConnection[] {
  const ids = new Set(snapshot.routes().map(({ connection }) => connection));
  return [...ids].flatMap((id) => {
    const connection = snapshot.connection(id);
    return connection !== undefined && carrierFor(connection).isOwnPbx === true ? [connection] : [];
  });
}

function keysOf({ apiBase, carrierAccount, secret }: CarrierConnection): string {
  return JSON.stringify([apiBase, carrierAccount, secret]);
}
