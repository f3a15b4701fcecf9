import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A fake carrier's control door that takes every call and places none. */
export interface CarrierDoorForTest {
  readonly url: string;
  /** The bodies it was sent. */
  readonly asked: readonly unknown[];
}

/** Opens the door on a free port; it is closed after the test. */
export async function aCarrierDoor(): Promise<CarrierDoorForTest> {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked.push(JSON.parse(Buffer.concat(parts).toString("utf8")));
      response.writeHead(201, { "content-type": "application/json" }).end(`{"sid":"CA${asked.length}"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
