import { build, type Plugin } from "esbuild";

/** The package as who installs it has it: its sources here are what its build is made of. */
const ourselves: Plugin = {
  name: "ourselves",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@ringtrail\/snippet$/ }, () => ({
      path: new URL("../src/index.ts", import.meta.url).pathname,
    })),
};

async function bundle(contents: string, platform: "browser" | "neutral"): Promise<string> {
  const bundled = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "tsx" },
    bundle: true,
    write: false,
    jsx: "automatic",
    jsxDev: true,
    format: platform === "browser" ? "iife" : "esm",
    platform: "browser",
    plugins: [ourselves],
    define: { "process.env.NODE_ENV": '"development"', __RINGTRAIL_VERSION__: '"0.0.0"' },
  });
  return bundled.outputFiles[0]?.text ?? "";
}

/** The page a server renders of a guide's example, which exports a component `Phone`. */
export async function renderGuide(example: string): Promise<string> {
  const server = `${example}
    import { renderToString } from "react-dom/server.edge";
    export const html = renderToString(<Phone />);`;
  const code = await bundle(server, "neutral");
  const { html } = (await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)) as {
    readonly html: string;
  };
  return `<div id="root">${html}</div>`;
}

/** The script that takes that page over. */
export function bundleGuide(example: string): Promise<string> {
  return bundle(
    `${example}
    import { hydrateRoot } from "react-dom/client";
    hydrateRoot(document.getElementById("root")!, <Phone />);`,
    "browser",
  );
}
