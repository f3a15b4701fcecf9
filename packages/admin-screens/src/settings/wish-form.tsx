import { useMutation } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";

/** Who asks, as they are named to the server, and what is answered to them. */
export interface Wish<Known, Erased> {
  readonly look: (who: string) => Promise<Known>;
  readonly erase: (who: string) => Promise<Erased>;
  /** The field of the request that names them, and what is said beside it when it is wrong. */
  readonly field: {
    readonly name: string;
    readonly type: "tel" | "text";
    readonly label: string;
    readonly hint: string;
    readonly wrong: string;
  };
  /** Whether the field is meant by a refusal that names none. */
  readonly isAboutField?: (refused: Error) => boolean;
  /** How forgetting is asked for, what it costs, and how it is done. */
  readonly forget: { readonly ask: string; readonly cost: string; readonly does: string };
  readonly showKnown: (known: Known) => ReactNode;
  readonly erasedWords: (erased: Erased) => string;
}

/** Shows what is known of somebody, or forgets them once it was asked twice. */
export function WishForm<Known, Erased>(props: {
  readonly wish: Wish<Known, Erased>;
  readonly isOwn?: boolean;
}): ReactNode {
  const { wish, isOwn = false } = props;
  const { field, forget } = wish;
  const [who, setWho] = useState("");
  const [isAsked, setAsked] = useState(false);
  const looking = useMutation({ mutationFn: () => wish.look(who.trim()) });
  const erasing = useMutation({ mutationFn: () => wish.erase(who.trim()) });
  const error = looking.error ?? erasing.error;
  const problem = formProblem(error, { [field.name]: field.wrong });
  const isField = problem?.part === field.name || (error !== null && wish.isAboutField?.(error) === true);
  return (
    <>
      <form
        className={isOwn ? "rt-form rt-own-form" : "rt-form"}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          erasing.reset();
          setAsked(false);
          if (!looking.isPending) looking.mutate();
        }}
      >
        <Field label={field.label} hint={field.hint} problem={isField ? problem?.words : undefined}>
          {(attributes) => (
            <input
              {...attributes}
              type={field.type}
              aria-required
              autoComplete="off"
              spellCheck={false}
              value={who}
              onChange={({ target }) => {
                looking.reset();
                erasing.reset();
                setAsked(false);
                setWho(target.value);
              }}
            />
          )}
        </Field>
        <FormFailure problem={isField ? undefined : problem} />
        <div className="rt-save">
          <Button type="submit" variant="secondary" isBusy={looking.isPending} __next40pxDefaultSize>
            {__("Show what is known", "ringtrail")}
          </Button>
          <Button variant="tertiary" onClick={() => setAsked(true)} __next40pxDefaultSize>
            {forget.ask}
          </Button>
        </div>
        {isAsked ? (
          <div className="rt-save">
            <span>{forget.cost}</span>
            <Button
              variant="secondary"
              isDestructive
              isBusy={erasing.isPending}
              onClick={() => {
                looking.reset();
                erasing.mutate(undefined, { onSettled: () => setAsked(false) });
              }}
              __next40pxDefaultSize
            >
              {forget.does}
            </Button>
          </div>
        ) : null}
      </form>
      <div role="status">
        {looking.data === undefined ? null : wish.showKnown(looking.data)}
        {erasing.data === undefined ? null : <p className="rt-soft">{wish.erasedWords(erasing.data)}</p>}
      </div>
    </>
  );
}
