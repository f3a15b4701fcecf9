import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { PeriodChoice } from "../parts/period-choice.tsx";
import { FormsCard } from "./forms-card.tsx";

/** Forms that were sent on pages, each with how whoever sent it came. */
export function FormsScreen(): ReactNode {
  const { forms } = useHost();
  const [count, setCount] = useState(30);
  return (
    <>
      <header className="rt-head">
        <h1>{__("Forms", "ringtrail")}</h1>
        <PeriodChoice count={count} onChoose={setCount} />
      </header>
      {forms === undefined ? (
        <div className="rt-card">
          <Blank
            title={__("Forms are shown in the console", "ringtrail")}
            words={__("Open the console of your Ringtrail server.", "ringtrail")}
          />
        </div>
      ) : (
        <FormsCard api={forms} count={count} />
      )}
    </>
  );
}
