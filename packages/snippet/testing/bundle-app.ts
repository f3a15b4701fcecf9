import { build } from "esbuild";

/** Frameworks whose apps take over what a server rendered. */
export type Framework = "React" | "Vue";

/**
 * A small app: it takes over what the server rendered into `#root` and is drawn anew by `window.render(count)`. With
 * `allows`, the element around the number is marked in the framework's own way as one that may differ.
 */
export function appOf(framework: Framework, number: string, allows: boolean): string {
  return framework === "React"
    ? `import { hydrateRoot } from "react-dom/client"; import { createElement as h } from "react";
       const App = ({ count }) => h("p", null, "Call ", h("b", { id: "text", suppressHydrationWarning: ${allows} }, "${number}"), count ? " " + count : null);
       const root = hydrateRoot(document.getElementById("root"), h(App, { count: 0 }));
       window.render = (count) => root.render(h(App, { count }));`
    : `import { createSSRApp, h, ref } from "@vue/runtime-dom";
       const count = ref(0);
       const marks = ${allows} ? { "data-allow-mismatch": "text" } : {};
       createSSRApp({ render: () => h("p", null, ["Call ", h("b", { id: "text", ...marks }, "${number}"), count.value ? " " + count.value : ""]) })
         .mount("#root");
       window.render = (to) => { count.value = to; };`;
}

/** What a server renders of it. */
export function renderedApp(framework: Framework, number: string, allows: boolean): string {
  const mark = allows && framework === "Vue" ? ' data-allow-mismatch="text"' : "";
  return `<div id="root"><p>Call <b id="text"${mark}>${number}</b></p></div>`;
}

/** Bundles a page's app for development, as the framework's own tools do: it then complains of what it finds changed. */
export async function bundleApp(contents: string): Promise<string> {
  const bundled = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
  });
  return bundled.outputFiles[0]?.text ?? "";
}
