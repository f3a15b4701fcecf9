import { second, type AccountId, type CallId } from "@ringtrail/core";
import { aClock, anId } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { newId } from "../new-id.ts";
import type { LiveEvent, LiveWord } from "./live-bus.ts";
import { memoryBus, type OpenBus } from "./memory-bus.ts";
import { readEvent } from "./notify-bus.ts";

const account: AccountId = anId("account");
const call: CallId = anId("call");
const clock = aClock();
const aBus = (spread?: (event: LiveEvent) => void) => memoryBus(clock.now, () => newId(clock.now()), spread);

/** Everything a new listener is told from now on. */
function listen(bus: OpenBus, fromId?: string): LiveWord[] {
  const words: LiveWord[] = [];
  bus.subscribe(account, fromId, (word) => words.push(word));
  return words;
}

const kindsOf = (words: readonly LiveWord[]) => words.map((word) => (word.missed ? "missed" : word.event.kind));
const idOf = (word: LiveWord | undefined) => (word === undefined || word.missed ? "" : word.event.id);

test("a listener hears its own account's news and nobody else's", () => {
  const bus = aBus();
  const words = listen(bus);

  bus.publish({ account, kind: "call_rang", call });
  bus.publish({ account: anId("another account"), kind: "call_rang", call });

  expect(kindsOf(words)).toEqual(["call_rang"]);
});

test("a listener who left hears nothing more", () => {
  const bus = aBus();
  const words: LiveWord[] = [];
  const leave = bus.subscribe(account, undefined, (word) => words.push(word));

  leave();
  bus.publish({ account, kind: "call_rang", call });

  expect(words).toEqual([]);
});

test("a listener who comes back hears what came meanwhile", () => {
  const bus = aBus();
  const before = listen(bus);
  bus.publish({ account, kind: "call_rang", call });
  clock.pass(10 * second);
  bus.publish({ account, kind: "call_matched", call });

  expect(kindsOf(listen(bus, idOf(before[0])))).toEqual(["call_matched"]);
});

test("news from just before the last seen one is told again: another process may have ordered them otherwise", () => {
  const bus = aBus();
  const early = { id: newId(clock.now()), at: clock.now(), account, kind: "call_changed", call } as const;
  clock.pass(1 * second);
  const words = listen(bus);
  bus.publish({ account, kind: "call_rang", call });
  bus.deliver(early);

  expect(kindsOf(listen(bus, idOf(words[0])))).toEqual(["call_changed"]);
});

test("a listener who was away for too long is told to read everything again", () => {
  const bus = aBus();
  bus.publish({ account, kind: "call_rang", call });

  expect(kindsOf(listen(bus, newId(clock.now() - 60 * second)))).toEqual(["missed"]);
  expect(kindsOf(listen(bus, "rubbish"))).toEqual(["missed"]);
});

test("when the way to the other processes was cut, every listener is told to read again", () => {
  const bus = aBus();
  const words = listen(bus);

  bus.lose();

  expect(kindsOf(words)).toEqual(["missed"]);
});

test("news that comes back from the database is told once", () => {
  const spread: LiveEvent[] = [];
  const bus = aBus((event) => spread.push(event));
  const words = listen(bus);

  bus.publish({ account, kind: "call_rang", call });
  for (const event of spread) bus.deliver(event);

  expect(kindsOf(words)).toEqual(["call_rang"]);
});

test("an event is read back as it was written, and rubbish on the channel is passed over", () => {
  const event: LiveEvent = { id: newId(), account, kind: "call_rang", call, at: clock.now() };

  expect(readEvent(JSON.stringify(event))).toEqual(event);
  for (const text of ["", "null", "1", "{}", JSON.stringify({ ...event, kind: "rubbish" })]) {
    expect(readEvent(text)).toBeUndefined();
  }
});
