import { embeddedDatabase } from "./databases.ts";
import { killInMidCall } from "./killed-in-mid-call.ts";

killInMidCall(embeddedDatabase);
