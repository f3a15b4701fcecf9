import { err, ok, type Result } from "@ringtrail/core";
import type { Send } from "@ringtrail/destinations";

/** A page as it was served. */
export interface FetchedPage {
  readonly address: string;
  readonly html: string;
  readonly isCut: boolean;
}

/** Why there is none. */
export interface PageNotRead {
  readonly code: "page_unreachable";
  readonly says: string;
}

const mostRedirects = 4;
const keepBytes = 1024 * 1024;

/**
 * Fetches a page of a site. It goes out by the one way that reaches no machine of a private network, and follows a
 * redirect only from one address of the site to another.
 */
export async function fetchPage(
  send: Send,
  address: string,
  isOfSite: (url: URL) => boolean,
): Promise<Result<FetchedPage, PageNotRead>> {
  const fail = (says: string): Result<FetchedPage, PageNotRead> => err({ code: "page_unreachable", says });
  let url = new URL(address);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const headers = { accept: "text/html", "user-agent": "Ringtrail page look (its owner asked for it)" };
    const answer = await send({ url: url.href, method: "GET", headers, keepBytes, timeoutMs: 10_000 as never });
    if (!answer.ok) return fail(answer.reason.code);
    const { status, headers: told, body, isCut } = answer.value;
    const location = told["location"];
    if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url)) {
      url = new URL(location, url);
      if (!isOfSite(url)) return fail(`It leads elsewhere: ${url.origin}`);
      continue;
    }
    if (status !== 200) return fail(`It answered ${status}.`);
    if (!/html/i.test(told["content-type"] ?? "text/html")) return fail("It is no page.");
    return ok({ address: url.href, html: body, isCut });
  }
  return fail("It leads on and on.");
}
