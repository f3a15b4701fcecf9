import type { Extra } from "../start.ts";
import { visitId } from "../visit.ts";
import { on } from "../watch-reader.ts";

/** Where the owner asked for it, forms that are sent carry the visit's id. The form itself is not touched. */
export const fillForms: Extra = (_site, { forms }) => {
  if (!forms) return;
  on("formdata", (event) => {
    const id = visitId();
    if (id) (event as FormDataEvent).formData.set("ringtrail_visit", id);
  });
};
