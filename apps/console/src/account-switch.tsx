import { type Client, wholeList } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";

type Accounts = Awaited<ReturnType<Client["accounts"]>>["accounts"];

/** For whoever belongs to several accounts: which one is looked at. Nobody else sees it, and no screen waits for it. */
export function AccountSwitch(props: { readonly api: Pick<Client, "accounts" | "chooseAccount"> }): ReactNode {
  const { api } = props;
  const [accounts, setAccounts] = useState<Accounts>([]);
  useEffect(() => {
    let isHere = true;
    wholeList((page) => api.accounts(page)).then(
      (known) => (isHere ? setAccounts(known.accounts) : undefined),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [api]);
  if (accounts.length < 2) return null;
  const choose = (id: string): void => {
    // Everything on the page is of the account before: it begins anew either way.
    void api.chooseAccount(id).finally(() => window.location.reload());
  };
  return (
    <select
      className="cs-accounts"
      aria-label={__("Account", "ringtrail")}
      value={accounts.find(({ isActive }) => isActive)?.id}
      onChange={(event) => choose(event.target.value)}
    >
      {accounts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
