import { z } from "zod";

/** A moment on the wire: ISO 8601 in UTC with milliseconds, `2026-11-24T10:00:00.000Z`. */
export const Moment = z.iso.datetime().describe("ISO 8601 in UTC.");

/** A probability, 0 to 1. */
export const Probability = z.number().min(0).max(1);
