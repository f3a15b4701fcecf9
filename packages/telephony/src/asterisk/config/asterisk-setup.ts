import type { E164, Instant } from "@ringtrail/core";
import type { Words } from "@ringtrail/core/call-flow";

/** What a printed configuration is made of. */
export interface AsteriskSetup {
  /** Where the dialplan asks: `https://calls.example.com/carriers/asterisk/<connection>`. */
  readonly baseUrl: string;
  /** The connection's secret. It is not printed; keys derived from it are. */
  readonly secret: string;
  /** The ARI user with which recordings are fetched: the connection's carrier account. */
  readonly ariUser: string;
  /** Every tracking number with the business behind it: the route when nobody can be asked. */
  readonly routes: readonly PrintedRoute[];
  readonly printedAt: Instant;
  /** How the business is dialled: `PJSIP/{number}@trunk`. */
  readonly dial: string;
  /** The address of the phone company's SIP trunk. Calls and caller headers are believed from nowhere else. */
  readonly trunk: TrunkAddress;
  /** How long the business rings when nobody can be asked. */
  readonly ringSeconds: number;
  readonly soundsFolder: string;
  /** Below Asterisk's own `recording` folder: ARI serves that one and no other. */
  readonly recordingsFolder: string;
  /** How long a report that was not acknowledged waits before it is sent again. */
  readonly retrySeconds: number;
  /**
   * The context in which the house's telephones dial; undefined leaves transfers to the house alone, and a newcomer
   * must be announced over the API.
   */
  readonly house?: string | undefined;
  /** The major version of Asterisk: 18 and newer record in stereo and report while a call goes on. */
  readonly version: number;
}

/** A tracking number and the way to its business without us. */
export interface PrintedRoute {
  readonly number: E164;
  readonly destination: E164;
  /** The notice without which no call may be put through; undefined where none is demanded. */
  readonly notice?: Words | undefined;
}

/** Where a SIP trunk is. */
export interface TrunkAddress {
  /** `sip.example.com` or `sip.example.com:5060`. */
  readonly host: string;
  /** Addresses or networks its calls come from. */
  readonly from: readonly string[];
}

/** What a setting is when nothing is said: Debian's folders and everybody's waits. */
export const usualSetup = {
  ringSeconds: 25,
  soundsFolder: "/usr/share/asterisk/sounds/ringtrail",
  recordingsFolder: "/var/spool/asterisk/recording",
  retrySeconds: 15,
  version: 22,
} as const;

/** One file to be laid beside Asterisk's own. */
export interface ConfigFile {
  readonly name: string;
  /** What to do with it, in a sentence. */
  readonly use: string;
  readonly text: string;
}
