/** What the page must say: which site it is and where our server answers. */
export interface SnippetSettings {
  /** The site's public key. */
  readonly site: string;
  /** Address of the Ringtrail server, or of a first-party path that leads to it. Default: where the script came from. */
  readonly server?: string;
  /** The site's configuration as the server gives it, where it came with the script or the page: then nothing is asked for it. */
  readonly config?: object;
  /** Forms that are sent carry the visit's id in the field `ringtrail_visit`, if the visitor agreed. */
  readonly forms?: boolean | string;
  /** More attributes a number may stand in: `[["[data-phone]", "data-phone"]]`. */
  readonly places?: readonly [selector: string, attribute: string][];
}

/** What may wait in the queue: settings, the answer a banner remembered, or work for when we are there. */
export interface Queued extends Partial<SnippetSettings> {
  readonly answer?: "granted" | "denied";
  /** A function has it by itself. */
  call?(self: Ringtrail, page: Ringtrail): void;
}

/** What the page may call: the one global, `window.ringtrail`. */
export interface Ringtrail {
  readonly version: string;
  /** Takes the visitor's answer. Call it as often as you like; the last answer counts. */
  consent(choice: "granted" | "denied"): void;
  /** Takes what would also have waited in the queue before we were there. */
  push(...queued: readonly Queued[]): void;
  /** Calls back after each number that was changed on the page. */
  on(name: "swap", heard: (swap: Swap) => void): void;
  /** The numbers on the page that stand for the site's, as they are shown now. */
  numbers(): readonly NumberOnPage[];
  /** Looks at a part of the page at once, instead of before the next frame. */
  swap(node: Node): void;
}

/** A number was changed: for which target number, to which, and where. */
export interface Swap {
  readonly target: string;
  readonly e164: string;
  readonly element: Element;
}

/** A number on the page: its target, what is shown, and the text or attribute it begins in. */
export interface NumberOnPage {
  readonly target: string;
  readonly e164: string;
  /** Our id of the number, if it is not the business's own or its source's. */
  readonly number?: string | undefined;
  readonly node: Node;
}

declare global {
  interface Window {
    /** The one global: a queue until the script has arrived, then what the page may call. */
    ringtrail?: Queued[] | Ringtrail;
  }
}
