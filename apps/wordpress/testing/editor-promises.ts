import { describe, expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

const visit = "0198c0de-0000-7000-8000-000000000101";
const php = (code: string): Promise<string> => site.wordpress.runPhp(code);

/** What editors put into pages, and what forms send. */
export function editorPromises(): void {
  test("block, shortcode and binding print the number as a link that dials, and nothing of a visitor", async () => {
    const address = await php(`
      update_option( 'ringtrail', array_merge( get_option( 'ringtrail' ), array( 'phone' => '+14155550100' ) ) );
      echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Numbers',
        'post_content' => '<!-- wp:ringtrail/phone {"look":"hours","label":"Office:","hours":"Mon to Fri"} /-->'
          . '<p id="short">[ringtrail_phone number="212-555-0142" look="button"]</p>'
          . '<!-- wp:paragraph {"metadata":{"bindings":{"content":{"source":"ringtrail/phone","args":{"value":"text"}}}}} --><p id="bound">none</p><!-- /wp:paragraph -->',
      ) ) );
    `);
    const page = await pageText(address);

    expect(page).toContain('<a class="ringtrail-phone" href="tel:+14155550100">Office: (415) 555-0100</a>');
    expect(page).toContain('<span class="ringtrail-hours">Mon to Fri</span>');
    expect(page).toContain('href="tel:+12125550142">212-555-0142</a>');
    expect(page).toMatch(/<p [^>]*id="bound">\(415\) 555-0100<\/p>/);
  });

  test.each([
    ["a script in the number", '[ringtrail_phone number="<script>alert(1)</script>"]', ""],
    [
      "a script in the label",
      `[ringtrail_phone number="415-555-0100" label='<img src=x onerror=alert(1)>']`,
      "&lt;img",
    ],
    ["a number that is none", '[ringtrail_phone number="call us"]', ""],
    [
      "an attribute that breaks out",
      `[ringtrail_phone number="415-555-0100" look='" onclick="x']`,
      'class="ringtrail-phone"',
    ],
  ])("a contributor's %s stays text", async (_why, shortcode, expected) => {
    const printed = await php(`echo do_shortcode( base64_decode( '${btoa(shortcode)}' ) );`);
    expect(printed).toContain(expected);
    expect(printed).not.toMatch(/<script|<img|onclick/);
  });

  test("the block is in the editor, in three looks, saves nothing but its settings, and a pattern holds it", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/post-new.php?post_type=page`);
    const told = await page.waitForFunction(() => {
      const { wp } = window as unknown as {
        wp?: { blocks?: Record<string, (name: string, ...more: unknown[]) => unknown> };
      };
      const looks = wp?.blocks?.["getBlockVariations"]?.("ringtrail/phone") as { name: string }[] | undefined;
      if (looks?.length !== 3) return undefined;
      const block = wp?.blocks?.["createBlock"]?.("ringtrail/phone", { look: "button" });
      return { looks: looks.map(({ name }) => name), saved: wp?.blocks?.["serialize"]?.(block as string) };
    });
    expect(await told.jsonValue()).toEqual({
      looks: ["link", "button", "hours"],
      saved: '<!-- wp:ringtrail/phone {"look":"button"} /-->',
    });
    const patterns: readonly { readonly name: string; readonly content: string }[] = await (
      await site.admin.fetch("/wp-json/wp/v2/block-patterns/patterns")
    ).json();
    const pattern = patterns.find(({ name }) => name === "ringtrail/call-us");
    expect(pattern?.content).toContain('<!-- wp:ringtrail/phone {"look":"button","align":"center"} /-->');
  });

  describe("a form that is sent (Contact Form 7 against a stub of its hooks)", () => {
    const sent = (field: string, isOn: boolean): Promise<string> =>
      php(`
        update_option( 'ringtrail', array_merge( get_option( 'ringtrail' ), array( 'forms' => ${isOn} ) ) );
        $_POST['ringtrail_visit'] = base64_decode( '${btoa(field)}' );
        echo json_encode( array(
          'posted' => apply_filters( 'wpcf7_posted_data', array( 'your-name' => 'Jo' ) ),
          'mail'   => apply_filters( 'wpcf7_special_mail_tags', 'other', '_ringtrail_visit', false, null ),
          'other'  => apply_filters( 'wpcf7_special_mail_tags', 'other', '_date', false, null ),
          'public' => ringtrail_visit_id(),
        ) );
      `);

    test("carries the visit", async () => {
      expect(JSON.parse(await sent(visit, true))).toEqual({
        posted: { "your-name": "Jo", ringtrail_visit: visit },
        mail: visit,
        other: "other",
        public: visit,
      });
    });

    test.each([
      ["switched off", visit, false],
      ["of something that is no visit", "<script>", true],
      ["without one", "", true],
    ])("is sent as it is: %s", async (_why, field, isOn) => {
      expect(JSON.parse(await sent(field, isOn))).toMatchObject({ posted: { "your-name": "Jo" } });
      expect(JSON.parse(await sent(field, isOn)).posted).not.toHaveProperty("ringtrail_visit");
    });
  });
}
