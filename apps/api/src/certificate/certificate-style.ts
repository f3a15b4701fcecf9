import { createHash } from "node:crypto";

/** The look of a certificate: the reader's own fonts, black on white, one sheet of A4 or letter for an ordinary call. */
export const certificateStyle: string = `
@page { size: auto; margin: 10mm 13mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.5rem; background: #fff; color: #14181c;
  font: 14px/1.4 system-ui, sans-serif; }
header { border-bottom: 2px solid #0b6b4f; padding-bottom: 0.5rem; }
h1 { margin: 0; font-size: 1.45rem; }
h2 { margin: 0.9rem 0 0.25rem; font-size: 0.95rem; color: #0b6b4f; break-after: avoid; }
p { margin: 0.25rem 0; }
.outcome { font-size: 1.05rem; font-weight: 600; }
.faint { color: #57606a; }
code, .hash { font: 0.82em/1.3 ui-monospace, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1rem 0.9rem; margin: 0.3rem 0; }
dt { color: #57606a; }
dd { margin: 0; overflow-wrap: anywhere; }
ul, ol { margin: 0.2rem 0; padding-left: 1.2rem; }
blockquote { margin: 0.3rem 0; padding-left: 0.8rem; border-left: 3px solid #c9d1d9; }
table { border-collapse: collapse; width: 100%; font-size: 0.92em; }
th { text-align: left; font-weight: 600; color: #57606a; }
th, td { border-top: 1px solid #d8dee4; padding: 0.2rem 0.6rem 0.2rem 0; vertical-align: top; }
.when { white-space: nowrap; width: 1%; }
tr { break-inside: avoid; }
footer { margin-top: 0.8rem; border-top: 1px solid #d8dee4; padding-top: 0.3rem; font-size: 0.86em; color: #57606a; }
@media print { body { padding: 0; max-width: none; font-size: 8.4pt; line-height: 1.24; } h1 { font-size: 13pt; }
  h2 { font-size: 9.4pt; margin-top: 0.55rem; } .outcome { font-size: 9.6pt; }
  th, td { padding-top: 0.1rem; padding-bottom: 0.1rem; } }
`;

const styleHash = createHash("sha256").update(certificateStyle).digest("base64");

/** A certificate fetches nothing, runs nothing and sends nothing. It says so itself, so that a saved copy holds to it. */
export const certificatePolicy: string = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
