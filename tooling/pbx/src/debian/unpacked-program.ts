import { readdirSync } from "node:fs";
import path from "node:path";

/** How a program of an unpacked tree is started: through the tree's own loader, with the tree's own libraries. */
export interface UnpackedProgram {
  readonly command: string;
  /** To stand before the program's own arguments. */
  readonly args: readonly string[];
}

/** Finds the tree's loader and libraries, so that nothing of the machine's own Debian is needed. */
export function unpackedProgram(root: string, program: string): UnpackedProgram {
  const folders = libraryFolders(root);
  const loaders = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^ld-linux-[\w-]+\.so\.\d$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  const [command] = loaders;
  if (command === undefined) throw new Error(`No loader in ${root}.`);
  return {
    command,
    args: ["--library-path", [...folders, path.join(root, "usr/lib")].join(":"), path.join(root, program)],
  };
}

/** Where Asterisk's modules lie: beside the libraries of the machine's kind, or above them in older Debians. */
export function modulesFolder(root: string): string {
  const found = [...libraryFolders(root), path.join(root, "usr/lib")]
    .map((folder) => path.join(folder, "asterisk", "modules"))
    .find((folder) => namesIn(folder).length > 0);
  if (found === undefined) throw new Error(`No Asterisk modules in ${root}.`);
  return found;
}

function libraryFolders(root: string): readonly string[] {
  return ["lib", "usr/lib"].flatMap((place) =>
    namesIn(path.join(root, place))
      .filter((name) => name.endsWith("-linux-gnu"))
      .map((name) => path.join(root, place, name)),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
