// A position from an amendment on a phone to paper: without script, and with nothing cut off.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { WIDTHS, endBrowser, visitor } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demo } from "../lib/demo.mjs";
import { links } from "../lib/site.mjs";

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

const TITLE = "Gremien und Sorgearbeit vereinbaren";

/** The path of the position members are asked about. */
async function asked(guest) {
  const page = await guest.open("/positionen");
  return new URL(await page.getByRole("link", { name: TITLE }).first().getAttribute("href"), site.url).pathname;
}

test("a member asks for other words and remarks on a phone without script", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
  const path = await asked(guest);
  const page = await guest.open(path);
  const way = (await links(guest.page, "main")).find((link) => /absaetze\/\d+\/aendern\?art=words$/.test(link));
  assert.ok(way, "nobody is asked for changes");
  await guest.open(way);
  await page.locator("[name=new]").fill("Wer Angehörige pflegt, kann abends fast nie in Gremien mitarbeiten.");
  await page.locator("[name=reason]").fill("So ist es bei uns.");
  const seats = page.locator("[name=seat]");
  if (await seats.count()) await seats.first().check();
  await page.locator("main form button.kern-btn--primary").first().click();
  await page.waitForURL(/\/aenderungsantraege\/\d+$/);
  assert.match(await page.locator("main").innerText(), /\[eingefügt: /);
  // It stands beside its paragraph, its words with it; nothing is hidden behind a click.
  await guest.open(path);
  const beside = page.locator("#absatz-1 details");
  assert.match(await beside.innerText(), /andere Worte[\s\S]*\[eingefügt: /);
  const whole = (await links(guest.page, "main")).find((link) => /absaetze\/0\/anmerken$/.test(link));
  assert.ok(whole, "no way to remark on the whole text");
  await guest.open(whole);
  await page.locator("[name=text]").fill("Bitte auch an Ehrenamtliche denken.");
  if (await seats.count()) await seats.first().check();
  await page.locator("main form button.kern-btn--primary").first().click();
  await page.waitForURL(new RegExp(`${path}$`));
  assert.match(await page.locator("main").innerText(), /Zum ganzen Text[\s\S]*Ehrenamtliche/);
  guest.quiet();
  await guest.close();
});

test("its amendments, its versions and the whole text pass everywhere", async (t) => {
  const guest = await visitor(site.url, { person: "ak" });
  const path = await asked(guest);
  await guest.open(path);
  const ways = await links(guest.page, "main");
  const found = (kind) => ways.find((link) => kind.test(link)) ?? assert.fail(`no link like ${kind}`);
  const paths = [
    path,
    `${path}?ganz=ja`,
    `${path}?absatz=2`,
    found(/\/aenderungen$/),
    found(/\/aenderungsantraege\/\d+$/),
    found(/\/fassungen\/\d+$/),
    found(/absaetze\/\d+\/anmerken$/),
  ];
  for (const one of paths) await t.test(one, () => examine(guest, one));
  await guest.close();
});

test("a position and the motion book fit on paper, with everything unfolded", async () => {
  const guest = await visitor(site.url, { person: "mira" });
  await guest.open("/antragsbuecher");
  const book = (await links(guest.page, "main")).find((link) => /^\/antragsbuecher\/\d+$/.test(link));
  assert.ok(book, "there is no motion book");
  await guest.open("/positionen");
  const published = (await links(guest.page, "main")).filter((link) => /^\/positionen\/\d+$/.test(link)).slice(-3);
  for (const path of [await asked(guest), ...published, book]) {
    const page = await guest.open(path);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 672, height: 1000 });
    const paper = await page.evaluate(() => ({
      cut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      buttons: [...document.querySelectorAll("button, nav")].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)),
      folded: [...document.querySelectorAll("details > .in")].filter((one) => !one.checkVisibility()).length,
    }));
    assert.ok(paper.cut <= 0, `${path}: ${paper.cut} px are cut off on paper`);
    assert.deepEqual(paper.buttons, [], `${path}: buttons are printed`);
    assert.equal(paper.folded, 0, `${path}: folded parts stay folded`);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await guest.close();
});
