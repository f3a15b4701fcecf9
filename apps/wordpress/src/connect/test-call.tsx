import { Button, Notice, SelectControl } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { ringTestCall } from "./connection.ts";
import { sayFailure } from "./say-failure.ts";

/** Rings one of the site's numbers by the server's test carrier, where it has one. */
export function TestCall(props: { readonly numbers: readonly string[] }): ReactNode {
  const { numbers } = props;
  const [number, setNumber] = useState(numbers[0] ?? "");
  const [said, setSaid] = useState<{ readonly status: "success" | "error"; readonly words: string }>();
  const ring = (): void => {
    ringTestCall(number)
      .then(() =>
        setSaid({
          status: "success",
          words: __("It rings. Look under Calls: it is there while it rings.", "ringtrail"),
        }),
      )
      .catch((refused: unknown) => setSaid({ status: "error", words: sayFailure(refused) }));
  };
  if (number === "") return null;
  return (
    <>
      <h2>{__("Test call", "ringtrail")}</h2>
      <SelectControl
        label={__("Number to ring", "ringtrail")}
        value={number}
        options={numbers.map((one) => ({ label: one, value: one }))}
        onChange={setNumber}
        __next40pxDefaultSize
        __nextHasNoMarginBottom
      />
      <p>
        <Button variant="secondary" onClick={ring} __next40pxDefaultSize>
          {__("Ring it now", "ringtrail")}
        </Button>
      </p>
      {said === undefined ? null : (
        <div role="status">
          <Notice status={said.status} isDismissible={false}>
            {said.words}
          </Notice>
        </div>
      )}
    </>
  );
}
