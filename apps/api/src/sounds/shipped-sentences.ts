import { planNotInService, shippedSorry, shippedWordings, type Words } from "@ringtrail/core/call-flow";

/** Every sentence Ringtrail ships, each with the name of its file in `apps/api/sounds`. */
export const shippedSentences: readonly (Pick<Words, "text" | "language"> & { readonly file: string })[] = [
  ...Object.entries(shippedWordings).flatMap(([language, { text, language: tag, short, question }]) => [
    { file: `${language}-notice.wav`, text, language: tag },
    { file: `${language}-short.wav`, ...short },
    { file: `${language}-question.wav`, ...question },
    { file: `${language}-sorry.wav`, ...shippedSorry({ language: tag }) },
  ]),
  ...planNotInService().steps.flatMap((step) =>
    step.do === "say" ? [{ file: "en-not-in-service.wav", text: step.text, language: step.language }] : [],
  ),
];
