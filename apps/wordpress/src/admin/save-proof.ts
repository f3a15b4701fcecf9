import apiFetch from "@wordpress/api-fetch";

const types = { certificate: "text/html", proof: "application/json" } as const;
const endings = { certificate: "html", proof: "json" } as const;

/**
 * Saves a call's certificate or proof as a file. WordPress passes the text on; the certificate is a page of the server's
 * and is never opened under wp-admin's own address.
 */
export async function saveProof(call: string, form: "certificate" | "proof"): Promise<void> {
  const { text } = await apiFetch<{ readonly text: string }>({
    path: `/ringtrail/v1/calls/${encodeURIComponent(call)}/${form}`,
  });
  const url = URL.createObjectURL(new Blob([text], { type: types[form] }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${form}-${call}.${endings[form]}`;
  link.click();
  // The browser has taken the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
