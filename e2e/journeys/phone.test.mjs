// On a phone: the bottom bar, tables as labelled rows, fields that do not make the phone zoom in.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { endBrowser, visitor, WIDTHS } from "../lib/browser.mjs";
import { demo, personas } from "../lib/demo.mjs";
import { unfold } from "../lib/checks.mjs";
import { findPage } from "../lib/site.mjs";

const site = await demo();
const person = personas()[0].slug;
after(async () => {
  await endBrowser();
  await site.stop();
});

/** The navigation that stands at the bottom of the window, with its links; or null. */
const bottomBar = (page) =>
  page.evaluate(() => {
    const bar = [...document.querySelectorAll("nav")].find((nav) => {
      const box = nav.getBoundingClientRect();
      return nav.checkVisibility() && getComputedStyle(nav).position === "fixed" && Math.abs(box.bottom - innerHeight) < 2;
    });
    if (!bar) return null;
    const links = [...bar.querySelectorAll("a, button")].filter((one) => one.checkVisibility());
    return {
      name: bar.getAttribute("aria-label"),
      height: bar.getBoundingClientRect().height,
      links: links.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return { text: one.innerText.trim(), current: one.getAttribute("aria-current"), width, height };
      }),
    };
  });

test("the bottom bar", async () => {
  const guest = await visitor(site.url, { width: WIDTHS.phone, person });
  const page = await guest.open("/");
  const bar = await bottomBar(page);
  assert.ok(bar, "no navigation stands at the bottom of the window");
  assert.ok(bar.name, "the bar has no name");
  assert.ok(bar.links.length >= 3 && bar.links.length <= 5, `the bar has ${bar.links.length} links`);
  for (const link of bar.links) {
    assert.ok(link.text, "a link of the bar has no words");
    assert.ok(link.width >= 44 && link.height >= 44, `${link.text}: ${link.width} × ${link.height} px is too small for a finger`);
  }
  assert.equal(bar.links.filter((link) => link.current === "page").length, 1, "exactly one link is the current page");

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const covered = await page.evaluate(() => {
    const last = [...document.querySelectorAll("footer a")].at(-1);
    const box = last.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return last.contains(top) ? null : `${last.innerText} lies under ${top?.outerHTML.slice(0, 80)}`;
  });
  assert.equal(covered, null, "the bar covers the end of the page");
  guest.quiet();

  await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
  assert.equal(await bottomBar(page), null, "the bar is for phones only");
  await guest.close();
});

test("tables become labelled rows", async () => {
  const guest = await visitor(site.url, { width: WIDTHS.phone, person });
  const paths = ["/", "/netzwerke/rag-aachen"];
  for (const kind of ["members", "persons", "body", "person"]) paths.push(await findPage(guest, "/netzwerke/rag-aachen", kind));
  let seen = 0;
  for (const path of paths) {
    const page = await guest.open(path);
    await unfold(page);
    const tables = await page.$$eval("main table", (all) =>
      all
        .filter((table) => table.checkVisibility())
        .map((table) => {
          const row = table.tBodies[0]?.rows[0];
          const cells = [...(row?.cells ?? [])];
          const tops = cells.map((cell) => Math.round(cell.getBoundingClientRect().top));
          return {
            name: table.caption?.innerText ?? table.outerHTML.slice(0, 80),
            columns: cells.length,
            sideBySide: new Set(tops).size < tops.length,
            unnamed: cells
              .filter((cell) => cell.tagName === "TD" && cell.textContent.trim())
              .filter((cell) => !/[^"\s]/.test(getComputedStyle(cell, "::before").content.replace(/^(none|normal)$/, "")))
              .map((cell) => cell.innerText),
            wider: table.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
          };
        }),
    );
    for (const table of tables) {
      assert.ok(!table.wider, `${path}: the table ${table.name} is wider than the phone`);
      if (table.columns <= 2) continue;
      seen += 1;
      assert.ok(!table.sideBySide, `${path}: cells of the table ${table.name} stand side by side`);
      assert.deepEqual(table.unnamed, [], `${path}: cells of the table ${table.name} without their column's name`);
    }
  }
  assert.ok(seen > 0, "no page showed a table with more than two columns");
  await guest.close();
});

test("fields are large enough that the phone does not zoom", async () => {
  const guest = await visitor(site.url, { width: WIDTHS.phone });
  for (const path of ["/anmelden", "/suche?q=Aachen"]) {
    const page = await guest.open(path);
    const fields = await page.$$eval("main input:not([type=hidden])", (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => ({ name: one.name, size: parseFloat(getComputedStyle(one).fontSize) })),
    );
    assert.ok(fields.length, `${path} has no field`);
    for (const field of fields) assert.ok(field.size >= 16, `${path}: ${field.name} has letters of ${field.size} px`);
  }
  await guest.close();
});
