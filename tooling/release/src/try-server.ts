import { startInstalled } from "./start-installed.ts";

/** Starts the installed server and compares what it says of itself with the version that was released. @throws. */
export async function tryServer(project: string, version: string): Promise<void> {
  const server = await startInstalled(project);
  try {
    const health: { readonly version?: string } = await (await fetch(`${server.url}/healthz`)).json();
    const banner = (await (await fetch(`${server.url}/snippet/${version}/ringtrail.js`)).text()).slice(0, 80);
    if (health.version !== version) throw new Error(`/healthz says ${health.version}, and ${version} was released.`);
    if (!banner.includes(`Ringtrail ${version},`)) throw new Error(`The snippet's banner says: ${banner}`);
  } finally {
    await server.stop();
  }
}
