import { serverVersion } from "./cli/server-version.ts";
import type { ServerFacts } from "./deps.ts";
import type { Settings } from "./env.ts";
import { findServedFolders } from "./served-folders.ts";

/** What the server knows of itself, from its settings and the address it came to listen on. */
export function serverFacts(settings: Settings, publicUrl: string): ServerFacts {
  return {
    version: serverVersion(),
    publicUrl,
    fallbackUrl: settings.fallbackUrl ?? publicUrl,
    trustedProxies: settings.trustedProxies,
    dataFolder: settings.dataFolder,
    served: findServedFolders(),
    checksLeaks: settings.checksLeakedPasswords === true,
    securityContact: settings.securityContact,
    mayReachPrivate: settings.reachPrivateNetworks === true,
  };
}
