import { __, setLocaleData } from "@wordpress/i18n";

/**
 * Says what a head of the table offers in the words of the screens. DataViews asks for them outside our text domain, and
 * WordPress's own translations are not loaded for a script that a plugin brings along.
 */
export function teachTable(): void {
  const said: readonly (readonly [english: string, words: string])[] = [
    ["Move left", __("Move left", "ringtrail")],
    ["Move right", __("Move right", "ringtrail")],
    ["Insert left", __("Insert left", "ringtrail")],
    ["Insert right", __("Insert right", "ringtrail")],
    ["Hide column", __("Hide column", "ringtrail")],
  ];
  const translated = said.filter(([english, words]) => english !== words);
  if (translated.length > 0)
    setLocaleData(Object.fromEntries(translated.map(([english, words]) => [english, [words]])));
}
