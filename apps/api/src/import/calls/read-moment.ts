import { err, instant, ok, type Instant, type Result } from "@ringtrail/core";

interface Wrong {
  readonly code: "time_malformed" | "zone_missing" | "zone_unknown";
}

const written =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*([ap]m)?\s*(z|utc|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a time as exports write it: `2026-11-02T10:00:00-05:00`, `2026-11-02 01:00 PM -05:00`. Where it tells no
 * distance from UTC, the zone (`America/New_York`) does; an hour that a change of clocks repeats is its first.
 */
export function readMoment(text: string, zone: string | undefined): Result<Instant, Wrong> {
  const [, year, month, day, hours, minutes, seconds = "00", half, offset] = written.exec(text.trim()) ?? [];
  if (year === undefined) return err({ code: "time_malformed" });
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return err({ code: "time_malformed" });
  const hour24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  const iso = `${year}-${month}-${day}T${String(hour24).padStart(2, "0")}:${minutes}:${seconds}`;
  const asUtc = Date.parse(`${iso}Z`);
  // The parser of dates takes the thirtieth of February for a day in March.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(iso)) return err({ code: "time_malformed" });
  if (offset !== undefined) {
    const off = offsetMs(offset);
    return off === undefined ? err({ code: "time_malformed" }) : ok(instant(asUtc - off));
  }
  if (zone === undefined) return err({ code: "zone_missing" });
  const clock = clockOf(zone);
  if (clock === undefined) return err({ code: "zone_unknown" });
  // A zone's distance from UTC is asked a day before and after: of two that fit, the earlier instant is the first.
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((near) => clock(near) - near);
  const fits = offsets.map((off) => asUtc - off).filter((at) => clock(at) === asUtc);
  return ok(instant(fits.length > 0 ? Math.min(...fits) : asUtc - (offsets[0] ?? 0)));
}

function offsetMs(offset: string): number | undefined {
  if (/^(z|utc)$/i.test(offset)) return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant, as if it were UTC. Undefined when there is no such zone. */
function clockOf(zone: string): ((at: number) => number) | undefined {
  let format = clocks.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
    } catch {
      return undefined;
    }
    clocks.set(zone, format);
  }
  const shown = format;
  return (at) => Date.parse(`${shown.format(at).replace(" ", "T")}Z`);
}
