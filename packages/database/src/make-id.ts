import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/** A UUID of version 7 (RFC 9562): it sorts by age, also among those made in one millisecond by one process. */
export function makeId<Id extends string>(): Id {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else {
    counter += 1;
    // Twelve bits of counter; past them the clock is read ahead.
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, "0");
  const order = (0x7000 | counter).toString(16);
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const rest = random.toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-${order}-${rest.slice(0, 4)}-${rest.slice(4)}` as Id;
}
