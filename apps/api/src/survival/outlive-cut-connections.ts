/** The part of the process that hears of errors nobody caught. */
interface ErrorEar {
  on(event: "uncaughtException", listener: (error: Error) => void): unknown;
  exit(code: number): void;
}

/**
 * Lets the server outlive one fault of its database driver: postgres-js 3.4.9 writes once more to a connection that was
 * cut, in a timer where nobody can catch it. Every other uncaught error still ends the process, as Node would.
 */
export function outliveCutConnections(host: ErrorEar): void {
  host.on("uncaughtException", (error) => {
    if (isWriteToCutConnection(error)) return;
    console.error(error);
    host.exit(1);
  });
}

/** True only for that write of that driver. What waits for its answer is ended by its own deadline. */
export function isWriteToCutConnection(error: {
  readonly name?: string | undefined;
  readonly stack?: string | undefined;
}): boolean {
  const first = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "";
  return error.name === "TypeError" && /\bnextWrite\b/.test(first) && /[\\/]postgres[\\/]/.test(first);
}
