import type { ContractWorld } from "@ringtrail/admin-screens/testing";
import type { ScreenRow } from "./screen-row.ts";

/** What looks otherwise in a clinic's account. `fillClinic` makes the filled one a clinic's. */
export const clinicScreens: readonly ScreenRow[] = [
  { name: "clinic-overview", place: "/overview", shown: "text=Numbers tapped" },
  {
    name: "clinic-site",
    place: "/sites",
    shown: ".rt-targets",
    open: async (page) => {
      await page.getByText("Healthcare mode", { exact: true }).click();
      await page.getByLabel("Path 3").waitFor();
      await page.getByText("Install it on your pages").click();
      await page.getByLabel("Path 2").fill("screening");
      await page
        .getByLabel("The fewest calls a report shows")
        .locator("xpath=ancestor::form")
        .getByRole("button", { name: "Save" })
        .click();
      await page.getByRole("alert").getByText("Write a path such as /implants").waitFor();
    },
  },
  // A plugin asks to act for the clinic.
  { name: "clinic-connect", place: "/connect/BCDF-GHJK", shown: ".cs-connect .rt-ticks" },
];

/** Makes a filled account a clinic's; answers what takes that back. */
export function fillClinic(world: ContractWorld): () => void {
  const { flow, overview } = world;
  if (flow === undefined) throw new Error("The account has no site.");
  const pageGroups = [
    { path: "/implants/*", group: "Implants" },
    { path: "/screening", group: "Screening" },
    { path: "/practice/how-to-find-us-and-where-to-park", group: "How to find us, opening hours and parking" },
  ];
  world.flow = { ...flow, isHealthcare: true, healthcare: { needsSecondPerson: true, pageGroups } };
  world.overview = {
    ...overview,
    pageGroups: [
      { kind: "other", opened: 12_480, tapped: 96 },
      { kind: "named", name: "Implants", opened: 1_240, tapped: 31 },
      { kind: "named", name: "How to find us, opening hours and parking", opened: 388, tapped: 74 },
      { kind: "hidden", opened: 7, tapped: 0 },
    ],
  };
  return () => void Object.assign(world, { flow, overview });
}
