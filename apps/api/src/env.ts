import path from "node:path";
import { z } from "zod";

/** How the server is set up, read once from the environment or given by the command line and by tests. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** A PostgreSQL of the owner's; undefined starts the embedded one in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Where the world reaches us; undefined means the address we listen on. */
  readonly publicUrl: string | undefined;
  /** Where a static host serves the fallback documents; undefined means the server itself, which can be dead. */
  readonly fallbackUrl?: string | undefined;
  /** A folder the server keeps the fallback documents in, for a web host on this machine or a copy to another. */
  readonly fallbackFolder?: string | undefined;
  readonly trustedProxies: readonly string[];
  /** A file of network addresses and places (MMDB); undefined: only a proxy tells where visitors are. */
  readonly placesFile?: string | undefined;
  /** The 32 bytes of the master key, base64; undefined reads or makes the file in the data folder. */
  readonly masterKey: string | undefined;
  /** A command that prints the master key, as a key management service's client does. */
  readonly masterKeyCommand?: string | undefined;
  /** Master keys from before a rotation, with commas between. Never logged. */
  readonly oldMasterKeys?: string | undefined;
  /** How many visits that queue for a number share a transaction at most; 1 gives each its own. */
  readonly lendTogether: number;
  /** Where mails leave (`smtps://user:word@host`), and from whom; undefined: none is sent. */
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  /** Webhooks may go to machines of one's own network, this one included. */
  readonly reachPrivateNetworks?: boolean | undefined;
  /** Whom to tell of a weakness of this server. */
  readonly securityContact?: string | undefined;
  /** Whether new passwords are looked up among leaked ones, at a service of others. */
  readonly checksLeakedPasswords?: boolean | undefined;
  /** Our app at Shopify, as the owner made it there; undefined: none. Never logged. */
  readonly shopify?: ShopifyKeys | undefined;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

/** An app at Shopify. */
export interface ShopifyKeys {
  readonly apiKey: string;
  readonly secret: string;
  /** Where shops answer instead of at their own addresses: a fake Shopify in tests. No variable sets it. */
  readonly adminUrl?: string | undefined;
}

/** A setting that cannot be used. Its value is not repeated: it may be a secret. */
export interface SettingWrong {
  readonly code: "setting_wrong";
  /** The environment variable. */
  readonly name: string;
  readonly says: string;
}

const blankIsAbsent = (value: unknown): unknown => (value === "" ? undefined : value);
const url = (protocols: RegExp) => z.url({ protocol: protocols, error: "is no address of the right kind" });
const network = /^(\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?|[0-9a-fA-F:]*:[0-9a-fA-F:.]+(\/\d{1,3})?)$/;

const yesOrNo = z.preprocess(blankIsAbsent, z.enum(["true", "false"], { error: "is true or false" }).default("false"));

const Environment = z.object({
  PORT: z.preprocess(blankIsAbsent, z.coerce.number({ error: "is no number" }).int().min(0).max(65_535).default(8787)),
  HOST: z.preprocess(blankIsAbsent, z.string().default("127.0.0.1")),
  DATA_FOLDER: z.preprocess(blankIsAbsent, z.string().default(".data")),
  DATABASE_URL: z.preprocess(blankIsAbsent, url(/^postgres(ql)?$/).optional()),
  PUBLIC_URL: z.preprocess(blankIsAbsent, url(/^https?$/).optional()),
  FALLBACK_URL: z.preprocess(blankIsAbsent, url(/^https?$/).optional()),
  FALLBACK_FOLDER: z.preprocess(blankIsAbsent, z.string().optional()),
  TRUSTED_PROXIES: z.preprocess(blankIsAbsent, z.string().default("")),
  PLACES_FILE: z.preprocess(blankIsAbsent, z.string().optional()),
  RINGTRAIL_MASTER_KEY: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .refine((text) => Buffer.from(text, "base64").length === 32, "is not 32 bytes in base64")
      .optional(),
  ),
  RINGTRAIL_MASTER_KEY_COMMAND: z.preprocess(blankIsAbsent, z.string().optional()),
  RINGTRAIL_OLD_MASTER_KEYS: z.preprocess(blankIsAbsent, z.string().optional()),
  LEND_TOGETHER: z.preprocess(
    blankIsAbsent,
    z.coerce.number({ error: "is no number" }).int().min(1).max(1000).default(64),
  ),
  SMTP_URL: z.preprocess(blankIsAbsent, url(/^smtps?$/).optional()),
  MAIL_FROM: z.preprocess(blankIsAbsent, z.string().max(300).optional()),
  REACH_PRIVATE_NETWORKS: yesOrNo,
  SECURITY_CONTACT: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^(mailto:|https:\/\/)\S+$/, "is a mailto: or https: address")
      .optional(),
  ),
  CHECK_LEAKED_PASSWORDS: yesOrNo,
  SHOPIFY_API_KEY: z.preprocess(blankIsAbsent, z.string().optional()),
  SHOPIFY_API_SECRET: z.preprocess(blankIsAbsent, z.string().optional()),
  LOG_LEVEL: z.preprocess(blankIsAbsent, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
});

/** Reads the settings, or says which variable is wrong. The only place that knows the variables' names. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly value: Settings } | { readonly ok: false; readonly reason: SettingWrong } {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return wrong(String(issue?.path[0] ?? "environment"), issue?.message ?? "cannot be read");
  }
  const set = parsed.data;
  const trustedProxies = set.TRUSTED_PROXIES.split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  if (!trustedProxies.every((entry) => network.test(entry)))
    return wrong("TRUSTED_PROXIES", "is a list of addresses or networks (10.0.0.0/8) with commas between");
  const { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: secret } = set;
  if ((apiKey === undefined) !== (secret === undefined))
    return wrong(apiKey === undefined ? "SHOPIFY_API_KEY" : "SHOPIFY_API_SECRET", "is missing: the app has both");
  return {
    ok: true,
    value: {
      port: set.PORT,
      host: set.HOST,
      dataFolder: path.resolve(set.DATA_FOLDER),
      databaseUrl: set.DATABASE_URL,
      publicUrl: set.PUBLIC_URL?.replace(/\/+$/, ""),
      fallbackUrl: set.FALLBACK_URL?.replace(/\/+$/, ""),
      fallbackFolder: set.FALLBACK_FOLDER === undefined ? undefined : path.resolve(set.FALLBACK_FOLDER),
      trustedProxies,
      placesFile: set.PLACES_FILE === undefined ? undefined : path.resolve(set.PLACES_FILE),
      masterKey: set.RINGTRAIL_MASTER_KEY,
      masterKeyCommand: set.RINGTRAIL_MASTER_KEY_COMMAND,
      oldMasterKeys: set.RINGTRAIL_OLD_MASTER_KEYS,
      shopify: apiKey === undefined || secret === undefined ? undefined : { apiKey, secret },
      lendTogether: set.LEND_TOGETHER,
      ...(set.SMTP_URL === undefined ? {} : { smtpUrl: set.SMTP_URL }),
      ...(set.MAIL_FROM === undefined ? {} : { mailFrom: set.MAIL_FROM }),
      securityContact: set.SECURITY_CONTACT,
      checksLeakedPasswords: set.CHECK_LEAKED_PASSWORDS === "true",
      reachPrivateNetworks: set.REACH_PRIVATE_NETWORKS === "true",
      logLevel: set.LOG_LEVEL,
    },
  };
}

function wrong(name: string, says: string): { readonly ok: false; readonly reason: SettingWrong } {
  return { ok: false, reason: { code: "setting_wrong", name, says } };
}
