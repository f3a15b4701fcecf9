import { allEndpoints, problemCodes } from "@ringtrail/api-contract";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { describeApi } from "./describe-api.ts";

const document = describeApi({ version: "1.2.3", publicUrl: "https://calls.example" });

test("the document is valid OpenAPI 3.1 by somebody else's validator", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
});

test("every reference leads somewhere", () => {
  const text = JSON.stringify(document);
  const lost = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].filter(([, path = ""]) => {
    const found = path.split("/").reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document);
    return found === undefined;
  });
  expect(lost).toEqual([]);
});

test("every endpoint of the contract is in it, with its scope and all its problems", () => {
  for (const endpoint of allEndpoints) {
    const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    expect(operation, endpoint.name).toMatchObject({ operationId: endpoint.name });
    for (const code of endpoint.problems) expect(JSON.stringify(operation)).toContain(`\`${code}\``);
  }
});

test("a problem's code is one of the permanent list", () => {
  expect(document).toHaveProperty("components.schemas.Problem.properties.code.enum");
  const codes: unknown = Reflect.get(document, "components");
  expect(JSON.stringify(codes)).toContain(problemCodes[0]);
});
