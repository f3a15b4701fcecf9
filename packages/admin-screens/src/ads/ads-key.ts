/** Where the platforms are kept while the screen is open. */
export const adsKey = ["ad-platforms"] as const;

/** Where the ledger is kept. */
export const ledgerKey = ["conversions"] as const;
