import type { Plugin } from "vite";

/** How `@wordpress/*` packages carry a style: a call that adds a `<style>` element when the module is first run. */
const carried = /\bregisterStyle\("([0-9a-f]+)", ("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\);/g;

/** How `@wordpress/a11y` hides its spoken regions: by an attribute, which a strict policy refuses. */
const attributes = /\.setAttribute\(\s*"style",/g;

const prefix = "virtual:lifted-style/";

/** A string of JavaScript's as its text. One in single quotes may hold double quotes and tabs as they are. */
function textOf(written: string): string {
  const json = written
    .slice(1, -1)
    .replace(/\\[^]|["\t]/g, (mark) =>
      mark === "\\'" ? "'" : mark.length === 1 ? JSON.stringify(mark).slice(1, -1) : mark,
    );
  return String(JSON.parse(`"${json}"`));
}

/**
 * Lifts the styles that `@wordpress/*` packages add at run time into the built stylesheet.
 *
 * A strict content security policy refuses `<style>` elements without a nonce and style attributes; a stylesheet of our
 * own and styles set as properties it allows.
 */
export function liftStyles(): Plugin {
  const styles = new Map<string, string>();
  return {
    name: "lift-styles",
    enforce: "pre",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${prefix}`) ? styles.get(id.slice(prefix.length + 1, -".css".length)) : undefined),
    transform(code, id) {
      if (!id.includes("@wordpress/")) return undefined;
      const lifted: string[] = [];
      const rest = code
        .replace(attributes, ".style.cssText = (")
        .replace(carried, (_call, hash: string, css: string) => {
          styles.set(hash, textOf(css));
          lifted.push(`import ${JSON.stringify(`${prefix}${hash}.css`)};`);
          return "";
        });
      return rest === code ? undefined : { code: `${lifted.join("\n")}\n${rest}`, map: null };
    },
  };
}
