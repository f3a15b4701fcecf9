import { playApi, type PlayedApi } from "./play-api.ts";
import { servePages, type PageServer } from "./serve-pages.ts";

/** What a test's page is made of. */
export interface Visiting {
  /** The body of the page at `/`. */
  readonly body: string;
  /** What stands in the head instead of an async script tag; told the API's address. */
  readonly head?: string | ((api: string) => string);
  /** Other pages by their path. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Files of the site that name the API's address. */
  readonly files?: (api: string) => Promise<Readonly<Record<string, string>>>;
  readonly config?: Parameters<typeof playApi>[0];
  /** What is opened first. Default `/`. */
  readonly path?: string;
  /** Runs in the page before anything else. */
  readonly before?: () => void;
  /** The page's clock can be put forward. */
  readonly hasClock?: true;
  /** The pages' Content-Security-Policy, for the API at this address. */
  readonly policy?: (api: string) => string;
  /** Changes the played server before the page is opened. */
  readonly arrange?: (api: PlayedApi) => void;
}

/** Pages that may be opened, and the API that they ask. */
export interface LaidPages {
  readonly api: PlayedApi;
  readonly site: PageServer;
}

/** Starts the servers of a test's pages. */
export async function layPages({
  body,
  head,
  pages = {},
  files,
  config,
  arrange,
  policy,
}: Visiting): Promise<LaidPages> {
  const api = await playApi(config);
  arrange?.(api);
  const snippet = `<script async src="${api.url}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const inHead = typeof head === "function" ? head(api.url) : head || snippet;
  const wrap = (inner: string): string =>
    `<!doctype html><html><head><title>A page</title>${inHead}</head><body>${inner}</body></html>`;
  const all = Object.entries({ "/": body, ...pages, ...(await files?.(api.url)) }).map(([at, inner]) => [
    at,
    at.endsWith(".js") ? inner : wrap(inner),
  ]);
  const site = await servePages(Object.fromEntries(all) as Record<string, string>, api.url, policy?.(api.url));
  return { api, site };
}
