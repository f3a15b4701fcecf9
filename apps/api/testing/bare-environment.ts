/** All that a process of ours is given of this one's environment: where programs are, and what Node has compiled of them before. */
export const bareEnvironment = {
  PATH: process.env["PATH"] ?? "",
  NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
};
