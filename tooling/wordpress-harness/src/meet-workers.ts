import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** A question under way waits a few seconds for the plugin's server, and PHP here is slow. */
const patienceSeconds = 90;

/** Comes in, and waits until as many are there as PHP has workers. */
const script = (workers: number): string => `<?php
touch( __DIR__ . '/worker-' . (int) $_GET['worker'] );
$until = time() + ${patienceSeconds};
do {
  clearstatcache();
  if ( count( glob( __DIR__ . '/worker-*' ) ) === ${workers} ) { echo 'met'; exit; }
  usleep( 20000 );
} while ( time() < $until );
`;

/**
 * Answers when every request that came before has been answered, also one whose browser is gone: each PHP worker takes
 * one thing at a time, first come first served, so once all of them wait for each other nothing older is under way.
 * @throws when they do not meet in a minute and a half.
 */
export async function meetWorkers(
  workers: number,
  site: { readonly core: string; readonly url: string },
): Promise<void> {
  const name = `meeting-${Date.now()}`;
  const folder = path.join(site.core, name);
  await mkdir(folder);
  try {
    await writeFile(path.join(folder, "meet.php"), script(workers));
    const comeIn = async (_: unknown, worker: number): Promise<string> =>
      (await fetch(`${site.url}/${name}/meet.php?worker=${worker}`)).text();
    const answers = await Promise.all(Array.from({ length: workers }, comeIn));
    if (answers.some((answer) => answer !== "met")) throw new Error("The PHP workers did not come free.");
  } finally {
    await rm(folder, { recursive: true });
  }
}
