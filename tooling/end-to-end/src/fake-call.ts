import type { FakeCallReport } from "@ringtrail/telephony/fake";

/** What a test's caller does. */
export interface CallWish {
  readonly to: string;
  readonly from: string;
  readonly talkSeconds: number;
  readonly ringSeconds?: number;
}

/** Lets the fake carrier ring. Answers its id of the call. */
export async function placeCall(carrier: string, wish: CallWish): Promise<string> {
  const answer = await fetch(`${carrier}/fake/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  if (answer.status !== 201) throw new Error(`the fake carrier answered ${answer.status}: ${await answer.text()}`);
  const placed: FakeCallReport = await answer.json();
  return placed.sid;
}

/** The carrier's own account of the call, once it is over. */
export async function callReport(carrier: string, sid: string): Promise<FakeCallReport> {
  const answer = await fetch(`${carrier}/fake/calls/${sid}?wait=done`);
  return answer.json();
}

/** Waits until the carrier's account of the running call is as wished. @throws after 30 s. */
export async function untilCall(
  carrier: string,
  sid: string,
  isSo: (report: FakeCallReport) => boolean,
): Promise<FakeCallReport> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const report: FakeCallReport = await (await fetch(`${carrier}/fake/calls/${sid}`)).json();
    if (isSo(report)) return report;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("the call never came that far");
}
