// Every kind of page, as everybody and as each persona: axe with everything unfolded, light and dark, wide and phone,
// and no sideways scrolling at 320 px.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { endBrowser, visitor } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demo, personas } from "../lib/demo.mjs";
import { KINDS, survey } from "../lib/site.mjs";

const site = await demo();
const cast = personas();
after(async () => {
  await endBrowser();
  await site.stop();
});

describe("everybody", () => {
  let guest;
  before(async () => (guest = await visitor(site.url)));
  after(() => guest.close());

  test("every public page", async (t) => {
    const { paths, count } = await survey(guest);
    for (const kind of ["picture", "body", "organisation"]) assert.ok(count[kind], `no public page links to a ${kind}`);
    assert.ok(paths.some((path) => path.startsWith("/en")), "no public page names its English twin");
    for (const path of paths) await t.test(path, () => examine(guest, path));
  });

  test("a page that does not exist", () => examine(guest, "/gibt-es-nicht", 404));
});

describe(`signed in as ${cast[0].slug}`, () => {
  let guest;
  before(async () => (guest = await visitor(site.url, { person: cast[0].slug })));
  after(() => guest.close());

  test("every page of her networks", async (t) => {
    const { paths, count } = await survey(guest, { fixed: ["/", "/konto", "/suche?q=Aachen", "/netzwerke"] });
    for (const kind of Object.keys(KINDS)) assert.ok(count[kind], `no link leads to a page of the kind ${kind}`);
    for (const path of paths) await t.test(path, () => examine(guest, path));
  });
});

describe("the others", () => {
  for (const { slug, description } of cast.slice(1)) {
    test(`${slug} (${description}): Start and account`, async () => {
      const guest = await visitor(site.url, { person: slug });
      for (const path of ["/", "/konto"]) await examine(guest, path);
      await guest.close();
    });
  }
});
