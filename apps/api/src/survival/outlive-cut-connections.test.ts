import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { outliveCutConnections } from "./outlive-cut-connections.ts";

/** A process that only listens and remembers with what it was ended. */
function aProcess() {
  const ended: number[] = [];
  const host = Object.assign(new EventEmitter(), { exit: (code: number) => void ended.push(code) });
  outliveCutConnections(host);
  return { host, ended };
}

const thrownAt = (place: string): Error =>
  Object.assign(new TypeError("Cannot read properties of null (reading 'write')"), {
    stack: `TypeError: Cannot read properties of null (reading 'write')\n    at ${place}\n    at process.processImmediate`,
  });

test("a write of the driver to a cut connection does not end the server", () => {
  const { host, ended } = aProcess();
  host.emit(
    "uncaughtException",
    thrownAt("Immediate.nextWrite (file:///x/node_modules/postgres/src/connection.js:255:22)"),
  );
  expect(ended).toEqual([]);
});

test.each(["write (file:///x/src/live/notify-bus.ts:3:1)", "nextWrite (file:///x/src/spool.ts:3:1)"])(
  "any other error that nobody caught ends it: %s",
  (place) => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { host, ended } = aProcess();
    host.emit("uncaughtException", thrownAt(place));
    expect(ended).toEqual([1]);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  },
);
