import type { ContractWorld } from "@ringtrail/admin-screens/testing";
import type { Page } from "playwright-core";

/** A screen as the pictures and the sweep know it. */
export interface ScreenRow {
  readonly name: string;
  /** The part of the address after `#`. */
  readonly place: string;
  /** What stands there once the screen has what it is about, in a filled world. */
  readonly shown: string;
  /** What an account reads in which nothing has happened yet; undefined for a screen that never is without content. */
  readonly empty?: RegExp;
  /** A thousand of what the screen lists; undefined for a screen without a list that grows. */
  readonly many?: (world: ContractWorld) => void;
  /** The server says it once and for all: it is never asked again, so nothing shown grows old. */
  readonly isForGood?: true;
  /** What a picture opens first. */
  readonly open?: (page: Page) => Promise<void>;
}

/** The numbers of a thousand things, the newest first. */
export const thousand = Array.from({ length: 1_000 }, (_, nth) => 1_000 - nth);
