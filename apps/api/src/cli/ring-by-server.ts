import { ApiError, createClient } from "@ringtrail/api-contract";
import { CommandFailure } from "./output.ts";

/** A call another machine's server is asked to let ring. */
export interface ServerCall {
  /** The server's address. */
  readonly server: string;
  /** An API key with the scope `calls:write`. */
  readonly key: string | undefined;
  readonly to: string;
  readonly from: string;
  readonly talkSeconds: number;
}

/** Asks a server for a test call. Answers the carrier's id of the call. @throws CommandFailure. */
export async function ringByServer({ server, key, to, from, talkSeconds }: ServerCall): Promise<string> {
  if (key === undefined) {
    throw new CommandFailure(
      "key_missing",
      "A server elsewhere is asked with an API key, and RINGTRAIL_KEY holds none.",
      "Make one there with: ringtrail keys create --name calls --scopes calls:write.",
    );
  }
  const client = createClient({
    baseUrl: server.replace(/\/+$/, ""),
    fetch,
    headers: { authorization: `Bearer ${key}` },
  });
  try {
    return (await client.ringTestCall({ to, from, talkSeconds })).carrierRef;
  } catch (error) {
    if (error instanceof ApiError) {
      const { code, title, fix = "See the server's log." } = error.problem;
      throw new CommandFailure(code, title, fix);
    }
    throw new CommandFailure("server_unreachable", `${server} does not answer.`, "Check the address and the network.");
  }
}
