import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { CallDetail } from "@ringtrail/api-contract";
import { playedNumbers } from "./answer-numbers.ts";
import { anUnseenSite } from "./answer-sites.ts";
import { answerApi } from "./answer-api.ts";
import { openStreams } from "./event-streams.ts";
import type { ContractWorld } from "./contract-world.ts";
import { anEmptyOverview } from "./sample-overview.ts";
import { settingsOfOne } from "./sample-settings.ts";
import { sampleFlow } from "./sample-flow.ts";
import { sendFolder } from "./send-folder.ts";

/** A small server that plays the Ringtrail API for the screens, over real HTTP. */
export interface ContractServer {
  readonly url: string;
  readonly world: ContractWorld;
  /** Adds or replaces a call and tells every open stream. */
  readonly tell: (call: CallDetail) => void;
  /** Every request as `GET /v1/calls`, with its authorization header. */
  readonly requests: readonly { readonly line: string; readonly authorization: string | undefined }[];
  /** Ends every open stream as a restart would. */
  readonly dropStreams: () => void;
  readonly close: () => Promise<void>;
}

/** Starts the server. `console` is the folder of the built console, served under `/console/` with a strict policy. */
export async function startContractServer(options: { readonly console?: string } = {}): Promise<ContractServer> {
  const world: ContractWorld = {
    calls: [],
    overview: anEmptyOverview(),
    pools: [],
    businessPlaces: ["US-TX"],
    overrides: {},
    mayChangeRules: true,
    callerPlaces: [],
    cannot: [],
    notices: [],
    flow: sampleFlow(),
    sounds: [],
    destinations: [],
    deliveries: [],
    adPlatforms: [],
    conversions: [],
    quiet: undefined,
    receiverAnswers: 204,
    orders: [],
    forms: [],
    waitingCalls: [],
    otherTrackers: [],
    settings: settingsOfOne(),
    carrier: playedNumbers(),
    addedSites: [],
    approvals: new Map(),
    siteCheck: anUnseenSite(),
    heard: [],
    orderRules: { windowDays: 7, matchesCallers: false },
    notes: new Map(),
    values: new Map(),
    costRows: 0,
    failWith: undefined,
    linksMade: 0,
    linksExpired: 0,
  };
  const requests: { line: string; authorization: string | undefined }[] = [];
  const streams = openStreams();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://server");
    requests.push({
      line: `${request.method} ${url.pathname}${url.search}`,
      authorization: request.headers.authorization,
    });
    if (options.console !== undefined && url.pathname.startsWith("/console/")) {
      await sendFolder(options.console, url.pathname.slice("/console/".length), response);
      return;
    }
    await answerApi({ world, streams, url, request, response });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((problem: unknown) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(problem));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");

  return {
    url: `http://127.0.0.1:${address.port}`,
    world,
    requests,
    tell: (call) => {
      const known = world.calls.findIndex(({ id }) => id === call.id);
      if (known === -1) world.calls.unshift(call);
      else world.calls[known] = call;
      streams.tell(call.id);
    },
    dropStreams: streams.drop,
    close: async () => {
      streams.drop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
