import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { readTarget } from "./read-target.ts";

const privateOnes = [
  ["this machine", "127.0.0.1"],
  ["this machine, the rest of its range", "127.255.255.254"],
  ["this machine, version 6", "::1"],
  ["no machine in particular", "0.0.0.0"],
  ["no machine in particular, version 6", "::"],
  ["a private network", "10.0.0.1"],
  ["a private network", "172.16.0.1"],
  ["a private network", "192.168.1.1"],
  ["a link, where clouds answer with keys", "169.254.169.254"],
  ["a link, version 6", "fe80::1"],
  ["Amazon's metadata, version 6", "fd00:ec2::254"],
  ["a unique local network", "fc00::1"],
  ["a carrier's shared range", "100.64.0.1"],
  ["a group", "224.0.0.1"],
  ["a group, version 6", "ff02::1"],
  ["everybody", "255.255.255.255"],
  ["a benchmark's network", "198.18.0.1"],
  ["a documentation range", "192.0.2.1"],
  ["a private address in a mapped one", "::ffff:10.0.0.1"],
  ["this machine in a mapped one", "::ffff:7f00:1"],
  ["a private address behind NAT64", "64:ff9b::a00:1"],
  ["a private address behind 6to4", "2002:a00:1::1"],
  ["a private address behind Teredo", "2001:0:a00:1::1"],
  ["no address at all", "localhost"],
] as const;

test.each(privateOnes)("%s is not public: %s", (_what, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ["http://127.0.0.1/", "address_private"],
  ["http://127.1/", "address_private"],
  ["http://0x7f000001/", "address_private"],
  ["http://2130706433/", "address_private"],
  ["http://0177.0.0.1/", "address_private"],
  ["http://[::1]:80/", "address_private"],
  ["http://[::ffff:169.254.169.254]/", "address_private"],
  ["http://①②⑦.⓪.⓪.①/", "address_private"],
  ["ftp://shop.example/", "url_malformed"],
  ["file:///etc/passwd", "url_malformed"],
  ["https://user:word@shop.example/", "url_malformed"],
  ["shop.example", "url_malformed"],
  ["", "url_malformed"],
])("%s is refused before anything is connected to: %s", (url, code) => {
  expect(readTarget(url, false)).toEqual({ ok: false, reason: { code } });
});

test("one's own network is reached when the owner of the server says so, a broken address never", () => {
  expect(readTarget("http://127.0.0.1:3000/", true).ok).toBe(true);
  expect(readTarget("ftp://127.0.0.1/", true).ok).toBe(false);
});
