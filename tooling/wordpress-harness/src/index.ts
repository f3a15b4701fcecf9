// Every public name of the WordPress harness.
export type { PluginSource } from "./install-plugin.ts";
export type { WordPressSession } from "./sign-in.ts";
export { startWordPress } from "./start-wordpress.ts";
export type { WordPress, WordPressOptions } from "./start-wordpress.ts";
export { wordPressFiles, wordPressVersion } from "./wordpress-files.ts";
