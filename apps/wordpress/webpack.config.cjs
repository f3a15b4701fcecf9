// @wordpress/scripts decides everything but the entries: React and @wordpress/* come from WordPress itself.
const standard = require("@wordpress/scripts/config/webpack.config");

module.exports = {
  ...standard,
  resolve: {
    ...standard.resolve,
    // The build of DataViews that brings along whatever WordPress 6.6 does not have: the plain one asks for the handle
    // wp-theme, and WordPress drops a script with an unknown handle without a word.
    alias: { ...standard.resolve.alias, "@wordpress/dataviews$": "@wordpress/dataviews/wp" },
  },
  entry: {
    index: "./src/admin/index.tsx",
    connect: "./src/connect/index.tsx",
    phone: "./src/phone/index.tsx",
    widget: "./src/widget/index.ts",
    checkout: "./src/checkout/index.ts",
  },
};
