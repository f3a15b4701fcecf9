import type { SiteConfig } from "@ringtrail/api-contract";

/** The site's configuration. Nothing of ours runs before it is known. */
export let config: SiteConfig;

/** Sets the configuration, once. */
export function useConfig(site: SiteConfig): void {
  config = site;
}
