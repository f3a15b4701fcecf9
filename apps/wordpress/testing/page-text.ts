/** A page of a site as a cache would keep it. */
export const pageText = async (url: string, headers: Record<string, string> = {}): Promise<string> =>
  (await fetch(url, { headers })).text();
