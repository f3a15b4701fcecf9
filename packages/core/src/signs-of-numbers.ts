// Character classes as plain ranges. `\p{L}` and its like say the same, but a browser that reads a pattern looks each of them up
// anew, 1.5 ms for one number and again when it compiles it: most of what the script took of a page's main thread.

/** Digits: ASCII, Arabic, Persian, full-width. */
export const digits = "0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19";

/** Signs of currencies. */
export const money = "$\\xa2-\\xa5\\u0e3f\\u20a0-\\u20cf\\ufdfc\\ufe69\\uff04\\uffe0\\uffe1\\uffe5\\uffe6";

/** Letters and digits of the world's living scripts, with their marks; no punctuation, no pictures. */
export const wordSigns = [
  "0-9A-Za-z\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u037d\\u037f-\\u0386\\u0388-\\u0559",
  // Between them stands the punctuation of Armenian, Hebrew, Arabic, Devanagari and Thai.
  "\\u0560-\\u0588\\u05c7-\\u05f2\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u0963\\u0966-\\u0e3e\\u0e40-\\u1fff",
  "\\u2070-\\u209c\\u2150-\\u218b\\u2460-\\u24ff\\u2c00-\\u2dff\\u3005-\\u3007\\u3041-\\u30fa\\u30fc-\\u31ff\\u3400-\\ud7ff",
  "\\uf900-\\ufd3d\\ufd50-\\ufdfb\\ufe70-\\ufefc\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc",
  "\\u{10000}-\\u{1efff}\\u{20000}-\\u{3ffff}",
].join("");

/**
 * What people put between digits: spaces of every width, brackets, dots, slashes, dashes, bullets, marks that cannot be
 * seen, the minus sign.
 */
export const separators =
  "\\s./()[\\]{}\\xad\\xb7\\u05be\\u061c\\u200b-\\u2015\\u2022\\u202a-\\u202e\\u2060-\\u206f\\u2212\\u3008-\\u301c\\ufeff\\uff08\\uff09\\uff0d\\uff0e\\uff3b\\uff3d\\-";
