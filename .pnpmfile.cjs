// wp-studio is used as data only: its tarball carries WordPress itself; its own dependencies are not needed.
// umami likewise: the bench measures its page script; the server around it and its database client stay away.
// Of the eight PHP builds of the WordPress runtime three are kept: the plugin's floor, the one tested on every run, the newest.
// typescript-eslint, which @wordpress/scripts lints with, needs the API of TypeScript 6 and gets that for itself alone.
function readPackage(manifest) {
  if (manifest.name === "wp-studio" || manifest.name === "umami") {
    manifest.dependencies = {};
    manifest.optionalDependencies = {};
    manifest.peerDependencies = {};
    delete manifest.engines;
  }
  if (manifest.name === "@php-wasm/node") {
    for (const version of ["5-2", "8-0", "8-1", "8-2", "8-4"])
      delete manifest.dependencies[`@php-wasm/node-${version}`];
  }
  if (
    /^(typescript-eslint|@typescript-eslint\/.*|ts-api-utils)$/.test(manifest.name) &&
    manifest.peerDependencies?.typescript
  ) {
    delete manifest.peerDependencies.typescript;
    manifest.dependencies = { ...manifest.dependencies, typescript: "6.0.3" };
  }
  return manifest;
}

module.exports = { hooks: { readPackage } };
