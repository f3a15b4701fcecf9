// @wordpress/scripts decides everything but the entries: React and @wordpress/* come from WordPress itself.
const standard = require("@wordpress/scripts/config/webpack.config");

module.exports = {
  ...standard,
  entry: {
    index: "./src/admin/index.tsx",
    connect: "./src/connect/index.tsx",
    phone: "./src/phone/index.tsx",
    widget: "./src/widget/index.ts",
    checkout: "./src/checkout/index.ts",
  },
};
