import type { SiteSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { CopyLine } from "./copy-line.tsx";
import { installWays, platforms, type Platform } from "./install-ways.ts";

/** How the script comes into the site's pages. */
export function InstallGuide(props: { readonly site: SiteSummary; readonly server: string }): ReactNode {
  const { site, server } = props;
  const [platform, setPlatform] = useState<Platform>("any");
  const { steps, code } = installWays(platform, server, site.key);
  return (
    <details className="rt-how">
      <summary>{__("Install it on your pages", "ringtrail")}</summary>
      <div className="rt-form rt-own-form">
        <Field label={__("Your pages are made with", "ringtrail")}>
          {(attributes) => (
            <select
              {...attributes}
              value={platform}
              onChange={({ target: { value } }) => setPlatform(platforms.find((one) => one === value) ?? "any")}
            >
              {platforms.map((one) => (
                <option key={one} value={one}>
                  {installWays(one, server, site.key).name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ol className="rt-install-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {code === undefined ? null : <CopyLine label={__("To be copied", "ringtrail")} text={code} />}
      </div>
    </details>
  );
}
