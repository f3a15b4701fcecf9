import postgres from "postgres";
import { anId } from "@ringtrail/core/testing";
import type { AccountId } from "@ringtrail/core";
import { expect, test } from "vitest";
import { gather } from "./gather.ts";

const shop = anId<AccountId>("shop");
const other = anId<AccountId>("other");

/** A database that writes down what comes together and answers when it is told to. */
function slowDatabase() {
  const statements: { readonly account: AccountId; readonly items: readonly string[]; readonly answer: () => void }[] =
    [];
  const send = (account: AccountId, items: readonly string[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const answer = () =>
        items.includes("wrong")
          ? reject(refusal("23503"))
          : items.includes("gone")
            ? reject(new Error("connection lost"))
            : items.includes("slow")
              ? reject(refusal("57014"))
              : resolve(items.map((item) => `${item}!`));
      statements.push({ account, items, answer });
    });
  return { statements, send };
}

function refusal(code: string): Error {
  return Object.assign(new postgres.PostgresError("refused"), { code });
}

/** The queue is looked through after the present turn of the event loop. */
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

function ask(send: ReturnType<typeof slowDatabase>["send"], atOnce = 1, most = 3, company = 1) {
  return gather<string, string>({ send, keyOf: (item) => item, most, atOnce, company });
}

test("alone, a request goes at once; those that come meanwhile go together, in their order", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send);

  const first = request(shop, "a");
  await turn();
  const later = ["b", "c", "d", "e"].map((item) => request(shop, item));
  await turn();
  expect(statements.map(({ items }) => items)).toEqual([["a"]]);
  for (let nth = 0; nth < 3; nth += 1) {
    statements[nth]?.answer();
    await turn();
  }

  expect(statements.map(({ items }) => items)).toEqual([["a"], ["b", "c", "d"], ["e"]]);
  expect(await Promise.all([first, ...later])).toEqual(["a!", "b!", "c!", "d!", "e!"]);
});

test("where each has a statement of its own, none waits for another", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send, 1, 1);
  const asked = ["a", "b", "c", "gone"].map((item) => request(shop, item));
  await turn();
  expect(statements.map(({ items }) => items)).toEqual([["a"], ["b"], ["c"], ["gone"]]);
  for (const { answer } of statements) answer();

  const answers = await Promise.allSettled(asked);
  expect(answers.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
    "a!",
    "b!",
    "c!",
    "Error: connection lost",
  ]);
});

test("a statement never carries two accounts", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send);
  for (const [account, item] of [
    [shop, "a"],
    [other, "b"],
    [shop, "c"],
  ] as const)
    void request(account, item);
  await turn();
  statements[0]?.answer();
  await turn();

  expect(statements.map(({ account, items }) => [account, items])).toEqual([
    [shop, ["a", "c"]],
    [other, ["b"]],
  ]);
});

test("what is slow for one account holds up no other", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send);
  void request(shop, "a");
  await turn();

  void request(shop, "b");
  void request(other, "c");
  await turn();

  expect(statements.map(({ account, items }) => [account, items])).toEqual([
    [shop, ["a"]],
    [other, ["c"]],
  ]);
});

test("while a statement is on its way, the next goes with enough company, or when the first is back", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send, 2, 5, 3);
  const sent = () => statements.map(({ items }) => items.join(""));
  void request(shop, "a");
  await turn();

  for (const item of ["b", "c"]) void request(shop, item);
  await turn();
  expect(sent()).toEqual(["a"]);
  void request(shop, "d");
  await turn();
  expect(sent()).toEqual(["a", "bcd"]);
  for (const item of ["e", "f", "g"]) void request(shop, item);
  await turn();
  expect(sent()).toEqual(["a", "bcd"]);
  for (const statement of statements) statement.answer();
  await turn();

  expect(sent()).toEqual(["a", "bcd", "efg"]);
});

test("one visit that asks twice is never twice in a statement", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send);
  for (const item of ["a", "b", "a"]) void request(shop, item);
  await turn();
  statements[0]?.answer();
  await turn();

  expect(statements.map(({ items }) => items)).toEqual([["a", "b"], ["a"]]);
});

test("what the database refuses of one request hurts no other", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send);
  const answers = Promise.allSettled(["a", "wrong", "b"].map((item) => request(shop, item)));
  await turn();
  for (let nth = 0; nth < 4; nth += 1) {
    statements[nth]?.answer();
    await turn();
  }

  expect(statements.map(({ items }) => items)).toEqual([["a", "wrong", "b"], ["a"], ["wrong"], ["b"]]);
  expect((await answers).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("when the time was up for many, halves of them are tried once more", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send, 1, 4);
  const answers = Promise.allSettled(["a", "b", "c", "slow"].map((item) => request(shop, item)));
  await turn();
  for (let nth = 0; nth < 3; nth += 1) {
    statements[nth]?.answer();
    await turn();
  }

  expect(statements.map(({ items }) => items)).toEqual([
    ["a", "b", "c", "slow"],
    ["a", "b"],
    ["c", "slow"],
  ]);
  expect((await answers).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected"]);
});

test("when the connection is lost nobody knows what was kept: all hear of it and nothing is sent again", async () => {
  const { statements, send } = slowDatabase();
  const request = ask(send);
  const answers = Promise.allSettled(["a", "gone"].map((item) => request(shop, item)));
  await turn();
  statements[0]?.answer();

  expect((await answers).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(statements).toHaveLength(1);
});
