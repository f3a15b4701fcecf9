import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
  SnippetReport,
  Beacon,
  PageCount,
  SiteConfig,
  SwapRequest,
  SwapResponse,
  type BeaconEvent,
  type WrittenNumber,
} from "@ringtrail/api-contract";
import { pageReading, parseE164, writtenNumber } from "@ringtrail/core";
import { sourcePattern, type SourceCondition } from "@ringtrail/core/attribution";
import { listen } from "./listen.ts";

/** The business's own number, the numbers of its sources, and the one a visit is lent. */
export const ownNumber = "+14155550100";
export const sourceNumber = { ads: "+14155550110", direct: "+14155550111" } as const;
export const lentNumber = "+14155550123";
export const targetId = "0198c0de-0000-7000-8000-000000000001";
const numberId = "0198c0de-0000-7000-8000-000000000002";
const visitor = "0198c0de-0000-7000-8000-000000000003";

/** A real HTTP server that answers by the contract's schemas and remembers what it was asked. */
export interface PlayedApi {
  readonly url: string;
  readonly config: SiteConfig;
  readonly swaps: SwapRequest[];
  readonly beacons: BeaconEvent[];
  readonly reports: SnippetReport[];
  /** Pages that were counted, and what else the request told. */
  readonly counted: (PageCount & { readonly url: string; readonly told: IncomingMessage["headers"] })[];
  /** Every address that was asked for, in order. */
  readonly asked: string[];
  /** What each of these requests told of where it came from. */
  readonly referrers: (string | undefined)[];
  /** Bodies the contract refuses. A test that ends with one has failed. */
  readonly refused: string[];
  /** True: the page garbles what it sends on purpose, so that a body that is no JSON is no failure of ours. */
  hearsNonsense: boolean;
  /** What the swap door does: answers, answers an error, or hangs until it is told to answer. */
  door: "open" | "broken" | "held";
  /** How long each answer takes to begin, as over a network. */
  delayMs: number;
  /** The number the next swap lends, or "own" when it lends none. */
  lends: string;
  /** What the lent number takes. */
  takes: WrittenNumber["takes"];
  /** False: the server gives numbers but keeps no visit, as it does for programs. */
  stores: boolean;
  /** Answers the swaps that were held. */
  release(): void;
  /** Waits until the condition holds; it is looked at after every request. */
  until(condition: (api: PlayedApi) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Answers what is none of the API's doors; true when it did. */
export type OtherDoors = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Starts the server. `change` overrides parts of the site's configuration; `others` answers other addresses. */
export async function playApi(change: Partial<SiteConfig> = {}, others?: OtherDoors): Promise<PlayedApi> {
  const config = SiteConfig.parse({ ...aConfig, ...change });
  const waiting = new Set<() => void>();
  const held: (() => void)[] = [];
  const swaps: SwapRequest[] = [];
  const beacons: BeaconEvent[] = [];
  const reports: SnippetReport[] = [];
  const counted: PlayedApi["counted"] = [];
  const asked: string[] = [];
  const referrers: PlayedApi["referrers"] = [];
  const refused: string[] = [];
  let visits = 0;

  const answerSwap = (body: unknown): SwapResponse => {
    const request = SwapRequest.parse(body);
    swaps.push(request);
    const visit = request.visit ?? `0198c0de-0000-7000-8000-0000000001${String(++visits).padStart(2, "0")}`;
    const numbers = request.targets.map((target) => {
      const own = config.targets.find((one) => one.target === target)?.e164 ?? "";
      if (api.lends === "own") return { ...aNumber(target, own), how: "own" as const };
      return { ...aNumber(target, api.lends), takes: api.takes, number: numberId, how: "free" as const };
    });
    const token = api.stores ? `token of ${visit}` : "";
    return SwapResponse.parse({ visitor: request.visitor ?? visitor, visit, token, numbers });
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? "/", "http://api");
    asked.push(pathname);
    referrers.push(request.headers.referer);
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    response.setHeader("access-control-allow-credentials", "true");
    if (api.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, api.delayMs));
    if (pathname.startsWith("/snippet/")) {
      const name = /ringtrail(-debug|-pages)?\.js$/.exec(pathname)?.[0] ?? "ringtrail.js";
      response.setHeader("content-type", "text/javascript");
      response.end(await readFile(new URL(`../dist/${name}`, import.meta.url)));
    } else if (pathname === `/v1/sites/${config.site}/ringtrail.js`) {
      // In ASCII, as the server writes it: a browser keeps a file with one wider sign in it twice as large.
      const settings = JSON.stringify({ site: config.site, server: api.url, config }).replaceAll(
        /[\u007f-\uffff]/g,
        (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      response.setHeader("content-type", "text/javascript; charset=utf-8");
      response.write(
        `//# allFunctionsCalledOnLoad\n!function(q){q.unshift&&q.unshift(${settings})}(self.ringtrail=self.ringtrail||[]);\n`,
      );
      if (config.pages) response.write(await readFile(new URL("../dist/ringtrail-pages.js", import.meta.url)));
      response.end(await readFile(new URL("../dist/ringtrail.js", import.meta.url)));
    } else if (pathname === `/v1/sites/${config.site}/page-counts`) {
      const body = PageCount.parse(await readBody(request));
      counted.push({ ...body, url: request.url ?? "", told: request.headers });
      response.writeHead(204).end();
    } else if (pathname === "/v1/report") {
      reports.push(SnippetReport.parse(await readBody(request)));
      response.writeHead(204).end();
    } else if (pathname === `/v1/sites/${config.site}/config`) {
      response.setHeader("content-type", "application/json").end(JSON.stringify(config));
    } else if (pathname === "/v1/swap" && api.door === "broken") {
      response.writeHead(500).end();
    } else if (pathname === "/v1/swap") {
      const answer = JSON.stringify(answerSwap(await readBody(request)));
      const send = (): void => void response.setHeader("content-type", "application/json").end(answer);
      if (api.door === "held") held.push(send);
      else send();
    } else if (pathname === "/v1/beacon") {
      beacons.push(...Beacon.parse(await readBody(request)).events);
      response.writeHead(204).end();
    } else if (!(await others?.(request, response))) {
      response.writeHead(404).end();
    }
  };

  const server = createServer((request, response) => {
    handle(request, response)
      .catch((failure: unknown) => {
        // The page was left, or the browser closed, in the middle of a request: nobody waits for the answer.
        if (!request.complete || request.errored) return;
        if (!(api.hearsNonsense && failure instanceof SyntaxError)) refused.push(String(failure));
        response.writeHead(400).end();
      })
      .finally(() => waiting.forEach((look) => look()));
  });
  const { url, close } = await listen(server);
  const api: PlayedApi = {
    url,
    config,
    swaps,
    beacons,
    reports,
    counted,
    asked,
    referrers,
    refused,
    hearsNonsense: false,
    delayMs: 0,
    close,
    door: "open",
    lends: lentNumber,
    takes: ["call"],
    stores: true,
    release: () => held.splice(0).forEach((send) => send()),
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition(api)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
  return api;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const type = request.headers["content-type"] ?? "";
  // Anything else would make the browser ask for permission first.
  if (!type.startsWith("text/plain")) throw new Error(`sent as ${type}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** A number as the server tells pages of it. */
export function aNumber(target: string, e164: string): WrittenNumber {
  const parsed = parseE164(e164);
  if (!parsed.ok) throw new Error(`${e164} is not a number`);
  return { target, ...writtenNumber(parsed.value), takes: ["call"] };
}

/** A target number as the server tells pages of it. */
export function aTarget(target: string, e164: string): WrittenNumber {
  return { ...aNumber(target, e164), takes: ["call", "sms", "whatsapp"] };
}

/** A source with a number for each target, as the server tells pages of it. */
export function aSource(
  name: string,
  conditions: readonly SourceCondition[],
  numbers: Readonly<Record<string, string>>,
): SiteConfig["sources"][number] {
  const written = Object.entries(numbers).map(([target, e164]) => aNumber(target, e164));
  return { name, match: sourcePattern(conditions), numbers: written };
}

const aConfig: SiteConfig = {
  site: "demo",
  version: "1",
  regime: "opt-out",
  targets: [aTarget(targetId, ownNumber)],
  sources: [
    aSource("Google Ads", [{ anyParam: ["gclid"] }, { utm: { source: ["google"], medium: ["cpc"] } }], {
      [targetId]: sourceNumber.ads,
    }),
    aSource("Direct", [{}], { [targetId]: sourceNumber.direct }),
  ],
  ...pageReading,
  edges: [...pageReading.edges],
  places: pageReading.places.map((place) => [...place]),
  watch: { ...pageReading.watch, attributeFilter: [...pageReading.watch.attributeFilter] },
  texts: [...pageReading.texts],
  // On a busy machine 400 ms are over before a test has begun; what is about them says so itself.
  holdMs: 30_000,
  heartbeatSeconds: 1,
};
