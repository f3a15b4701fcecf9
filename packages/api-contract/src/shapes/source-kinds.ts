/** A place without page views that a source number can stand for. */
export interface SourceKind {
  readonly id: "google-business-profile" | "ad-call-asset" | "print" | "radio" | "other";
  /** As a person calls it. */
  readonly label: string;
  readonly channel: "maps" | "paid_search" | "campaign" | "paid_other";
  readonly source: string;
  readonly medium: string;
}

/** The places the wizard offers. A call on such a number is credited to its place, with certainty and no visitor. */
export const sourceKinds: readonly SourceKind[] = [
  {
    id: "google-business-profile",
    label: "Google Business Profile",
    channel: "maps",
    source: "google",
    medium: "business_profile",
  },
  { id: "ad-call-asset", label: "Call asset of an ad", channel: "paid_search", source: "google", medium: "call_asset" },
  { id: "print", label: "Print: flyer, paper, poster", channel: "campaign", source: "print", medium: "offline" },
  { id: "radio", label: "Radio or television", channel: "paid_other", source: "radio", medium: "offline" },
  { id: "other", label: "Another place", channel: "campaign", source: "other", medium: "offline" },
];
