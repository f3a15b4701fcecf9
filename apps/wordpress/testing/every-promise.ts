import { describe } from "vitest";
import { adminPromises } from "./admin-promises.ts";
import { carePromises } from "./care-promises.ts";
import { checkoutPromises } from "./checkout-promises.ts";
import { clinicPromises } from "./clinic-promises.ts";
import { collectPromises } from "./collect-promises.ts";
import { commandPromises } from "./command-promises.ts";
import { connectPromises } from "./connect-promises.ts";
import { editorPromises } from "./editor-promises.ts";
import { languagePromises } from "./language-promises.ts";
import { lastPromises } from "./last-promises.ts";
import { optimiserPromises } from "./optimiser-promises.ts";
import { orderPromises } from "./order-promises.ts";
import { ownerPagePromises, ownerPromises } from "./owner-promises.ts";
import { pagePromises } from "./page-promises.ts";
import { routePromises } from "./route-promises.ts";
import { screenPromises } from "./screen-promises.ts";

/** Promises of the long lane besides: pages of wp-admin, which cost PHP compiled for Node the most. */
function longPromises(): void {
  describe("what an owner sets up, in the browser", () => {
    ownerPagePromises();
    screenPromises();
  });
  describe("a clinic", () => {
    clinicPromises();
  });
  describe("other languages", () => {
    languagePromises();
  });
  describe("a shop's checkout", () => {
    checkoutPromises();
  });
  describe("connecting", () => {
    connectPromises();
  });
  describe("the command line", () => {
    commandPromises();
  });
}

/** Every promise of the plugin, in the order of an owner's life with it. */
export function everyPromise(isLong: boolean): void {
  describe("pages and settings", () => {
    pagePromises();
  });
  describe("wp-admin", () => {
    adminPromises();
  });
  describe("what an owner sets up", () => {
    ownerPromises();
  });
  describe("block, shortcode, binding and forms", () => {
    editorPromises();
  });
  describe("caches and optimisers", () => {
    optimiserPromises();
  });
  describe("care for the site", () => {
    carePromises();
  });
  describe("orders", () => {
    orderPromises();
  });
  describe("the first-party path", () => {
    collectPromises();
  });
  describe("routes", () => {
    routePromises();
  });
  if (isLong) longPromises();
  describe("at the end", () => {
    lastPromises();
  });
}
