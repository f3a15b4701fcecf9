import { expect, test } from "vitest";
import { allTexts } from "./make-pot.ts";
import { textsOf } from "./texts-of.ts";
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

test.each([...translations()])(
  "%s translates texts that there are, with the same placeholders, and most of the plugin's own",
  (locale, words) => {
    const texts = new Set(allTexts().map((text) => text.words));
    const marks = (text: string): string =>
      [...text.matchAll(/%(?:\d\$)?[sd]/g)]
        .map(([mark]) => mark)
        .toSorted()
        .join(" ");
    for (const [from, to] of Object.entries(words)) {
      expect(texts.has(from), from).toBe(true);
      expect(marks(to), from).toBe(marks(from));
    }
    const own = new Set(
      allTexts()
        .filter(({ file }) => !file.includes("admin-screens"))
        .map((text) => text.words),
    );
    expect([...own].filter((text) => text in words).length / own.size).toBeGreaterThan(0.75);
    expect(Object.keys(translationFiles(locale, words))).toContain(`ringtrail-${locale}.l10n.php`);
  },
);
