/** By its first line a worker of ours is known: somebody else's is never overwritten. */
export const workerMark = "// Written by `ringtrail fallback export`.";

/**
 * A program for hosts that run one before their files (Cloudflare Pages: `_worker.js`): it answers POST with the file as
 * GET does, because a carrier may ask either way. What such a program answers passes by the host's rules for headers, so
 * it names the type itself.
 */
export const fallbackWorker = `${workerMark} Telnyx asks by POST, which a host of plain files refuses.
const isDocument = /\\/fallback\\/\\d{7,15}\\.[a-z]+$/;

export default {
  async fetch(request, env) {
    if (!isDocument.test(new URL(request.url).pathname)) return env.ASSETS.fetch(request);
    const file = await env.ASSETS.fetch(new Request(request.url));
    const headers = new Headers(file.headers);
    if (file.ok) headers.set("Content-Type", "text/xml; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    return new Response(file.body, { status: file.status, headers });
  },
};
`;
