import { notLegalAdvice, recordingHelp } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Card } from "../parts/card.tsx";

/** An owner's questions, answered in the words of the guide "May I record my calls?". */
export function HelpCard(): ReactNode {
  return (
    <Card title={__("May I record my calls?", "ringtrail")}>
      <div className="rt-help">
        {recordingHelp.map(({ question, answer }) => (
          <details key={question}>
            <summary>{question}</summary>
            {answer.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </details>
        ))}
        <p className="rt-faint">{notLegalAdvice}</p>
      </div>
    </Card>
  );
}
