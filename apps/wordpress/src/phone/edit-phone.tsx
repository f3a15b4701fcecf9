// @boundaries-ignore WordPress brings it to the editor; the build leaves it there, and its types stand beside us
import { InspectorControls, useBlockProps } from "@wordpress/block-editor";
import { PanelBody, TextControl } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

interface PhoneAttributes {
  readonly number: string;
  readonly look: "link" | "button" | "hours";
  readonly label: string;
  readonly hours: string;
}

/** The block in the editor. It always shows the business's own number: a visit's number is for its visitor alone. */
export function EditPhone(props: {
  readonly attributes: PhoneAttributes;
  readonly setAttributes: (changed: Partial<PhoneAttributes>) => void;
}): ReactNode {
  const { attributes, setAttributes } = props;
  const { number, look, label, hours } = attributes;
  const shown = number === "" ? __("Your phone number", "ringtrail") : number;
  const text = label === "" ? shown : `${label} ${shown}`;
  return (
    <>
      <InspectorControls>
        <PanelBody title={__("Phone number", "ringtrail")}>
          <TextControl
            label={__("Number", "ringtrail")}
            help={__("Empty: the number of Ringtrail, Settings. Write it as it should be read.", "ringtrail")}
            value={number}
            onChange={(changed) => setAttributes({ number: changed })}
            __next40pxDefaultSize
            __nextHasNoMarginBottom
          />
          <TextControl
            label={__("Words before it", "ringtrail")}
            value={label}
            onChange={(changed) => setAttributes({ label: changed })}
            __next40pxDefaultSize
            __nextHasNoMarginBottom
          />
          {look === "hours" ? (
            <TextControl
              label={__("Hours", "ringtrail")}
              value={hours}
              onChange={(changed) => setAttributes({ hours: changed })}
              __next40pxDefaultSize
              __nextHasNoMarginBottom
            />
          ) : null}
        </PanelBody>
      </InspectorControls>
      <div {...useBlockProps()}>
        <span className={look === "button" ? "wp-block-button__link wp-element-button" : "ringtrail-phone"}>
          {text}
        </span>
        {look === "hours" && hours !== "" ? <span className="ringtrail-hours"> {hours}</span> : null}
      </div>
    </>
  );
}
