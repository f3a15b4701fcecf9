// @wordpress/scripts decides everything but the entry: React and @wordpress/* come from WordPress itself.
const standard = require("@wordpress/scripts/config/webpack.config");

module.exports = { ...standard, entry: { index: "./src/admin/index.tsx" } };
