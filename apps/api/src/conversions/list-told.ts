import type { ToldConversionShown } from "@ringtrail/api-contract";
import { after, day, type AccountId, type Instant } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import { showMoment } from "../show/show-moment.ts";
import { adPlatformKinds } from "./ad-platform-kinds.ts";
import { fileReceiver } from "./write-conversion-file.ts";

/** As long as any platform takes changes. */
const shownMs = 90 * day;

/** What ad platforms were told of calls, by API and by file, newest call first. Neither caller nor click is named. */
export async function listTold(
  { destinations, directory, conversions, now }: Pick<Deps, "destinations" | "directory" | "conversions" | "now">,
  account: AccountId,
  { site, before, limit }: { readonly site?: string | undefined; readonly before: Instant; readonly limit: number },
): Promise<readonly ToldConversionShown[]> {
  const since = after(now(), -shownMs);
  const sites = (await directory.sitesOf(account)).filter((one) => site === undefined || one.site === site);
  const platforms = (await destinations.destinations(account)).filter(
    (one) => adPlatformKinds.has(one.kind) && (site === undefined || one.site === site),
  );
  const receivers = [
    ...platforms.map(({ id, kind }) => ({
      to: id,
      platform: kind as ToldConversionShown["platform"],
      how: "api" as const,
    })),
    ...sites.flatMap((one) =>
      (["google_ads", "microsoft_ads"] as const).map((platform) => {
        return { to: fileReceiver(platform, one.site), platform, how: "file" as const };
      }),
    ),
  ];
  const told = await Promise.all(
    receivers.map(async ({ to, platform, how }) =>
      (await conversions.told(account, to, since)).map((one) => ({ ...one, platform, how })),
    ),
  );
  return told
    .flat()
    .filter(({ at }) => at < before)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, platform, how, call, at, click, worth, state }) => ({
      id,
      platform,
      how,
      call,
      at: showMoment(at),
      ...(click && { click: click.kind }),
      ...(worth && { value: { amount: worth.micros / 1e6, currency: worth.currency } }),
      state,
    }));
}
