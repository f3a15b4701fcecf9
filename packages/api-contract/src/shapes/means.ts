import { z } from "zod";

/** What must happen before a call may be recorded, loosest first. */
export const Means = z.enum(["silent", "announce", "active_consent", "do_not_record"]);
export type Means = z.infer<typeof Means>;
