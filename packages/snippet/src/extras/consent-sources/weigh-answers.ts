import type { Choice } from "@ringtrail/core/consent";

/** What answers that must all be a yes say together. One "no" is a no; undefined while one is still to come. */
export function weighAnswers(answers: readonly unknown[]): Choice | undefined {
  if (/no|false|denied/.test(String(answers))) return "denied";
  return answers.every((answer) => /yes|true|granted/.test(answer as string)) ? "granted" : undefined;
}
