import type { SiteConfig } from "@ringtrail/api-contract";
import type { Tracking } from "@ringtrail/core/consent";
import { explainNumbers } from "./explain-numbers.ts";
import { explainPage } from "./explain-page.ts";

/**
 * Shows what the script found on this page, what it changed, and why not. For the owner of the page, on request: it is
 * in a closed shadow root, so that it neither is styled by the page nor is found by the script itself.
 */
export function show(site: SiteConfig, level: () => Tracking | undefined): void {
  const host = document.createElement("ringtrail-debug");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const list = document.createElement("div");
  list.setAttribute("role", "status");
  // It speaks of numbers and must not be changed itself.
  list.setAttribute("data-ringtrail-ignore", "");
  root.append(list);
  document.body.append(host);

  const draw = (): void => {
    const page = window.ringtrail;
    if (!page || !("version" in page)) return;
    const lines = [...explainPage(page, site, level()), ...explainNumbers(page, site)];
    list.replaceChildren(
      ...lines.map(([what, why]) => {
        const line = document.createElement("p");
        const name = document.createElement("b");
        name.textContent = what;
        line.append(name, ` ${why}`);
        return line;
      }),
    );
  };
  draw();
  setInterval(draw, 1000);
}

const style = `div{position:fixed;inset:auto 8px 8px auto;z-index:2147483647;max-width:min(28rem,calc(100vw - 16px));max-height:60vh;
overflow:auto;padding:12px 16px;background:#14213d;color:#fff;font:13px/1.5 system-ui,sans-serif;border-radius:8px}
p{margin:0 0 6px;overflow-wrap:anywhere}b{color:#fca311}`;
