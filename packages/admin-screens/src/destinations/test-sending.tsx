import type { DestinationShown } from "@ringtrail/api-contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { failureWords } from "../words/failure-words.ts";
import { tryWords } from "./delivery-words.ts";

/** Sends a test and says what was answered, as soon as there is an answer. */
export function TestSending(props: {
  readonly api: DestinationsApi;
  readonly destination: DestinationShown;
  readonly onDone: () => void;
}): ReactNode {
  const { api, destination, onDone } = props;
  const sending = useMutation({ mutationFn: () => api.testDestination(destination.id) });
  const id = sending.data?.delivery;
  const sent = useQuery({
    queryKey: ["test-sending", id],
    queryFn: async () => {
      const delivery = await api.delivery(id ?? "");
      // Now the log and the destination's health have something new to say.
      if (delivery.tries.length > 0) onDone();
      return delivery;
    },
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.tries.length === 0 ? 1_000 : false),
  });
  const answered = sent.data?.tries.at(-1);
  const failure = sending.error ?? sent.error;
  return (
    <>
      <Button
        variant="link"
        isBusy={sending.isPending}
        // translators: %s: the name of a destination.
        aria-label={sprintf(__("Send a test: %s", "ringtrail"), destination.name)}
        onClick={() => sending.mutate()}
      >
        {__("Send a test", "ringtrail")}
      </Button>
      <span role="status" className="rt-test-said rt-faint">
        {failure === null ? null : failureWords(failure).title}
        {failure !== null || id === undefined
          ? null
          : answered === undefined
            ? __("On its way…", "ringtrail")
            : sent.data?.state === "delivered"
              ? /* translators: %s: what was answered, such as "204 in 12 ms". */
                sprintf(__("The test arrived: %s.", "ringtrail"), tryWords(answered))
              : /* translators: %s: what was answered, such as "500 in 12 ms". */
                sprintf(__("The test did not arrive: %s.", "ringtrail"), tryWords(answered))}
      </span>
    </>
  );
}
