import { anAnsweredCall, aStereoSound, callId } from "@ringtrail/admin-screens/testing";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { site } from "./the-site.ts";

/** The one site of the played account. */
const siteId = "5e000000-0000-4000-8000-000000000001";
const cardOf = (page: Page, name: string): Locator => page.getByRole("region", { name });

/** A busy machine answers later than the plugin waits for it. That is said, and a person presses again. */
async function until(said: Locator, act: () => Promise<void>): Promise<void> {
  const acted = async (): Promise<boolean> => {
    await act();
    return said.waitFor({ timeout: 40_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(acted, { timeout: 400_000 }).toBe(true);
}

async function writeAnnouncement(page: Page): Promise<void> {
  const card = cardOf(page, "What callers are told");
  const before = site.server.world.flow;
  await card.getByLabel("Callers hear").waitFor({ timeout: 600_000 });
  await card.getByLabel("Callers hear").fill("Good day. This call is recorded.");
  const file = (buffer: Uint8Array) => ({ name: "our voice.wav", mimeType: "audio/wav", buffer: Buffer.from(buffer) });
  const chooser = card.locator("input[type=file]").first();
  const unreadable = card.getByText("This file cannot be read as a sound.");
  await until(unreadable, () => chooser.setInputFiles(file(Buffer.from("no sound"))));
  const listen = card.getByRole("button", { name: "Listen", exact: true }).first();
  await until(listen, () => chooser.setInputFiles(file(aStereoSound(30))));
  await until(card.getByText("Saved. The next call hears it."), () =>
    card.getByRole("button", { name: "Save" }).click(),
  );

  const [sound] = site.server.world.sounds;
  expect([sound?.name, sound?.size]).toEqual(["our voice.wav", aStereoSound(30).length]);
  const announcement = { ...before?.announcement, text: "Good day. This call is recorded.", sound: sound?.sha256 };
  // The menu of the flow has no choices: an empty object that PHP must not turn into a list.
  expect(site.server.world.flow).toEqual({ ...before, announcement });
}

/** Asks a route as the screens do: WordPress takes what is no GET or POST as a POST that says so. */
async function send(method: string, path: string, body?: string, type = "application/json"): Promise<Answer> {
  const answer = await site.admin.fetch(`/wp-json/ringtrail/v1${path}`, {
    method: method === "GET" ? method : "POST",
    headers: { "content-type": type, "x-http-method-override": method },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, told: answer.status === 204 ? undefined : await answer.json() };
}

interface Answer {
  readonly status: number;
  readonly told: unknown;
}

/** What an owner sets up from wp-admin: what callers are told, where they are, which rules are changed. */
export function ownerPromises(): void {
  beforeAll(async () => {
    await site.connect();
    site.server.tell(anAnsweredCall(1, new Date()));
  });

  test("what is saved arrives word for word: an empty object stays one", async () => {
    const before = site.server.world.flow;
    const flow = `/sites/${siteId}/call-flow`;
    const { told } = await send("GET", flow);
    expect(told).toMatchObject({ flow: { steps: { all: { menu: { choices: {} } } } } });
    const changed = { ...before, ringSeconds: 25 };
    expect((await send("PUT", flow, JSON.stringify(changed))).status).toBe(200);
    expect(site.server.world.flow).toEqual(changed);
    expect((await send("POST", `${flow}/checks`, JSON.stringify(changed))).told).toMatchObject({ cannot: [] });
  });

  test("where callers are is declared one by one or by a spreadsheet, and taken back; a refusal names its field", async () => {
    const place = { phone: "+14155550123", place: "US-TX", basis: "invoices" };
    const refused = await send("POST", "/caller-places", JSON.stringify({ ...place, phone: "555" }));
    expect(refused).toMatchObject({ status: 422, told: { code: "phone_malformed", data: { field: "phone" } } });
    expect(await send("POST", "/caller-places", JSON.stringify(place))).toMatchObject({ told: { id: "place-1" } });
    const csv = "phone,place,basis\n+14155550124,US-WA,contract\n555,US-WA,contract\n";
    const kept = await send("POST", "/caller-places/imports", csv, "text/csv");
    expect(kept).toMatchObject({ status: 200, told: { rows: 2, kept: 1 } });
    expect((await send("DELETE", "/caller-places/place-1")).status).toBe(204);
    expect(await send("GET", "/caller-places")).toMatchObject({ told: { places: [{ place: "US-WA" }] } });
    const ofCall = `/calls/${callId(1)}/caller-places`;
    expect((await send("POST", ofCall, JSON.stringify({ place: "US-WA", basis: "said so" }))).status).toBe(201);
  });

  test("a rule is changed and taken back", async () => {
    const change = { phone: "active_consent", reason: "Our counsel wants a yes", author: "Ann", date: "2026-11-24" };
    const rules = "/recording-consent/overrides";
    expect((await send("POST", rules, JSON.stringify({ place: "US-CA", ...change }))).status).toBe(201);
    expect(site.server.world.overrides["US-CA"]).toEqual(change);
    expect((await send("DELETE", `${rules}/US-CA`)).status).toBe(204);
    expect(await send("GET", rules)).toEqual({ status: 200, told: { overrides: [], mayChange: true } });
  });

  test("somebody's word on spam is kept", async () => {
    const { status, told } = await send("PUT", `/calls/${callId(1)}/spam`, JSON.stringify({ isSpam: true }));
    expect([status, told]).toEqual([200, expect.objectContaining({ flagged: true })]);
  });

  test("who may only see calls is offered no form, and is told who writes the words", async () => {
    const shown = await site.wordpress.runPhp(`
      $role = get_role( 'editor' );
      $role->add_cap( 'view_ringtrail_calls' );
      wp_set_current_user( wp_insert_user( array( 'user_login' => 'client', 'user_pass' => 'x', 'role' => 'editor' ) ) );
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      ( new Ringtrail\\Screens_Page() )->render();
      $role->remove_cap( 'view_ringtrail_calls' );
    `);
    expect(shown).toContain('data-may-change="no"');
  });

  describe("a file that is passed on", () => {
    const upload = async (body: Uint8Array<ArrayBuffer>): Promise<readonly [number, string]> => {
      const answer = await site.admin.fetch("/wp-json/ringtrail/v1/sounds?name=notice.wav", {
        method: "POST",
        headers: { "content-type": "audio/wav" },
        body,
      });
      return [answer.status, (await answer.json()).code];
    };

    test("413: larger than the server takes", async () => {
      expect(await upload(new Uint8Array(12 * 1024 * 1024 + 1))).toEqual([413, "file_too_large"]);
    });

    test("400: empty", async () => {
      expect(await upload(new Uint8Array())).toEqual([400, "file_empty"]);
    });

    test("413: one that the host's PHP threw away is told apart from an empty one", async () => {
      const said = await site.wordpress.runPhp(`
        $request = new WP_REST_Request( 'POST', '/ringtrail/v1/sounds' );
        $request->set_header( 'content-length', '9000000' );
        $read = Ringtrail\\Upload::read( $request, 12582912 );
        echo $read->get_error_code(), ' ', $read->get_error_message();
      `);
      expect(said).toMatch(/^file_cut .*post_max_size/);
    });
  });

  test.each([
    ["scope_missing", 403, "Disconnect and connect again", "It needs the scope sites:write."],
    ["scope_missing", 403, "let it handle callers' data", "It needs the scope callers:read."],
    ["sign_in_not_fresh", 403, "in the console of your Ringtrail server", ""],
    ["flow_circle", 422, "Steps lead round in a circle.", ""],
  ])("a server's %s is said in words that fit wp-admin", async (code, status, words, detail) => {
    const said = await site.wordpress.runPhp(`
      $body  = wp_json_encode( array( 'code' => '${code}', 'detail' => '${detail}', 'title' => 'Steps lead round in a circle.' ) );
      $error = Ringtrail\\Server_Answer::as_it_is( array( 'response' => array( 'code' => ${status} ), 'body' => $body, 'headers' => array() ) );
      echo wp_json_encode( array( $error->get_error_code(), $error->get_error_data()['status'], $error->get_error_message() ) );
    `);
    expect(JSON.parse(said)).toEqual([code, status, expect.stringContaining(words)]);
  });
}

/** The same in the browser, for the long lane: every press costs several questions. */
export function ownerPagePromises(): void {
  beforeAll(() => site.connect());

  test("an owner writes what callers hear, with a voice of their own", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-recording-consent`);
    await writeAnnouncement(page);
    // Some twenty questions, each through PHP compiled for Node: minutes where the machine is busy.
  }, 900_000);

  test("call flows open in wp-admin", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-call-flows`);
    await page.locator(".rt-head").getByRole("heading", { name: "Call flows" }).waitFor();
    await page.getByLabel("Business phone").waitFor();
  });
}
