import { numberEdges } from "./written-number.ts";

/** What a number takes, and must take to stand in a place. */
export type Taking = "call" | Texting;

/** What may be sent to a number besides calls. */
export type Texting = "sms" | "whatsapp";

/** How the script on a page reads it; the same for every site. */
export interface PageReading {
  /** What must not stand before and behind a number: regular expressions. */
  readonly edges: readonly [before: string, behind: string];
  /** Attributes a number may stand in, links that ring a phone first. */
  readonly places: readonly (readonly [selector: string, attribute: string, needs?: Taking])[];
  /** Selector of the elements that have one of these attributes: to ask for names first is three times as fast. */
  readonly attributes: string;
  /** What a page is watched for: a `MutationObserverInit`. */
  readonly watch: Readonly<Record<"childList" | "subtree" | "characterData", true>> & {
    readonly attributeFilter: readonly string[];
  };
  /**
   * Regular expressions (flag `u`) for texts. A number may be split over elements, so: where one may begin, where it may go
   * on, after what it may go on, and what is so short that it may be a piece of one.
   */
  readonly texts: readonly [begins: string, goesOn: string, isOpen: string, isPiece: string];
  /** Selector of what is left alone. */
  readonly ignore: string;
  /** Style of links that ring a phone, and of the highlight `ringtrail` over a number that is held back. */
  readonly style: string;
  /** Regular expression for the addresses of other call trackers' scripts. */
  readonly trackers: string;
}

/** Where numbers stand on pages, and where they are not ours. */
export const pageReading: PageReading = {
  edges: numberEdges,
  places: [
    ['[href^="tel:" i],[href^="callto:" i]', "href"],
    ['[href^="sms:" i],[href^="smsto:" i]', "href", "sms"],
    ['[href*="//wa.me/" i],[href*="whatsapp" i][href*="phone="]', "href", "whatsapp"],
    ["[aria-label]", "aria-label"],
    ["[title]", "title"],
  ],
  attributes: "[href],[aria-label],[title]",
  watch: {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ["href", "aria-label", "title"],
  },
  texts: [
    // Holds four digits together or ends with one, or has Arabic, Persian or full-width ones. To ask for any digit of
    // Unicode takes six times as long.
    "\\d(\\W*([\\dA-Z]|$)){3}|[\\u0660-\\u06f9\\uff10-\\uff19]",
    "^\\W*([\\dA-Z]|$)",
    "(^|\\p{Nd})\\P{L}*$",
    "^\\D{0,9}\\d[^]{0,9}$",
  ],
  // Not for readers, or not ours to write in. Microdata stays: search engines keep the business's number.
  ignore:
    "script,style,noscript,textarea,input,select,code,pre,kbd,samp,[itemprop~=telephone],[contenteditable]:not([contenteditable=false]),[data-ringtrail-ignore]",
  // Figures of equal width: a swap then moves nothing. No layout changes with a highlight, only colour.
  style:
    "[href^='tel:' i]{font-variant-numeric:tabular-nums}::highlight(ringtrail){color:#0000;-webkit-text-fill-color:#0000;text-shadow:none}",
  trackers:
    "callrail\\.com|calltrk|tctm\\.(?:co|xyz)|whatconverts|invoca(?:cdn)?\\.(?:net|com)|infinity-tracking|marchex\\.io|responsetap|mediahawk|ruleranalytics|delacon|nimbata|dialogtech|phonexa|convirza|callsource|ringba",
};
