import type { VisitorExport } from "@ringtrail/api-contract";
import type { VisitStory } from "@ringtrail/core/ports";
import { showMoment } from "./show-moment.ts";

/** A visit as it is told to whoever made it. */
export function showVisit({ visit, startedAt, touch, pages }: VisitStory): VisitorExport["visits"][number] {
  return {
    id: visit,
    startedAt: showMoment(startedAt),
    channel: touch.channel,
    source: touch.source,
    pages: pages.map(({ path, at }) => ({ path, at: showMoment(at) })),
  };
}
