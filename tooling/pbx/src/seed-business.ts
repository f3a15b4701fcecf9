import { parseE164, type AccountId, type ConnectionId, type E164 } from "@ringtrail/core";
import type { CallFlow, Words } from "@ringtrail/core/call-flow";
import type { Stores } from "@ringtrail/database";

/** A business with one recorded number and one that is put through without a notice. */
export interface Business {
  readonly account: AccountId;
  readonly connection: ConnectionId;
  readonly secret: string;
}

export const announcement: CallFlow["announcement"] = {
  text: "This call will be recorded.",
  language: "en-US",
  refusalKey: "9",
};

/** What a caller hears before the beep. */
export const greeting: Words = { text: "Please leave a message.", language: "en-US" };

/** The numbers of the lane, from the range kept free for fiction. */
export const numbers = {
  recorded: e164("+14155550111"),
  plain: e164("+14155550112"),
  /** Known to the dialplan alone: its owner wants no call without a notice. */
  noticed: e164("+14155550113"),
  foreign: e164("+14155550119"),
  business: e164("+14155550100"),
  colleague: e164("+14155550101"),
  caller: e164("+12125550188"),
  /** A place whose law wants the notice inside the recording. */
  fromWashington: e164("+12065550142"),
} as const;

export const ariUser = "ringtrail";

/** Makes the account, its sites and numbers, and the connection to the PBX. */
export async function seedBusiness(stores: Stores, httpPort: number): Promise<Business> {
  const { accounts } = stores;
  const secret = "the lane's own secret";
  const account = await accounts.createAccount("PBX lane");
  const apiBase = `http://127.0.0.1:${httpPort}`;
  const connection = await accounts.saveConnection({
    account,
    carrier: "asterisk",
    carrierAccount: ariUser,
    secret,
    apiBase,
  });
  for (const recordingWanted of [true, false]) {
    const site = await accounts.saveSite(account, {
      key: recordingWanted ? "pbxrecorded" : "pbxplain",
      name: recordingWanted ? "Recorded" : "Plain",
      origins: [],
      regime: "opt-in",
      flow: { destination: numbers.business, ringSeconds: 6, announcement, recordingWanted },
      businessPlaces: ["US-CA"],
    });
    const target = await accounts.saveTarget(account, site, { e164: numbers.business, label: "Main line" });
    const touch = { channel: "print", source: "flyer", medium: "print", rule: "source_number" } as const;
    await accounts.saveNumber(account, {
      connection,
      site,
      target,
      e164: recordingWanted ? numbers.recorded : numbers.plain,
      role: "source",
      touch: { ...touch, channel: "direct", campaign: undefined, keyword: undefined, clickId: undefined },
    });
  }
  return { account, connection, secret };
}

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
