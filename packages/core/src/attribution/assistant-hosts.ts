import { row, type SourceRow } from "./source-row.ts";

/** AI assistants that send people to pages. Several write their own host into `utm_source`. */
export const assistants: readonly SourceRow[] = [
  row(
    "chatgpt",
    ["chatgpt.com", "chat.openai.com", "labs.openai.com", "com.openai.chatgpt"],
    ["chatgpt.com", "openai", "openai.com"],
  ),
  row("claude", ["claude.ai", "com.anthropic.claude"], ["claude.ai", "anthropic"]),
  row(
    "gemini",
    ["gemini.google.com", "bard.google.com", "com.google.android.apps.bard"],
    ["gemini.google.com", "bard"],
  ),
  row("notebooklm", ["notebooklm.google.com"]),
  row(
    "copilot",
    ["copilot.microsoft.com", "copilot.cloud.microsoft", "m365.cloud.microsoft"],
    ["copilot.microsoft.com", "copilot.com"],
  ),
  row("perplexity", ["perplexity.ai", "ai.perplexity.app.android"], ["perplexity.ai"]),
  row("deepseek", ["chat.deepseek.com", "deepseek.com"], ["deepseek.com", "chat.deepseek.com"]),
  row("mistral", ["chat.mistral.ai"], ["chat.mistral.ai", "lechat"]),
  row("grok", ["grok.com", "grok.x.ai"], ["grok.com"]),
  row("meta ai", ["meta.ai"], ["meta.ai"]),
  row("you.com", ["you.com"]),
  row("duck.ai", ["duck.ai"]),
  row("poe", ["poe.com"]),
  row("phind", ["phind.com"]),
  row("iask", ["iask.ai"]),
  row("qwen", ["chat.qwen.ai"]),
  row("kimi", ["kimi.com", "kimi.moonshot.cn"]),
  row("doubao", ["doubao.com"]),
  row("baidu ai", ["yiyan.baidu.com", "ai.baidu.com", "chat.baidu.com"]),
  row("chatglm", ["chatglm.cn"]),
  row("jasper", ["app.jasper.ai"]),
  row("writesonic", ["app.writesonic.com"]),
];
