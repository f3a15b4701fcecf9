import { AdPlatformShown } from "@ringtrail/api-contract";
import type { Destination } from "@ringtrail/core/ports";

/** An ad platform as its owner sees it. */
export function showAdPlatform({ id, kind, site, isOn, settings }: Destination): AdPlatformShown {
  const { last, platform: _platform, site: _site, isOn: _isOn, ...told } = settings;
  return AdPlatformShown.parse({ id, platform: kind, site, isOn, settings: told, last });
}
