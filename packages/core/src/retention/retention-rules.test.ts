import { expect, test } from "vitest";
import { day, instant } from "../time.ts";
import { noRetentionWish, retentionDue } from "./retention-rules.ts";

const now = instant(1_000 * day);

test("visits are kept for thirteen months, callers and recordings for two years, unless an owner says otherwise", () => {
  expect(retentionDue(noRetentionWish, now)).toEqual({
    visits: (1_000 - 396) * day,
    callers: (1_000 - 731) * day,
    recordings: (1_000 - 731) * day,
  });
  expect(retentionDue({ ...noRetentionWish, recordingDays: 30 }, now)).toEqual({
    visits: (1_000 - 396) * day,
    callers: (1_000 - 731) * day,
    recordings: 970 * day,
  });
});
