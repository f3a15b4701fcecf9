import { expect, test } from "vitest";
import { parseLanding } from "./parse-landing.ts";

test("a landing is parsed by the rules of addresses and the public suffix list", () => {
  const landing = parseLanding(
    "https://WWW.Plumber.co.uk:8443/services?utm_source=google&utm_term=emergency+plumber&utm_source=twice#top",
    "https://www.google.co.uk/search?q=x",
  );

  expect(landing).toEqual({
    host: "www.plumber.co.uk",
    path: "/services",
    query: { utm_source: "google", utm_term: "emergency plumber" },
    domain: "plumber.co.uk",
    referrerHost: "www.google.co.uk",
    referrerDomain: "google.co.uk",
  });
});

test("an address without a registrable domain is a landing all the same", () => {
  expect(parseLanding("http://127.0.0.1:8787/demo", "")).toMatchObject({ host: "127.0.0.1", domain: undefined });
});

test("a referrer that is no address of a page or an app is none", () => {
  expect(parseLanding("https://a.example/", "about:client")).toMatchObject({ referrerHost: undefined });
});

test("an Android app that opened the page is its referrer, without a domain", () => {
  const landing = parseLanding("https://a.example/", "android-app://com.google.android.gm/");
  expect(landing).toMatchObject({ referrerHost: "com.google.android.gm", referrerDomain: undefined });
});

test.each(["", "no address", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])(
  "%s is no landing",
  (url) => {
    expect(parseLanding(url, "")).toBeUndefined();
  },
);

test("a query is cut to a size that can be kept", () => {
  const many = Array.from({ length: 200 }, (_, nth) => `p${nth}=${"x".repeat(2000)}`).join("&");

  const query = parseLanding(`https://a.example/?${many}`, "")?.query ?? {};

  expect(Object.keys(query)).toHaveLength(50);
  expect(query["p0"]).toHaveLength(500);
});
