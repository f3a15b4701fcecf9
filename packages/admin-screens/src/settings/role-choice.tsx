import type { RoleShown } from "@ringtrail/api-contract";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { roles, roleWords } from "./role-words.ts";

/** A role, with what it may do under it. Only owners are offered to make owners. */
export function RoleChoice(props: {
  readonly label: string;
  readonly role: RoleShown;
  readonly mayMakeOwners: boolean;
  readonly problem?: string | undefined;
  readonly onChoose: (role: RoleShown) => void;
}): ReactNode {
  const { label, role, mayMakeOwners, problem, onChoose } = props;
  return (
    <Field label={label} hint={roleWords(role).may} problem={problem}>
      {(attributes) => (
        <select
          {...attributes}
          value={role}
          onChange={({ target: { value } }) => onChoose(roles.find((one) => one === value) ?? role)}
        >
          {roles
            .filter((one) => one !== "owner" || mayMakeOwners || role === "owner")
            .map((one) => (
              <option key={one} value={one}>
                {roleWords(one).name}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
