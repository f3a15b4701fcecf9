/** The look of the reference: the reader's own fonts, light and dark by the system's setting. */
export const referenceStyle: string = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 14%, transparent); --accent: #0b6b4f; }
@media (prefers-color-scheme: dark) { :root { --accent: #5fd3ab; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 14rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem; border-right: 1px solid var(--line);
  display: flex; flex-direction: column; gap: 0.4rem; }
main { padding: 1.5rem clamp(1rem, 4vw, 4rem) 6rem; max-width: 68rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
h2 { margin: 3rem 0 1rem; border-bottom: 1px solid var(--line); padding-bottom: 0.3rem; }
h3 { margin: 2rem 0 0.5rem; font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin: 1.2rem 0 0.4rem; font-size: 0.9rem; }
section { scroll-margin-top: 1rem; }
code, pre, .type { font-family: ui-monospace, monospace; font-size: 0.88em; }
pre { padding: 0.9rem 1rem; border: 1px solid var(--line); border-radius: 6px; overflow: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
td { border-top: 1px solid var(--line); padding: 0.4rem 0.8rem 0.4rem 0; vertical-align: top; overflow-wrap: anywhere; }
summary { cursor: pointer; margin: 1rem 0 0.4rem; }
.faint { opacity: 0.7; font-weight: normal; font-size: 0.92em; }
.method { color: var(--accent); }
.method[data-method="DELETE"] { color: #c0392b; }
@media (max-width: 48rem) { body { display: block; } nav { position: static; height: auto; flex-flow: row wrap; } }
@media print { nav { display: none; } body { display: block; } }
`;
