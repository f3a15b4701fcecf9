// webpack takes stylesheets as imports; TypeScript only needs to know that they are there.
declare module "*.css";
