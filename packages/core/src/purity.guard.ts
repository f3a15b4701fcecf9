// Lines that must NOT compile. The core decides and touches nothing: no network, page, process, timer, console, storage,
// randomness from outside or file. When one of these names starts to exist here, its expected error is missing and the
// type check fails. Never imported, so no package holds it.

// @ts-expect-error: files are not the core's
import type {} from "node:fs";
// @ts-expect-error: nor are processes
import type {} from "node:process";

// @ts-expect-error: the network
void fetch;
// @ts-expect-error: the process and its environment
void process;
// @ts-expect-error: the page
void document;
// @ts-expect-error: the window
void window;
// @ts-expect-error: addresses are parsed at the edge
void URL;
// @ts-expect-error: ids, draws and hashes are made at the edge
void crypto;
// @ts-expect-error: waiting
void setTimeout;
// @ts-expect-error: repeating
void setInterval;
// @ts-expect-error: what the core has to say, it returns
void console;
// @ts-expect-error: the visitor's browser
void localStorage;
// @ts-expect-error: Node's bytes
void Buffer;
// @ts-expect-error: timing
void performance;
