import type { Instant } from "@ringtrail/core";

/** `2026-11-02 12:32:45+00:00`: the API's "yyyy-mm-dd hh:mm:ss+|-hh:mm", in UTC. */
export function apiMoment(at: Instant): string {
  return `${plain(at)}+00:00`;
}

/** `2026-11-02 12:32:45+0000`: in files the zone has no colon, else Google refuses the row. */
export function fileMoment(at: Instant): string {
  return `${plain(at)}+0000`;
}

function plain(at: Instant): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}
