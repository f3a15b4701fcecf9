import { CallFlowShown } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { sampleFlow } from "../../../testing/sample-flow.ts";
import { draftOf, flowWith, inLanguage, wordsOrNone } from "./announcement-draft.ts";

const norway = { place: "NO", announcement: { text: "Samtalen tas opp.", language: "nb-NO" } };
const silence = { reason: "Calls inside our own offices", author: "Ann Owner" };
/** As it goes over the wire. */
const sent = (flow: CallFlowShown): unknown => JSON.parse(JSON.stringify(flow));

test.each([
  ["a new site's flow", sampleFlow()],
  ["a flow with words for a place", { ...sampleFlow(), placeWordings: [norway] }],
  ["a silent flow", { ...sampleFlow(), silence, blocked: ["+15105550101"] }],
])("%s that nobody changed is sent back as it was", (_why, flow) => {
  expect(sent(flowWith(flow, draftOf(flow)))).toEqual(sent(flow));
});

test("only the announcements of a flow are written, whatever else of it changed meanwhile", () => {
  const written = { ...draftOf(sampleFlow()), placeWordings: [norway] };
  const meanwhile: CallFlowShown = { ...sampleFlow(), ringSeconds: 60, businessSideAlone: true };

  expect(sent(flowWith(meanwhile, written))).toEqual(sent({ ...meanwhile, placeWordings: [norway] }));
});

test("silence is sent as it was typed, and switched on again it is gone from the flow but not from the draft", () => {
  const typed = { ...draftOf(sampleFlow()), isSilent: true, silence: { reason: "", author: "Ann Owner" } };
  expect(flowWith(sampleFlow(), typed).silence).toEqual({ reason: "", author: "Ann Owner" });

  const told = { ...typed, isSilent: false };
  expect(sent(flowWith(sampleFlow(), told))).not.toHaveProperty("silence");
  expect(told.silence.author).toBe("Ann Owner");
});

test("blanks are no words: the API is asked to refuse them", () => {
  const blank = draftOf({ ...sampleFlow(), announcement: { text: "  \n ", language: "en-US" } });

  const checked = CallFlowShown.safeParse(sent(flowWith(sampleFlow(), blank)));
  expect(checked.error?.issues[0]?.path).toEqual(["announcement", "text"]);
});

test("the shorter sentences follow into another language where they were in the same one", () => {
  const announcement = {
    text: "Recorded.",
    language: "en-US",
    short: { text: "Recorded.", language: "en-US" },
    question: { text: "¿De acuerdo?", language: "es-US" },
  };

  const { language, short, question } = inLanguage(announcement, "en-GB");
  expect([language, short?.language, question?.language]).toEqual(["en-GB", "en-GB", "es-US"]);
});

test.each([
  [{ text: " ", language: "en-US" }, undefined],
  [
    { text: "", language: "en-US", sound: "a".repeat(64) },
    { text: "", language: "en-US", sound: "a".repeat(64) },
  ],
])("of %j the flow keeps %j", (words, kept) => {
  expect(wordsOrNone(words)).toEqual(kept);
});
