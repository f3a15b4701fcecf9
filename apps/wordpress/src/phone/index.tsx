// @boundaries-ignore WordPress brings it to the editor; the build leaves it there, and its types stand beside us
import { registerBlockType, registerBlockVariation } from "@wordpress/blocks";
import { __ } from "@wordpress/i18n";
import metadata from "./block.json";
import { EditPhone } from "./edit-phone.tsx";

// PHP writes the block, so that a number that changes later changes everywhere; nothing of it is saved in the post.
registerBlockType(metadata.name, { edit: EditPhone, save: () => null });

for (const [look, title, description, icon] of [
  ["link", __("Phone link", "ringtrail"), __("Your number as a link that dials.", "ringtrail"), "phone"],
  ["button", __("Call button", "ringtrail"), __("Your number as a button.", "ringtrail"), "button"],
  [
    "hours",
    __("Phone number with hours", "ringtrail"),
    __("Your number, and when somebody answers.", "ringtrail"),
    "clock",
  ],
] as const) {
  registerBlockVariation(metadata.name, {
    name: look,
    title,
    description,
    icon,
    isDefault: look === "link",
    attributes: { look },
    isActive: ["look"],
  });
}
