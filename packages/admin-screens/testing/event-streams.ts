import type { ServerResponse } from "node:http";
import type { LiveEvent } from "@ringtrail/api-contract";

/** Open streams of server-sent events. */
export interface EventStreams {
  /** Opens a stream; first it tells everything after the event the browser heard last. */
  readonly open: (response: ServerResponse, lastEventId: string | undefined) => void;
  readonly tell: (call: string) => void;
  readonly drop: () => void;
}

/** Keeps every event, so that a stream that was lost resumes where it stood. */
export function openStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const told: LiveEvent[] = [];
  const write = (stream: ServerResponse, index: number): void => {
    stream.write(`id: ${index + 1}\nevent: call\ndata: ${JSON.stringify(told[index])}\n\n`);
  };
  return {
    open: (response, lastEventId) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      // The browser may try again at once: tests do not wait the usual three seconds.
      response.write("retry: 50\n\n");
      open.add(response);
      response.on("close", () => open.delete(response));
      for (let index = Number(lastEventId ?? told.length); index < told.length; index++) write(response, index);
    },
    tell: (call) => {
      told.push({ kind: "call_changed", call, at: new Date().toISOString() });
      for (const stream of open) write(stream, told.length - 1);
    },
    drop: () => {
      for (const stream of open) stream.destroy();
      open.clear();
    },
  };
}
