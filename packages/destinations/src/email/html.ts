/** Text that is safe in HTML, between tags and in quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A page of a mail: tables and styles in their tags, because mail clients know little else. */
export function mailPage(title: string, body: string): string {
  const font = "font-family:-apple-system,Segoe UI,Helvetica,Arial,sans-serif;color:#1e1e1e";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#f4f5f6"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;background:#ffffff;border-radius:8px"><tr><td style="padding:24px;${font};font-size:15px;line-height:1.5">
${body}
</td></tr></table></td></tr></table></body></html>`;
}
