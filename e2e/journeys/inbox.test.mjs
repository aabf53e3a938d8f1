// The inbox and the search: axe in light and dark, wide and phone; on a phone without script something is put away, put off
// and brought back; a compound is found by its end and hits are narrowed.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { WIDTHS, endBrowser, visitor } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demo } from "../lib/demo.mjs";

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

const PATHS = ["/eingang", "/eingang?liste=erledigt", "/konto/abwesenheit", "/konto/absendeadressen", "/konto/nachrichten", "/suche?q=gleichstellung", "/suche?q=gleihstellung", "/suche"];

test("inbox and search are read by everybody", async (t) => {
  const guest = await visitor(site.url, { person: "mira" });
  for (const path of PATHS) await t.test(path, () => examine(guest, path));
  await guest.close();
});

test("on a phone without script an entry is done with, another is put off, and both come back", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
  const page = await guest.open("/");
  await page.locator("header.top a[href='/eingang']").click();
  await page.waitForURL((url) => url.pathname === "/eingang");
  const rows = page.locator("ul.inbox > li");
  const before = await rows.count();
  assert.ok(before >= 2, `only ${before} entries wait`);
  // The number in the head is that of what waits, on Start as here.
  const waiting = await page.locator("section[aria-labelledby=wartet] li").count();
  assert.ok(waiting > 0, "nothing waits");
  assert.equal(await page.locator("header.top .cnt").innerText(), String(waiting));
  // What she owes has no button to call it done; what is new has.
  const done = rows.filter({ has: page.getByRole("button", { name: "Erledigt" }) }).first();
  const title = (await done.locator("h3").innerText()).trim();
  await done.getByRole("button", { name: "Erledigt" }).click();
  await page.locator("[role=status]", { hasText: "Erledigt." }).waitFor();
  assert.equal(await rows.count(), before - 1);

  // A day that is over is refused beside its field, and what was typed stays.
  await rows.first().locator("summary").click();
  await rows.first().locator("input[name=until]").fill("2020-01-01");
  await rows.first().getByRole("button", { name: "Weglegen" }).click();
  const field = page.locator("input[name=until][aria-invalid=true]");
  await field.waitFor();
  assert.equal(await field.inputValue(), "2020-01-01");
  await guest.open("/eingang?liste=erledigt");
  await rows.filter({ hasText: title }).getByRole("button", { name: "Wieder öffnen" }).click();
  await guest.open("/eingang");
  assert.equal(await rows.count(), before);
  await guest.close();
});

test("hits are narrowed, and a word that was misspelt is put right", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
  const page = await guest.open("/suche?q=gleichstellung");
  const all = await page.locator("main ul.rows > li").count();
  assert.ok(all > 0, "nothing is found");
  const chips = page.locator("main nav.chips");
  assert.ok((await chips.count()) >= 1, "nothing narrows the hits");
  await chips.first().locator("a").nth(1).click();
  assert.ok((await page.locator("main ul.rows > li").count()) > 0);
  await guest.open("/suche?q=gleihstellung");
  await page.locator("main a", { hasText: /gleichstellung/i }).first().click();
  assert.ok((await page.locator("main ul.rows > li").count()) > 0);
  guest.quiet();
  await guest.close();
});
