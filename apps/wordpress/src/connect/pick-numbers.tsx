import { Button, Notice, Spinner } from "@wordpress/components";
import { __, _n, sprintf } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";
import { addTarget, readTargets, type FoundNumber, type Targets } from "./connection.ts";
import { SwapPreview } from "./swap-preview.tsx";
import { TestCall } from "./test-call.tsx";
import { sayFailure } from "./say-failure.ts";

/** The numbers on the owner's own pages: which are swapped, and a way to swap the others. */
export function PickNumbers(): ReactNode {
  const [targets, setTargets] = useState<Targets>();
  const [failure, setFailure] = useState("");
  const take = (answer: Promise<Targets>): void => {
    answer.then(setTargets).catch((refused: unknown) => setFailure(sayFailure(refused)));
  };
  useEffect(() => take(readTargets()), []);

  const failed =
    failure === "" ? null : (
      <div role="alert">
        <Notice status="error" isDismissible={false}>
          {failure}
        </Notice>
      </div>
    );
  if (targets === undefined) return failed ?? <Spinner />;
  return (
    <>
      {failed}
      <h2>{__("Numbers on your pages", "ringtrail")}</h2>
      {targets.found.length === 0 ? (
        <p>{__("No phone number was found on your home page or in your posts and pages.", "ringtrail")}</p>
      ) : (
        <table className="widefat striped" id="ringtrail-found">
          <tbody>
            {targets.found.map((number) => (
              <NumberRow key={number.e164} number={number} onPick={() => take(addTarget(number.e164))} />
            ))}
          </tbody>
        </table>
      )}
      <SwapPreview preview={targets.preview} />
      <TestCall numbers={targets.numbers} />
      <h2>{__("When the server is down", "ringtrail")}</h2>
      <p>
        {__(
          "This site can answer your carrier. Start the server with this address, and calls reach you even then:",
          "ringtrail",
        )}{" "}
        <code>FALLBACK_URL={targets.fallback}</code>
      </p>
    </>
  );
}

function NumberRow(props: { readonly number: FoundNumber; readonly onPick: () => void }): ReactNode {
  const { written, times, where, swapped } = props.number;
  return (
    <tr>
      <td>
        <strong>{written}</strong>
      </td>
      <td>
        {sprintf(
          /* translators: 1: how often the number was found; 2: title of the first page it stands on. */
          _n("%1$d time, on %2$s", "%1$d times, first on %2$s", times, "ringtrail"),
          times,
          where,
        )}
      </td>
      <td>
        {swapped ? (
          __("is swapped", "ringtrail")
        ) : (
          <Button variant="secondary" onClick={props.onPick}>
            {__("Swap this number", "ringtrail")}
          </Button>
        )}
      </td>
    </tr>
  );
}
