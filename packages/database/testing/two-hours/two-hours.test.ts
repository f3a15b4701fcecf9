import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("hold-two-hours.ts", import.meta.url));
const mebibyte = 1024 * 1024;

/** A carrier that sends as many bytes as it is asked for, in pieces. */
async function aCarrier() {
  const server = createServer((request, response) => {
    const bytes = Number(new URL(request.url ?? "/", "http://carrier").searchParams.get("bytes"));
    const pieces = function* () {
      for (let left = bytes; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), left % 251);
    };
    response.writeHead(200, { "content-length": bytes });
    Readable.from(pieces()).pipe(response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/` };
}

const runsLongLanes = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!runsLongLanes) console.log("SKIP (npm run test:all runs it): a recording of two hours in 32 MiB of memory");

test.runIf(runsLongLanes)(
  "a recording of two hours is fetched, kept and played in 32 MiB of memory",
  async () => {
    const { server, url } = await aCarrier();
    const child = spawn(process.execPath, ["--expose-gc", "--no-warnings", program, url], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said = await text(child.stdout);
    server.close();
    const { size, read, kept, played } = JSON.parse(said);
    console.log(
      `two hours of sound: ${(kept / mebibyte).toFixed(1)} MiB to keep, ${(played / mebibyte).toFixed(1)} to play`,
    );

    expect([size, read]).toEqual([230_400_000, 230_400_000]);
    expect(kept).toBeLessThanOrEqual(32 * mebibyte);
    expect(played).toBeLessThanOrEqual(32 * mebibyte);
  },
  240_000,
);
