import { expect, test } from "vitest";
import { z } from "zod";
import { allEndpoints } from "./all-endpoints.ts";

/** The lists that an answer holds by name; one that is a list itself is called so. */
function listsOf(answer: unknown): readonly string[] {
  if (answer instanceof z.ZodArray) return ["the answer"];
  if (answer instanceof z.ZodUnion) return answer.options.flatMap(listsOf);
  if (!(answer instanceof z.ZodObject)) return [];
  return Object.entries(answer.shape).flatMap(([name, part]) => (unwrap(part) instanceof z.ZodArray ? [name] : []));
}

function unwrap(part: unknown): unknown {
  const isWrapped = part instanceof z.ZodOptional || part instanceof z.ZodNullable || part instanceof z.ZodDefault;
  return isWrapped ? unwrap(part.unwrap()) : part;
}

const asked = allEndpoints.filter(({ method, response }) => method === "GET" && response !== undefined);

test("every list that is asked for comes page by page, or says why it cannot grow long", () => {
  const neither = asked.flatMap(({ name, query, response, problems, whole }) => {
    const isPaged =
      query?.shape["cursor"] !== undefined &&
      query.shape["limit"] !== undefined &&
      response instanceof z.ZodObject &&
      response.shape["next"] !== undefined &&
      problems.includes("cursor_malformed");
    const lists = listsOf(response);
    const isRight = lists.length === 0 ? !isPaged && whole === undefined : isPaged !== (whole !== undefined);
    return isRight ? [] : [`${name}: ${lists.join(", ")}`];
  });

  expect(neither).toEqual([]);
});

test("a page is never longer than some hundreds, whatever is asked for", () => {
  const paged = asked.filter(({ query }) => query?.shape["cursor"] !== undefined);

  for (const { name, query } of paged) {
    expect(query?.shape["limit"]?.safeParse("501").success, name).toBe(false);
    expect(query?.shape["limit"]?.safeParse(undefined).data, name).toBeLessThanOrEqual(100);
  }
  expect(paged.length).toBeGreaterThan(20);
});
