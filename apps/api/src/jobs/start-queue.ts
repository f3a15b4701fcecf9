import { PgBoss, type Db, type QueueOptions } from "pg-boss";
import { instant, type AccountId } from "@ringtrail/core";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { nameId } from "../name-id.ts";
import { keepRound, type Round } from "./keep-round.ts";
import type { DeadJob, FetchRecording, JobQueue, QueueState } from "./job-queue.ts";

const queue = "fetch-recording";
const deadQueue = "fetch-recording-dead";

/**
 * How long a recording is tried for: 2 s, 4 s, 8 s... at most ten minutes apart, for about six hours. A carrier's
 * recording appears some seconds after the call, and its API may be away for hours.
 */
const retries = { retryLimit: 45, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 } as const;

/** What the queue needs. */
export interface QueueParts {
  readonly database: Db;
  readonly log: Log;
  /** How often a worker looks for jobs that are due. Default 2 s, at least 0.5. */
  readonly lookEverySeconds?: number;
  /** Overrides how often and how far apart a job is tried. */
  readonly retries?: Readonly<Pick<QueueOptions, "retryLimit" | "retryDelay" | "retryBackoff" | "retryDelayMax">>;
}

/** A queue that takes work at once and does it once it is told how. */
export interface RunningQueue extends JobQueue {
  /** Begins to do the work. */
  work(fetchRecording: (job: FetchRecording) => Promise<void>): Promise<void>;
  /** Keeps a round of work going until the end. */
  keepRound(round: Round): Promise<void>;
  /** Finishes what runs and ends. */
  stop(): Promise<void>;
}

/** Starts the queue in the schema `jobs`. It makes and migrates its own tables there. */
export async function startQueue(parts: QueueParts): Promise<RunningQueue> {
  const { database, log } = parts;
  const boss = new PgBoss({
    db: database,
    schema: "jobs",
    createSchema: false,
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
  });
  const endings: (() => void)[] = [];
  let isRunning = true;
  // While the database is away it says so every other second: once is enough to know.
  boss.on("error", (error) => log.debug(describeError(error), "the job queue waits for the database"));
  await boss.start();
  await boss.createQueue(deadQueue, { retentionSeconds: 365 * 86_400 });
  const tries = parts.retries ?? retries;
  await boss.createQueue(queue, { ...tries, deadLetter: deadQueue, notify: true });
  // The queue of an older version keeps its settings until it is told the new ones.
  await boss.updateQueue(queue, tries);
  return {
    work: async (fetchRecording) => {
      // A new job is announced, a job due for its next attempt is not: that one is found by looking.
      const every = parts.lookEverySeconds ?? 2;
      const looking = { pollingIntervalSeconds: every, notifyPollingIntervalSeconds: every };
      await boss.work<FetchRecording>(queue, { localConcurrency: 2, ...looking }, async (jobs) => {
        for (const job of jobs) await fetchRecording(job.data);
      });
    },
    fetchRecording: async (job) => {
      await boss.send(queue, job, { id: jobId(job) });
    },
    states: async () => [await stateOf(boss)],
    dead: (account, limit) => readDead(boss, account, limit),
    retry: async (account, id) => (await boss.redrive(deadQueue, { ids: [id], data: { account } })) > 0,
    isRunning: () => isRunning,
    keepRound: async (round) => void endings.push(await keepRound(boss, round, log)),
    stop: async () => {
      isRunning = false;
      for (const end of endings) end();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

/** The same recording of the same call is always the same job, however often a carrier reports it (a UUIDv8). */
function jobId({ call, at }: FetchRecording): string {
  return nameId(`${call} ${at.ref}`);
}

async function stateOf(boss: PgBoss): Promise<QueueState> {
  const [work] = await boss.getQueueStats(queue, { force: true });
  const [dead] = await boss.getQueueStats(deadQueue, { force: true });
  return {
    kind: queue,
    waiting: (work?.queuedCount ?? 0) + (work?.deferredCount ?? 0),
    running: work?.activeCount ?? 0,
    dead: dead?.queuedCount ?? 0,
  };
}

async function readDead(boss: PgBoss, account: AccountId, limit: number): Promise<readonly DeadJob[]> {
  const jobs = await boss.findJobs<FetchRecording>(deadQueue, { data: { account }, queued: true, limit: 1_000 });
  return jobs
    .toReversed()
    .slice(0, limit)
    .map(({ id, data, createdOn, sourceOutput, sourceRetryCount }) => ({
      id,
      kind: queue,
      account: data.account,
      call: data.call,
      why: reasonIn(sourceOutput),
      attempts: (sourceRetryCount ?? 0) + 1,
      at: instant(createdOn.getTime()),
    }));
}

/** The code of our own errors; the words of others may repeat an address. */
function reasonIn(output: object | null): string {
  return output !== null && "code" in output && typeof output.code === "string" ? output.code : "failed";
}
