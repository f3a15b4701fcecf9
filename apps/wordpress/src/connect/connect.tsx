import { Button, Notice, Spinner } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";
import { AskForCode } from "./ask-for-code.tsx";
import { forgetConnection, readConnection, type Connection } from "./connection.ts";
import { PickNumbers } from "./pick-numbers.tsx";
import { sayFailure } from "./say-failure.ts";

/** The connect screen: the way to a server, or, once there is one, the numbers, a look at the swap and a test call. */
export function Connect(props: { readonly server: string }): ReactNode {
  const [connection, setConnection] = useState<Connection>();
  const [failure, setFailure] = useState("");
  const read = (): void => {
    readConnection()
      .then(setConnection)
      .catch((refused: unknown) => setFailure(sayFailure(refused)));
  };
  useEffect(read, []);

  if (failure !== "")
    return (
      <Notice status="error" isDismissible={false}>
        {failure}
      </Notice>
    );
  if (connection === undefined) return <Spinner />;
  if (!connection.canAsk) return <AskForCode server={props.server} onConnected={read} />;
  const forget = (): void => {
    forgetConnection()
      .then(setConnection)
      .catch((refused: unknown) => setFailure(sayFailure(refused)));
  };
  return (
    <>
      {connection.problem === "" ? (
        <Notice status="success" isDismissible={false}>
          {sprintf(
            /* translators: 1: address of the server; 2: name of the account. */
            __("Connected to %1$s, account %2$s.", "ringtrail"),
            connection.server,
            connection.account,
          )}{" "}
          <Button variant="link" onClick={forget}>
            {__("Disconnect", "ringtrail")}
          </Button>
        </Notice>
      ) : (
        <Notice status="error" isDismissible={false}>
          {connection.problem}{" "}
          <Button variant="link" onClick={forget}>
            {__("Connect anew", "ringtrail")}
          </Button>
        </Notice>
      )}
      {connection.problem === "" ? <PickNumbers /> : null}
    </>
  );
}
