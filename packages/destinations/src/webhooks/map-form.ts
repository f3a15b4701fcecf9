import type { Fact } from "@ringtrail/core/ports";

/** A form as a webhook says it. In healthcare mode the fact itself holds no more than the site and the channel. */
export function mapForm(id: string, about: Fact["about"]): object {
  const { site, siteName, name, ref, page, visit, channel, source, medium, campaign, keyword, clickId } = about;
  const credit = { channel, source, medium, campaign, keyword, clickId };
  return {
    id,
    // Empty in healthcare mode: a clinic may be called after one specialist.
    site: { id: site, name: siteName ?? "" },
    name,
    ref,
    page,
    visit,
    credit: channel === undefined ? undefined : credit,
  };
}
