// Every public name of the WordPress harness.
export { compilePhp } from "./compile-php.ts";
export { deletePlugin } from "./delete-plugin.ts";
export { findPhp } from "./find-php.ts";
export type { NativePhp } from "./find-php.ts";
export { startNativeWordPress } from "./start-native.ts";
export type { NativeWordPress } from "./start-native.ts";
export type { PluginSource } from "./install-plugin.ts";
export type { WordPressSession } from "./sign-in.ts";
export { startWordPress } from "./start-wordpress.ts";
export type { PhpVersion, WordPress, WordPressOptions } from "./start-wordpress.ts";
export { wordPressFiles, wordPressVersion } from "./wordpress-files.ts";
