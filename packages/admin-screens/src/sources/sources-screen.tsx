import { __ } from "@wordpress/i18n";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { channelWords } from "../words/channel-words.ts";
import { CostsCard } from "./costs-card.tsx";
import { ModelsCard } from "./models-card.tsx";
import { RuleTester } from "./rule-tester.tsx";
import { ruleWords } from "./rule-words.ts";

/** How calls are shared out, how a visit's channel is named, and what ads cost. */
export function SourcesScreen(): ReactNode {
  const { api, costs } = useHost();
  const [fired, setFired] = useState<number>();
  const rules = useQuery({ queryKey: ["channel-rules"], queryFn: () => api.channelRules(), staleTime: Infinity });
  return (
    <>
      <header className="rt-head">
        <h1>{__("Sources", "ringtrail")}</h1>
      </header>
      <div className="rt-column">
        <ModelsCard />
        <RuleTester onFired={setFired} />
        <Loaded query={rules}>
          {(told) => (
            <Card
              title={__("Channel rules", "ringtrail")}
              aside={__("The first that fits names the channel", "ringtrail")}
            >
              <ol className="rt-rules">
                {told.rules.map((rule) => (
                  <li key={rule.place} aria-current={rule.place === fired ? "true" : undefined}>
                    <span className="rt-faint">{rule.place}</span>
                    <span className="rt-break">{ruleWords(rule)}</span>
                    <span>{channelWords(rule.channel)}</span>
                  </li>
                ))}
              </ol>
            </Card>
          )}
        </Loaded>
        {costs === undefined ? null : <CostsCard api={costs} />}
      </div>
    </>
  );
}
