import { createRequire } from "node:module";

interface Mount {
  readonly hostPath: string;
  readonly vfsPath: string;
}

interface Outcome {
  readonly text: string;
  readonly errors: string;
  readonly exitCode: number;
}

interface CommandRun {
  readonly stdoutText: Promise<string>;
  readonly stderrText: Promise<string>;
  readonly exitCode: Promise<number>;
}

interface RunningSite extends AsyncDisposable {
  readonly serverUrl: string;
  readonly playground: {
    readonly run: (request: { readonly code: string }) => Promise<Outcome>;
    readonly cli: (words: readonly string[]) => Promise<CommandRun>;
  };
}

/**
 * The part of `@wp-playground/cli` that the harness uses. The package's own types name their files without endings,
 * which `nodenext` cannot follow.
 */
interface Playground {
  readonly runCLI: (options: {
    readonly command: "server";
    /** 0 takes a free port. */
    readonly port: number;
    readonly quiet: boolean;
    readonly verbosity: "quiet";
    readonly workers: number;
    readonly wordpressInstallMode: "install-from-existing-files";
    readonly "mount-before-install": readonly Mount[];
    readonly mount: readonly Mount[];
    readonly define: Readonly<Record<string, string>>;
    readonly "define-bool": Readonly<Record<string, boolean>>;
    readonly blueprint: {
      readonly preferredVersions: { readonly php: string; readonly wp: string };
      readonly steps: readonly never[];
    };
  }) => Promise<RunningSite>;
}

const playground: Playground = createRequire(import.meta.url)("@wp-playground/cli");

/** Runs WordPress on PHP compiled to WebAssembly. */
export const runPlayground = playground.runCLI;
