/** A file of the law, fetched when it is needed. */
export type LawFile = () => Promise<{ readonly default: unknown }>;

/** One file per country, states and provinces inside. `EU` is for member states without a file of their own. */
export const countryFiles: Readonly<Record<string, LawFile>> = {
  AE: () => import("../law/AE.json", { with: { type: "json" } }),
  AR: () => import("../law/AR.json", { with: { type: "json" } }),
  AT: () => import("../law/AT.json", { with: { type: "json" } }),
  AU: () => import("../law/AU.json", { with: { type: "json" } }),
  BE: () => import("../law/BE.json", { with: { type: "json" } }),
  BR: () => import("../law/BR.json", { with: { type: "json" } }),
  CA: () => import("../law/CA.json", { with: { type: "json" } }),
  CH: () => import("../law/CH.json", { with: { type: "json" } }),
  CZ: () => import("../law/CZ.json", { with: { type: "json" } }),
  DE: () => import("../law/DE.json", { with: { type: "json" } }),
  DK: () => import("../law/DK.json", { with: { type: "json" } }),
  ES: () => import("../law/ES.json", { with: { type: "json" } }),
  EU: () => import("../law/EU.json", { with: { type: "json" } }),
  FI: () => import("../law/FI.json", { with: { type: "json" } }),
  FR: () => import("../law/FR.json", { with: { type: "json" } }),
  GB: () => import("../law/GB.json", { with: { type: "json" } }),
  HK: () => import("../law/HK.json", { with: { type: "json" } }),
  IE: () => import("../law/IE.json", { with: { type: "json" } }),
  IL: () => import("../law/IL.json", { with: { type: "json" } }),
  IN: () => import("../law/IN.json", { with: { type: "json" } }),
  IT: () => import("../law/IT.json", { with: { type: "json" } }),
  JP: () => import("../law/JP.json", { with: { type: "json" } }),
  KR: () => import("../law/KR.json", { with: { type: "json" } }),
  MX: () => import("../law/MX.json", { with: { type: "json" } }),
  NL: () => import("../law/NL.json", { with: { type: "json" } }),
  NO: () => import("../law/NO.json", { with: { type: "json" } }),
  NZ: () => import("../law/NZ.json", { with: { type: "json" } }),
  PH: () => import("../law/PH.json", { with: { type: "json" } }),
  PL: () => import("../law/PL.json", { with: { type: "json" } }),
  PT: () => import("../law/PT.json", { with: { type: "json" } }),
  SE: () => import("../law/SE.json", { with: { type: "json" } }),
  SG: () => import("../law/SG.json", { with: { type: "json" } }),
  SK: () => import("../law/SK.json", { with: { type: "json" } }),
  TR: () => import("../law/TR.json", { with: { type: "json" } }),
  US: () => import("../law/US.json", { with: { type: "json" } }),
  ZA: () => import("../law/ZA.json", { with: { type: "json" } }),
};

/** The seal. */
export const manifestFile: LawFile = () => import("../law/manifest.json", { with: { type: "json" } });

/** The list of a 2017 article. */
export const articleFile: LawFile = () => import("../law/us-2017-article.json", { with: { type: "json" } });

/** What every rule set needs, whichever countries are asked for. */
export const sharedFiles = {
  "area-codes": () => import("../law/area-codes.json", { with: { type: "json" } }),
  countries: () => import("../law/countries.json", { with: { type: "json" } }),
  principles: () => import("../law/principles.json", { with: { type: "json" } }),
} as const satisfies Record<string, LawFile>;
