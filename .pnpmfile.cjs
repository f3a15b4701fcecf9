// wp-studio is used as data only: its tarball carries WordPress itself; its own dependencies are not needed.
// umami likewise: the bench measures its page script; the server around it and its database client stay away.
// Of the eight PHP builds of the WordPress runtime two are kept: the plugin's floor and the one tested on every run.
function readPackage(manifest) {
  if (manifest.name === "wp-studio" || manifest.name === "umami") {
    manifest.dependencies = {};
    manifest.optionalDependencies = {};
    manifest.peerDependencies = {};
    delete manifest.engines;
  }
  if (manifest.name === "@php-wasm/node") {
    for (const version of ["5-2", "8-0", "8-1", "8-2", "8-4", "8-5"])
      delete manifest.dependencies[`@php-wasm/node-${version}`];
  }
  return manifest;
}

module.exports = { hooks: { readPackage } };
