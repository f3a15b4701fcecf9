import { useId, type ReactNode } from "react";

/** A labelled field of a form. What is wrong with it stands under it and is read with it. */
export function Field(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** Draws the input with these attributes. */
  readonly children: (attributes: {
    readonly id: string;
    readonly "aria-describedby": string | undefined;
    readonly "aria-invalid": true | undefined;
  }) => ReactNode;
}): ReactNode {
  const { label, hint, problem } = props;
  const id = useId();
  const said = problem ?? hint;
  return (
    <div className="rt-field" data-wrong={problem === undefined ? undefined : ""}>
      <label htmlFor={id}>{label}</label>
      {props.children({
        id,
        "aria-describedby": said === undefined ? undefined : `${id}-said`,
        "aria-invalid": problem === undefined ? undefined : true,
      })}
      {said === undefined ? null : (
        <p id={`${id}-said`} role={problem === undefined ? undefined : "alert"} className="rt-field-said">
          {said}
        </p>
      )}
    </div>
  );
}
