import { checkPageGroups, mostPageGroups } from "@ringtrail/core/healthcare";
import { z } from "zod";

/** Pages that may be told of, by the name of their group. What is wrong is said beside the entry's own field. */
const PageGroups = z
  .array(
    z.strictObject({
      path: z.string().trim().max(200).describe("`/implants`, or `/implants/*` with everything below it."),
      group: z.string().trim().max(60).describe("What its pages are counted as. No phone number, no e-mail address."),
    }),
  )
  .max(mostPageGroups)
  .superRefine((groups, context) => {
    const checked = checkPageGroups(groups);
    if (checked.ok) return;
    const { nth, part, code } = checked.reason;
    context.addIssue({ code: "custom", path: [nth, part], message: saysOf[code] });
  });

const saysOf = {
  page_path_malformed: "is no path: write /implants, or /implants/* for everything below it",
  page_path_twice: "stands in the list already",
  page_group_malformed: "is no name of 1 to 60 characters",
  page_group_names_somebody: "holds what looks like a phone number or an e-mail address",
} as const;

/** How a site in healthcare mode is reported, and how the glass between its sides is broken. */
export const HealthcareSettingsShown = z.strictObject({
  smallestCell: z.number().int().min(5).max(100).optional().describe("The fewest calls a report shows; 5."),
  periodDays: z.number().int().min(1).max(92).optional().describe("Days that are counted together; 7."),
  needsSecondPerson: z.boolean().optional().describe("Breaking the glass takes a second person."),
  pageGroups: PageGroups.optional().describe(
    "The only pages that are told apart in reports, by name. Pages that are not listed count as other pages.",
  ),
});
