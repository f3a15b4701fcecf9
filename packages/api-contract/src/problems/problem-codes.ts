import { adProblems } from "./ad-problems.ts";
import { carrierProblems } from "./carrier-problems.ts";
import { destinationProblems } from "./destination-problems.ts";
import { lawProblems } from "./law-problems.ts";
import { manageProblems } from "./manage-problems.ts";
import { moneyProblems } from "./money-problems.ts";
import { numberProblems } from "./number-problems.ts";
import { peopleProblems } from "./people-problems.ts";
import { publicProblems } from "./public-problems.ts";
import { questionProblems } from "./question-problems.ts";
import { requestProblems } from "./request-problems.ts";
import { signInProblems } from "./sign-in-problems.ts";
import { shopProblems } from "./shop-problems.ts";
import { soundProblems } from "./sound-problems.ts";

/** What is the same in every problem of one code. */
export interface ProblemMeaning {
  readonly status: number;
  readonly title: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Every code this product ever answers with. A code is never renamed, reused or taken out. */
export const problems = {
  ...requestProblems,
  ...publicProblems,
  ...carrierProblems,
  ...numberProblems,
  ...moneyProblems,
  ...destinationProblems,
  ...adProblems,
  ...manageProblems,
  ...signInProblems,
  ...peopleProblems,
  ...questionProblems,
  ...soundProblems,
  ...shopProblems,
  ...lawProblems,
} as const;

/** The code of a problem. Each has a page in docs/problems. */
export type ProblemCode = keyof typeof problems;

/** Every code there is, in alphabetical order. */
export const problemCodes: readonly ProblemCode[] = (Object.keys(problems) as ProblemCode[]).toSorted();
