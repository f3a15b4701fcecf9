import { fallbackFiles, writeFallbackFiles } from "./fallback-files.ts";
import type { RouteSnapshot } from "./route-snapshot.ts";

/**
 * Makes what keeps a folder of fallback documents like the snapshot: a static host that serves the folder follows a
 * changed destination by itself. Writes only when something differs from what it wrote before.
 */
export function keepFallbackFiles(
  folder: string | undefined,
  snapshot: Pick<RouteSnapshot, "routes" | "connection">,
): () => Promise<void> {
  let written = "";
  return async () => {
    if (folder === undefined) return;
    const files = fallbackFiles(snapshot);
    const now = JSON.stringify(files);
    if (now === written) return;
    await writeFallbackFiles(folder, files);
    written = now;
  };
}
