import { describe, expect, test } from "vitest";
import { allTexts } from "./make-pot.ts";
import { textsOf, type Text } from "./texts-of.ts";
import { translationFiles, translations } from "./translate.ts";
import { writePot } from "./write-pot.ts";

test("texts are found in PHP and TypeScript, with plural, context and note", () => {
  const php =
    "<?php /* translators: %s: a name. */ sprintf( __( 'It\\'s %s', 'ringtrail' ), $a ); esc_html_e( 'Go', 'ringtrail' );";
  const script = 'a(_n("%d call", "%d calls", n, "ringtrail"), _x("Free", "number", "ringtrail"))';

  expect(textsOf(php, "a.php").map(({ words, note }) => [words, note])).toEqual([
    ["It's %s", "%s: a name."],
    ["Go", "%s: a name."],
  ]);
  expect(textsOf(script, "a.ts")).toMatchObject([
    { words: "%d call", plural: "%d calls" },
    { words: "Free", context: "number" },
  ]);
  expect(writePot(textsOf(script, "a.ts"))).toContain('msgctxt "number"\nmsgid "Free"\nmsgstr ""');
});

test("the template holds the texts of PHP, of our scripts and of the shared screens", () => {
  const pot = writePot(allTexts());
  for (const words of ["The code has expired. Ask for a new one.", "Get a code", "No calls yet"]) {
    expect(pot, words).toContain(`msgid "${words}"`);
  }
  expect(pot).toContain('msgid_plural "%1$d of %2$d numbers lent"');
});

/** What wp-admin never shows needs no translation: these are looked after in the console. */
const isShown = ({ file }: Text): boolean =>
  !/admin-screens\/src\/(ads|destinations|second-factor|sites|settings\/(?!caller-wish|settings-screen|form))/.test(
    file,
  );

test("singular and plural reach PHP and scripts as two forms of one text", () => {
  const files = translationFiles("de_DE", { "It's %d": ["%d Anruf", "%d Anrufe"], Go: "Los" });
  expect(files["ringtrail-de_DE.l10n.php"]).toContain(`'It\\'s %d'=>'%d Anruf'."\\0".'%d Anrufe',\n'Go'=>'Los'`);
  const script = JSON.parse(files["ringtrail-de_DE-ringtrail-screens.json"] ?? "");
  expect(script.locale_data.messages).toMatchObject({ "It's %d": ["%d Anruf", "%d Anrufe"], Go: ["Los"] });
});

describe.each([...translations()])("%s", (locale, words) => {
  const marks = (text: string): string =>
    [...text.matchAll(/%(?:\d\$)?[sd]/g)]
      .map(([mark]) => mark)
      .toSorted()
      .join(" ");
  const keyOf = (text: Text): string => (text.context === undefined ? "" : `${text.context}\u0004`) + text.words;
  const texts = new Map(allTexts().map((text) => [keyOf(text), text]));

  test("says every placeholder that the English says, and every form where there are two", () => {
    for (const [from, to] of Object.entries(words)) {
      const known = texts.get(from);
      if (known === undefined) continue;
      expect(Array.isArray(to), from).toBe(known.plural !== undefined);
      for (const form of [to].flat()) expect(marks(form), from).toBe(marks(from));
    }
  });

  // Screens change while others work on them: a few texts may be ahead of their translation, or behind it.
  test.each([
    ["the plugin's own words", (text: Text) => !text.file.includes("admin-screens"), 0.95],
    [
      "the shared screens that wp-admin shows",
      (text: Text) => text.file.includes("admin-screens") && isShown(text),
      0.9,
    ],
  ] as const)("covers %s", (_what, belongs, share) => {
    const wanted = [...texts.values()].filter(belongs);
    const missing = wanted.map(keyOf).filter((key) => !Object.hasOwn(words, key));
    expect(1 - missing.length / wanted.length, missing.join("\n")).toBeGreaterThan(share);
  });

  test("holds few texts that no longer stand anywhere", () => {
    const gone = Object.keys(words).filter((from) => !texts.has(from));
    expect(gone.length / Object.keys(words).length, gone.join("\n")).toBeLessThan(0.2);
    expect(Object.keys(translationFiles(locale, words))).toContain(`ringtrail-${locale}.l10n.php`);
  });
});
