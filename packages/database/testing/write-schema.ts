// Writes ../schema.sql anew.
import { writeFileSync } from "node:fs";
import postgres from "postgres";
import { drawSchema } from "./draw-schema.ts";
import { freshDatabase, startTestCluster } from "./test-cluster.ts";

const { cluster, stop } = await startTestCluster();
const { superuserUrl } = await freshDatabase(cluster);
const sql = postgres(superuserUrl, { max: 1 });
writeFileSync(new URL("../schema.sql", import.meta.url), await drawSchema(sql));
await sql.end();
await stop();
