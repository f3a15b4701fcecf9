import type { Instant } from "@ringtrail/core";
import type { OpeningHours } from "@ringtrail/core/call-flow";

/** A moment as a clock and a calendar on the wall of the business show it. */
interface WallTime {
  /** `2026-12-25`. */
  readonly date: string;
  /** 1 Monday to 7 Sunday. */
  readonly day: number;
  /** `09:05`. */
  readonly time: string;
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * Says whether a business is open at a moment, by its own clock: summer time and the date line included. A time zone
 * this machine does not know counts as open, because a caller is on the line.
 */
export function isOpenAt({ timeZone, weekly, closedOn }: OpeningHours, at: Instant): boolean {
  if (!isTimeZone(timeZone)) return true;
  const { date, day, time } = wallTime(timeZone, at);
  if (closedOn.includes(date)) return false;
  return weekly.some((hours) => hours.day === day && hours.from <= time && time < hours.to);
}

/** True for a time zone this machine knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
    return true;
  } catch {
    return false;
  }
}

function wallTime(timeZone: string, at: Instant): WallTime {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    day: days.indexOf(part("weekday")) + 1,
    time: `${part("hour")}:${part("minute")}`,
  };
}
