import type { Milliseconds } from "@ringtrail/core";

/** What came of one attempt, in words every kind of destination shares. */
export type Outcome =
  /** There was nothing to send to this destination: `request` is what would have been, where that says something. */
  | { readonly kind: "nothing" }
  /** Not now: it is the quiet of whoever would hear it. */
  | { readonly kind: "later"; readonly waitMs: Milliseconds }
  | {
      readonly kind: "delivered" | "failed";
      /** What was sent, callers masked and secrets taken out. */
      readonly request: string;
      readonly status?: number | undefined;
      readonly trouble?: string | undefined;
      /** The beginning of what was answered. */
      readonly answer?: string | undefined;
      readonly isCut?: boolean | undefined;
      /** Said by the other side: try again, but not before. */
      readonly waitMs?: Milliseconds | undefined;
      /** Whether the failure is this message's own; the destination itself is well. */
      readonly isOwnFault?: boolean | undefined;
      /** Nothing will ever change it: the other side said that it is gone. */
      readonly isFinal?: boolean | undefined;
    };
