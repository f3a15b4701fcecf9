import { expect, test } from "vitest";
import * as database from "./index.ts";
import * as embedded from "./embedded/index.ts";

test("the doors of the package are these and no others", () => {
  expect(Object.keys(database).toSorted()).toEqual([
    "authTables",
    "checkMigrations",
    "createStores",
    "findJoiningRights",
    "importedFiles",
    "lookAtHealthcare",
    "makeId",
    "migrate",
    "openQueue",
    "readTables",
    "writeTables",
  ]);
  expect(Object.keys(embedded)).toEqual(["startEmbedded"]);
});
