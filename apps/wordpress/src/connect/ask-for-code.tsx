import { Button, ExternalLink, Notice, Spinner, TextControl } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { askForCode, collect, type OneTimeCode } from "./connection.ts";
import { sayFailure } from "./say-failure.ts";
import { ServerHelp } from "./server-help.tsx";

/** Somebody walks to the console and back: nobody needs a faster look. */
const lookEveryMs = 2_000;

/** Asks for the server's address, shows its one-time code, and waits until somebody approves it there. */
export function AskForCode(props: { readonly server: string; readonly onConnected: () => void }): ReactNode {
  const { onConnected } = props;
  const [server, setServer] = useState(props.server);
  const [code, setCode] = useState<OneTimeCode>();
  const [failure, setFailure] = useState("");

  useEffect(() => {
    if (code === undefined) return undefined;
    let timer = 0;
    let isGone = false;
    const look = async (): Promise<void> => {
      try {
        const { state } = await collect();
        if (isGone) return;
        if (state === "connected") onConnected();
        else timer = window.setTimeout(() => void look(), lookEveryMs);
      } catch (refused) {
        if (isGone) return;
        setFailure(sayFailure(refused));
        setCode(undefined);
      }
    };
    timer = window.setTimeout(() => void look(), lookEveryMs);
    return () => {
      isGone = true;
      window.clearTimeout(timer);
    };
  }, [code, onConnected]);

  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setFailure("");
    askForCode(server)
      .then(setCode)
      .catch((refused: unknown) => setFailure(sayFailure(refused)));
  };

  return (
    <>
      <h2>{__("Connect", "ringtrail")}</h2>
      <form onSubmit={ask} className="ringtrail-ask">
        <TextControl
          label={__("Address of your Ringtrail server", "ringtrail")}
          placeholder="https://calls.example.com"
          value={server}
          onChange={setServer}
          __next40pxDefaultSize
          __nextHasNoMarginBottom
        />
        <p>
          <Button variant="primary" type="submit" __next40pxDefaultSize disabled={server.trim() === ""}>
            {__("Get a code", "ringtrail")}
          </Button>
        </p>
      </form>
      {failure === "" ? null : (
        <div role="alert">
          <Notice status="error" isDismissible={false}>
            {failure}
          </Notice>
        </div>
      )}
      {code === undefined ? null : (
        <p role="status">
          {__("Approve this code in your server's console:", "ringtrail")} <strong>{code.code}</strong>{" "}
          <ExternalLink href={code.approveUrl}>{__("Open the console", "ringtrail")}</ExternalLink> <Spinner />
        </p>
      )}
      <ServerHelp />
    </>
  );
}
