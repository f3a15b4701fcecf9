import { problems, type ProblemCode } from "@ringtrail/api-contract";
import { instant, type AccountId, type Result } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { Stores } from "@ringtrail/database";
import { carrierFor } from "@ringtrail/telephony";
import { makeLog } from "../../make-log.ts";
import { newId } from "../../new-id.ts";
import { chooseConnection, type NumberWorld } from "../../numbers/number-world.ts";
import { deriveSecrets } from "../../secrets.ts";
import { findAccount } from "../find-account.ts";
import { CommandFailure, type Output } from "../output.ts";
import { readCliSettings } from "../read-cli-settings.ts";
import { withStorage } from "../with-storage.ts";

/** What every number command is told. */
export interface DeskOptions {
  readonly account?: string;
  /** A connection's id; not needed when there is only one. */
  readonly connection?: string;
}

/** Where a number command works. */
export interface Desk {
  readonly world: NumberWorld;
  readonly account: AccountId;
  connection(): Promise<CarrierConnection>;
}

/** Opens the stores for one number command, without a server of its own; a running one notices by itself. */
export function atDesk<Value>(
  output: Output,
  options: DeskOptions,
  work: (desk: Desk, stores: Stores) => Promise<Value>,
): Promise<Value> {
  return withStorage(output, async (stores) =>
    work(deskOf(stores, await findAccount(stores.accounts, options.account), options.connection), stores),
  );
}

function deskOf(
  { accounts, directory, numbers, pools, masterKey }: Stores,
  account: AccountId,
  id: string | undefined,
): Desk {
  const settings = readCliSettings();
  const publicUrl = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`;
  const world: NumberWorld = {
    accounts,
    directory,
    numbers,
    pools,
    carrierFor,
    newId,
    now: () => instant(Date.now()),
    secrets: deriveSecrets(masterKey),
    server: { publicUrl, fallbackUrl: settings.fallbackUrl ?? publicUrl },
    log: makeLog("silent"),
    snapshot: { refresh: async () => undefined },
  };
  return {
    world,
    account,
    connection: async () => {
      const chosen = must(await chooseConnection(world, account, id as CarrierConnection["id"] | undefined));
      if (chosen.carrier === "fake" || settings.publicUrl !== undefined) return chosen;
      throw new CommandFailure(
        "public_url_missing",
        "A carrier must reach this server, and PUBLIC_URL does not say where.",
        "Set PUBLIC_URL to the https address of this server.",
      );
    },
  };
}

/** What went well, or the reason as a failure of the command, in the contract's words. @throws CommandFailure. */
export function must<Value>(result: Result<Value, { readonly code: ProblemCode }>): Value {
  if (result.ok) return result.value;
  const { code } = result.reason;
  throw new CommandFailure(code, problems[code].title, problems[code].fix);
}

/** A price as people read it. */
export function sayPrice(rent: { readonly cents: number; readonly currency: string } | undefined): string {
  return rent === undefined ? "price unknown" : `${(rent.cents / 100).toFixed(2)} ${rent.currency} a month`;
}
