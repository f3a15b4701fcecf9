import { type Client, type ConnectRequestShown, type SiteSummary, wholeList } from "@ringtrail/api-contract";
import { Button, Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useEffect, useId, useState, type ReactNode } from "react";
import { refusalWords } from "./refusal-words.ts";

type Api = Pick<Client, "connectRequest" | "approveConnection" | "sites">;

type Asked =
  | { readonly state: "reading" }
  | { readonly state: "asks"; readonly request: ConnectRequestShown; readonly sites: SiteSummary[] }
  | { readonly state: "approved" }
  | { readonly state: "refused"; readonly words: string };

/**
 * A plugin asks to act for a site: who it is, for which site, yes or no. It is approved by whoever came with the code of
 * their own site's settings; a name and an address that nobody knows are a reason to say no.
 */
export function ApproveConnection(props: {
  readonly api: Api;
  readonly code: string;
  readonly onDone: () => void;
}): ReactNode {
  const { api, code, onDone } = props;
  const id = useId();
  const [asked, setAsked] = useState<Asked>({ state: "reading" });
  const [site, setSite] = useState("");
  const [mayKnowCallers, setMayKnowCallers] = useState(false);
  const refuse = (refused: unknown): void => setAsked({ state: "refused", words: refusalWords(refused) });

  useEffect(() => {
    Promise.all([api.connectRequest(code), wholeList((page) => api.sites(page))])
      .then(([request, { sites }]) => {
        setSite(sites[0]?.id ?? "");
        setAsked({ state: "asks", request, sites });
      })
      .catch((refused: unknown) => setAsked({ state: "refused", words: refusalWords(refused) }));
  }, [api, code]);

  if (asked.state === "reading") return null;
  if (asked.state === "refused")
    return (
      <Notice status="error" onRemove={onDone}>
        {asked.words}
      </Notice>
    );
  if (asked.state === "approved")
    return (
      <Notice status="success" onRemove={onDone}>
        {__("Connected. You can go back to your site.", "ringtrail")}
      </Notice>
    );
  const { request, sites } = asked;
  // For every other site the plugin has what it shows: callers' numbers are masked there.
  const isClinic = sites.find((one) => one.id === site)?.isHealthcare === true;
  const approve = (): void => {
    const more = isClinic && mayKnowCallers ? { mayKnowCallers } : {};
    api.approveConnection(code, { site, ...more }).then(() => setAsked({ state: "approved" }), refuse);
  };
  return (
    <section className="rt-card cs-form cs-connect" aria-label={__("Connect a site", "ringtrail")}>
      <h1>{__("Connect a site", "ringtrail")}</h1>
      <p>
        {sprintf(
          /* translators: 1: name of a web site; 2: its address; 3: a code. */
          __("“%1$s” at %2$s asks to be connected, with the code %3$s.", "ringtrail"),
          request.name,
          request.origin,
          code,
        )}
      </p>
      <p>
        {__(
          "It will see calls and numbers, play recordings, change what this site's callers hear, tell orders and answer callers who ask to be forgotten, by a key of its own that you can revoke. Approve it only if you asked for this code.",
          "ringtrail",
        )}
      </p>
      <div className="rt-field">
        <label htmlFor={`${id}-site`}>{__("Site", "ringtrail")}</label>
        <select
          id={`${id}-site`}
          value={site}
          onChange={({ target }) => {
            setSite(target.value);
            // A yes was meant for the site that was seen.
            setMayKnowCallers(false);
          }}
        >
          {sites.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      {isClinic ? (
        <div className="rt-ticks">
          <label>
            <input
              type="checkbox"
              aria-describedby={`${id}-callers`}
              checked={mayKnowCallers}
              onChange={({ target }) => setMayKnowCallers(target.checked)}
            />
            <span>{__("This site may handle callers’ data", "ringtrail")}</span>
          </label>
          <p id={`${id}-callers`} className="rt-soft">
            {__(
              "It is in healthcare mode. Without this its wp-admin shows no calls of the clinic and no call flow: they are here, in the console. With it, whoever breaks into the web site learns who called, and its host handles health data: sign an agreement with the host first.",
              "ringtrail",
            )}
          </p>
        </div>
      ) : null}
      <p>
        <Button variant="primary" onClick={approve} disabled={site === ""} __next40pxDefaultSize>
          {__("Approve", "ringtrail")}
        </Button>{" "}
        <Button variant="tertiary" onClick={onDone} __next40pxDefaultSize>
          {__("Do not connect", "ringtrail")}
        </Button>
      </p>
    </section>
  );
}
