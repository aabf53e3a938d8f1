// The keyboard alone: the skip link first, the first action near, every control reached, the focus always seen.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { endBrowser, visitor, WIDTHS } from "../lib/browser.mjs";
import { unfold } from "../lib/checks.mjs";
import { demo, personas } from "../lib/demo.mjs";
import { tab, walk } from "../lib/keyboard.mjs";
import { findPage } from "../lib/site.mjs";

const site = await demo();
const person = personas()[0].slug;
after(async () => {
  await endBrowser();
  await site.stop();
});

for (const [who, options] of [
  ["everybody", {}],
  ["signed in", { person }],
]) {
  test(`skip link first, first action within four stops: ${who}`, async () => {
    const guest = await visitor(site.url, options);
    const page = await guest.open("/");
    const first = await tab(page);
    assert.match(first?.href ?? "", /^#./, `the first stop is ${first?.what}, not the skip link`);
    assert.ok(!first.hidden, "the skip link is not seen when it has the focus");
    await page.keyboard.press("Enter");
    const stops = [];
    for (let n = 0; n < 4; n += 1) stops.push(await tab(page));
    const action = stops.find((stop) => stop?.inMain && stop.acts);
    assert.ok(action, `after the skip link come ${stops.map((stop) => stop?.what).join(", ")}`);
    assert.ok(stops[0]?.inMain, `the skip link leads to ${stops[0]?.what}, outside the content`);
    await guest.close();
  });
}

/** Every stop of a page is seen and marked, and no control is left out. */
async function wholePage(guest, path) {
  const page = await guest.open(path);
  await unfold(page);
  const { stops, missed } = await walk(page);
  assert.ok(stops.length >= 5, `${path}: only ${stops.length} stops`);
  assert.deepEqual(stops.filter((stop) => stop.hidden).map((stop) => stop.what), [], `${path}: focus that cannot be seen`);
  assert.deepEqual(stops.filter((stop) => !stop.ring).map((stop) => stop.what), [], `${path}: focus without a ring`);
  assert.deepEqual(missed, [], `${path}: controls that Tab never reaches`);
}

for (const width of [WIDTHS.desk, WIDTHS.phone]) {
  describe(`every control at ${width} px`, () => {
    test("everybody", async () => {
      const guest = await visitor(site.url, { width });
      for (const path of ["/", "/anmelden", "/netzwerke", "/netzwerke/rag-aachen", "/suche?q=Aachen"]) await wholePage(guest, path);
      await guest.close();
    });

    test("signed in", async () => {
      const guest = await visitor(site.url, { width, person });
      const found = [];
      for (const kind of ["picture", "body", "members", "person"]) found.push(await findPage(guest, "/netzwerke/rag-aachen", kind));
      for (const path of ["/", "/konto", "/netzwerke/rag-aachen", ...found]) await wholePage(guest, path);
      await guest.close();
    });
  });
}
