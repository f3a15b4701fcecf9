import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Pinned: a newer Prism may judge otherwise. */
const version = "5.14.2";
/** It and what it needs (some 90 MB) survive here; no workspace depends on it, so nobody's first start fetches it. */
const cache = fileURLToPath(new URL(`../../../.tools/prism-${version}`, import.meta.url));

/** A Prism that answers as an OpenAPI document says, and refuses with 422 what the document does not allow. */
export interface Prism {
  readonly url: string;
  stop(): void;
}

/** Starts Prism on a document. Fetches it by npm the first time. @throws when it cannot be had or does not start. */
export async function startPrism(document: string): Promise<Prism> {
  const program = path.join(cache, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
  if (!existsSync(program)) fetchPrism();
  const port = await freePort();
  const child = spawn(process.execPath, [program, "mock", "-p", String(port), document], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += String(part);
      if (said.includes("Prism is listening")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`Prism ended with ${code}: ${said.slice(-500)}`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill("SIGKILL") };
}

function fetchPrism(): void {
  mkdirSync(cache, { recursive: true });
  console.error(`[prism] fetching Prism ${version} (once)`);
  const words = ["install", "--prefix", cache, "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  execFileSync("npm", [...words, `@stoplight/prism-cli@${version}`], { stdio: ["ignore", "ignore", "inherit"] });
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
