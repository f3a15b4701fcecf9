/** Where the call flow of a site is kept while the screen is open. */
export const flowKey = (site: string): readonly [string, string] => ["call-flow", site];
