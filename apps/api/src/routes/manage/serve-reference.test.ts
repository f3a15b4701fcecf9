import { allEndpoints, Health, Readiness } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aTestApp } from "../../../testing/test-app.ts";

test("200: the OpenAPI document is open to everybody and names this server", async () => {
  const { app } = await aTestApp();

  const answer = await app.request("/openapi.json");

  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(await answer.json()).toMatchObject({ openapi: "3.1.0", servers: [{ url: "https://calls.example" }] });
});

test("200: the reference shows every endpoint and loads nothing from anywhere else", async () => {
  const { app } = await aTestApp();

  const answer = await app.request("/docs");
  const page = await answer.text();

  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const { name, path } of allEndpoints) {
    expect(page).toContain(`<section id="${name}">`);
    expect(page).toContain(path);
  }
  const loaded = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address = ""]) => address);
  expect(new Set(loaded)).toEqual(new Set(["/docs/reference.css", "/openapi.json"]));
  expect(page).not.toContain("<script");
  expect((await app.request("/docs/reference.css")).status).toBe(200);
});

test("every link within the reference leads somewhere", async () => {
  const { app } = await aTestApp();

  const page = await (await app.request("/docs")).text();

  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const lost = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id));
  expect(lost).toEqual([]);
});

test("200: health and readiness answer in the contract's shape", async () => {
  const { app } = await aTestApp();

  expect(Health.parse(await (await app.request("/healthz")).json())).toEqual({ status: "alive", version: "1.2.3" });
  expect(Readiness.parse(await (await app.request("/readyz")).json()).checks.database).toBe("ready");
});
