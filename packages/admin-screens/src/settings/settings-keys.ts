/** Under which the answers of this screen are kept. */
export const settingsKeys = {
  session: ["session"],
  sessions: ["sessions"],
  security: ["security"],
  people: ["people"],
  accounts: ["accounts"],
  apiKeys: ["api-keys"],
  audit: ["audit-log"],
  retention: ["retention"],
  carriers: ["carriers"],
  limits: ["number-limits"],
  connections: ["connections"],
} as const;
