import { minute, type Milliseconds } from "@ringtrail/core";

/** When a person wants to hear nothing, in their own local time: `20:00` to `07:00` is a night. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** How long the quiet goes on from this local time of day; 0 when it is none. Equal ends are no quiet at all. */
export function quietLeft(
  { from, to }: QuietHours,
  local: { readonly hour: number; readonly minute: number },
): Milliseconds {
  const [start, end, now] = [minutesOf(from), minutesOf(to), local.hour * 60 + local.minute];
  if (start === end) return 0;
  const isQuiet = start < end ? now >= start && now < end : now >= start || now < end;
  return isQuiet ? ((end - now + 1_440) % 1_440) * minute : 0;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
