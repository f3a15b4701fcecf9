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
  const { steps, code, counter } = installWays(platform, server, site);
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
                  {installWays(one, server, site).name}
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
        {counter === undefined ? null : (
          <>
            <p className="rt-soft">
              {__(
                "This counts the pages of your page groups too. Where pages have the script alone (its address has /snippet/ in it, or it is a copy of your own), put this behind it.",
                "ringtrail",
              )}
            </p>
            <CopyLine label={__("What counts pages", "ringtrail")} text={counter} />
          </>
        )}
      </div>
    </details>
  );
}
