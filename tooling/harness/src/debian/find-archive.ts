import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where this machine's own apt gets Debian from, and how its suites are trusted. */
export interface DebianArchive {
  readonly address: string;
  readonly keyring: string;
}

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/**
 * Finds the archive in the machine's own apt sources: whatever mirror the machine is set up with is the one that is
 * asked. Undefined where apt is not at hand or knows no Debian.
 */
export function findArchive(): DebianArchive | undefined {
  if (process.platform !== "linux" || !existsSync(keyring)) return undefined;
  try {
    execFileSync("dpkg-deb", ["--version"], { stdio: "ignore" });
    const said = execFileSync("apt-get", ["indextargets", "--format", "$(SITE) $(ORIGIN) $(LABEL)"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [address] = said.split("\n").flatMap((line) => /^(\S+) Debian Debian$/.exec(line)?.[1] ?? []);
    return address === undefined ? undefined : { address, keyring };
  } catch {
    // No apt, or one that cannot be asked: to the lane that is the same.
    return undefined;
  }
}
