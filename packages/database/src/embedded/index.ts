export { startEmbedded } from "./start-embedded.ts";
export type { EmbeddedOptions, EmbeddedServer } from "./start-embedded.ts";
export type { EmbeddedTrouble } from "./trouble.ts";
