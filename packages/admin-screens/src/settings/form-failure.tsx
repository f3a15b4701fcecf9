import { Notice } from "@wordpress/components";
import type { ReactNode } from "react";
import type { FormProblem } from "./form-problem.ts";

/** What is wrong with a form as a whole; nothing where it stands beside a field. */
export function FormFailure(props: { readonly problem: FormProblem<string> | undefined }): ReactNode {
  const { problem } = props;
  return problem === undefined || problem.part !== undefined ? null : (
    <Notice status="error" isDismissible={false}>
      {problem.words}
    </Notice>
  );
}
