import { after, day, type Instant } from "../time.ts";

/** How many days an account's owner wants things kept. Undefined: what is usual. */
export interface RetentionWish {
  /** Visits with their pages, touches and the numbers they were shown. */
  readonly visitDays: number | undefined;
  /** Numbers and names of callers; their calls stay as figures. */
  readonly callerDays: number | undefined;
  /** Recordings and what was written down of them. */
  readonly recordingDays: number | undefined;
}

/** What counts, in days. */
export type RetentionDays = { readonly [kind in keyof RetentionWish]: number };

/** What is older than these moments is due to be forgotten. */
export interface RetentionDue {
  readonly visits: Instant;
  readonly callers: Instant;
  readonly recordings: Instant;
}

/** Thirteen months for visits, two years for callers and recordings. Proofs and the audit log are never shortened. */
export const usualRetention: RetentionDays = { visitDays: 396, callerDays: 731, recordingDays: 731 };

/** The bounds of a wish, in days. */
export const retentionBounds = { least: 1, most: 3650 } as const;

/** No owner yet said anything. */
export const noRetentionWish: RetentionWish = { visitDays: undefined, callerDays: undefined, recordingDays: undefined };

/** How long what is kept in the end. */
export function retentionDays({ visitDays, callerDays, recordingDays }: RetentionWish): RetentionDays {
  return {
    visitDays: visitDays ?? usualRetention.visitDays,
    callerDays: callerDays ?? usualRetention.callerDays,
    recordingDays: recordingDays ?? usualRetention.recordingDays,
  };
}

/** What is due to be forgotten now. */
export function retentionDue(wish: RetentionWish, now: Instant): RetentionDue {
  const { visitDays, callerDays, recordingDays } = retentionDays(wish);
  return {
    visits: after(now, -visitDays * day),
    callers: after(now, -callerDays * day),
    recordings: after(now, -recordingDays * day),
  };
}
