// `wp-scripts lint-js` runs in every build, by the rules of WordPress for scripts: text domains, hooks, access, imports.
// Left to the rest of the repository are the rules about looks (oxfmt writes every file), braces and dots (oxlint and the
// compiler), and types said a second time in comments (TypeScript has them).
const standard = require("@wordpress/scripts/config/eslint.config.cjs");

module.exports = [
  ...standard,
  { rules: { "prettier/prettier": "off", curly: "off", "dot-notation": "off", "jsdoc/require-param": "off" } },
];
