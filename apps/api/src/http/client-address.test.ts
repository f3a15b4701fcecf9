import { expect, test } from "vitest";
import { networkOf, proxyTest, trueAddress } from "./client-address.ts";

const isProxy = proxyTest(["10.0.0.0/8", "fd00::/8", "192.0.2.7"]);
const behind = (connected: string | undefined, forwarded?: string) => trueAddress(connected, forwarded, isProxy);

const table: [
  why: string,
  connected: string | undefined,
  forwarded: string | undefined,
  expected: string | undefined,
][] = [
  ["no proxy: the connection's address", "203.0.113.9", undefined, "203.0.113.9"],
  ["a stranger's header is not believed", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["a proxy of ours is believed", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
  ["only what the nearest proxy wrote counts", "10.1.2.3", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["a chain of our proxies is walked through", "10.1.2.3", "198.51.100.1, 192.0.2.7", "198.51.100.1"],
  ["proxies all the way: the first of them", "10.1.2.3", "10.9.9.9", "10.9.9.9"],
  ["a proxy that says nothing", "10.1.2.3", undefined, "10.1.2.3"],
  ["rubbish in the header stops the walk", "10.1.2.3", "198.51.100.1, unknown", "10.1.2.3"],
  ["IPv6 proxy and client", "fd00::1", "2001:db8::5", "2001:db8::5"],
  ["no connection at all (tests)", undefined, "198.51.100.1", undefined],
];

test.each(table)("%s", (_why, connected, forwarded, expected) => {
  expect(behind(connected, forwarded)).toBe(expected);
});

test("a network is the /24 of an IPv4 address and the /56 of an IPv6 one", () => {
  expect(networkOf("203.0.113.9")).toBe("203.0.113");
  expect(networkOf("2001:db8:1:2300::1")).toBe("2001:0db8:0001:23");
  expect(networkOf("2001:db8:1:23ff:1:2:3:4")).toBe("2001:0db8:0001:23");
  expect(networkOf("2001:db8::1")).toBe("2001:0db8:0000:00");
  expect(networkOf("::1")).toBe("0000:0000:0000:00");
  expect(networkOf(undefined)).toBe("none");
});
