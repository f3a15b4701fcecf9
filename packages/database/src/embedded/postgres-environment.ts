/** PostgreSQL gets no more of our environment than it needs: secrets stay with us, and words and times are the same everywhere. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, LC_ALL: "C", TZ: "UTC", ...(SystemRoot ? { SystemRoot, TEMP } : {}) };
}
