import { callsIn, entryOf, nameOf, nodesOf, parsePhp, type PhpNode } from "./php-tree.ts";

/** Functions whose answer may be printed. */
const escapers = new Set([
  "esc_html",
  "esc_attr",
  "esc_url",
  "esc_html__",
  "esc_attr__",
  "wp_kses_post",
  "wp_kses",
  "wp_json_encode",
]);

/** Functions that translate, and where the text domain stands among their arguments. */
const translators: Readonly<Record<string, number>> = {
  __: 1,
  _e: 1,
  esc_html__: 1,
  esc_html_e: 1,
  esc_attr__: 1,
  esc_attr_e: 1,
  _x: 2,
  _n: 3,
};

/** What is wrong with a PHP file by the rules of this plugin; empty when nothing is. */
export function phpProblems(code: string, file: string): readonly string[] {
  const tree = parsePhp(code, file);
  return [
    ...(/^defined\( 'ABSPATH' \) \|\| exit;$/m.test(code)
      ? []
      : ["can be opened directly: the ABSPATH guard is missing"]),
    ...(code.split("\n").length > 151 ? ["is longer than 150 lines: look for the second idea in it"] : []),
    ...unescaped(tree),
    ...openRoutes(tree),
    ...foreignTexts(tree),
    ...hooks(tree, file),
  ];
}

/** Everything printed goes through an escaping function; constant text is its own escaping. */
function unescaped(tree: PhpNode): readonly string[] {
  const printed = [...nodesOf(tree)].flatMap((node) => {
    if (node.kind === "print") return [node["expression"]];
    return node.kind === "echo" && Array.isArray(node["expressions"]) ? node["expressions"] : [];
  });
  return printed.filter((value) => !isSafe(value)).map(() => "prints something that is not escaped");
}

function isSafe(value: unknown): boolean {
  const [node] = nodesOf(value);
  if (node === undefined) return false;
  if (node.kind === "string" || node.kind === "number") return true;
  if (node.kind === "bin" && node["type"] === ".") return isSafe(node["left"]) && isSafe(node["right"]);
  if (node.kind !== "call") return false;
  return escapers.has(nameOf(node["what"]) ?? "") || isOwnEscaper(node["what"]);
}

/** The one escaper of ours: WordPress has none for the documents of carriers. */
function isOwnEscaper(called: unknown): boolean {
  const [node] = nodesOf(called);
  return (
    node?.kind === "staticlookup" && nameOf(node["what"]) === "Carrier_Xml" && nameOf(node["offset"]) === "escaped"
  );
}

/** Every REST route says who may ask, and never "everybody". */
function openRoutes(tree: PhpNode): readonly string[] {
  return [...callsIn(tree)]
    .filter((call) => call.name === "register_rest_route")
    .flatMap(({ given }) => {
      const permission = entryOf(given[2], "permission_callback");
      if (permission === undefined) return ["registers a REST route without a permission_callback"];
      if (nameOf(permission) === "__return_true") return ["registers a REST route that is open to everybody"];
      return entryOf(given[2], "args") === undefined
        ? ["registers a REST route without a schema for its arguments"]
        : [];
    });
}

/** Every text can be translated under the plugin's own name. */
function foreignTexts(tree: PhpNode): readonly string[] {
  return [...callsIn(tree)]
    .filter(({ name, given }) => {
      const place = translators[name];
      return place !== undefined && nameOf(given[place]) !== "ringtrail";
    })
    .map(({ name }) => `calls ${name} without the text domain "ringtrail"`);
}

/** Three files tell everything the plugin does to WordPress. */
function hooks(tree: PhpNode, file: string): readonly string[] {
  if (/class-plugin\.php$|-hooks\.php$/.test(file)) return [];
  return [...callsIn(tree)]
    .filter(({ name }) => name === "add_action" || name === "add_filter")
    .map(() => "adds a hook; only class-plugin.php and the *-hooks.php do");
}
