import { z } from "zod";

/** How a site in healthcare mode is reported, and how the glass between its sides is broken. */
export const HealthcareSettingsShown = z.strictObject({
  smallestCell: z.number().int().min(5).max(100).optional().describe("The fewest calls a report shows; 5."),
  periodDays: z.number().int().min(1).max(92).optional().describe("Days that are counted together; 7."),
  needsSecondPerson: z.boolean().optional().describe("Breaking the glass takes a second person."),
});
