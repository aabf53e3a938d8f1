// A sitting while it runs: two browsers see the same without reloading, a phone without script takes part as well, and every
// page of it passes axe.

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

const MEETING = "Ausschusssitzung im November";
/** How long a change may take until another browser shows it: milliseconds. */
const SOON = 3000;

/** The page of the sitting that runs, found from the list of meetings. */
async function sittingOf(guest) {
  const page = await guest.open("/termine");
  const link = page.getByRole("link", { name: MEETING, exact: false }).first();
  await guest.open(new URL(await link.getAttribute("href"), page.url()).pathname);
  const [live] = (await links(guest.page, "main")).filter((path) => /\/live$/.test(path));
  assert.ok(live, "the meeting leads to its sitting");
  return live;
}

test("whoever leads and a member see the same at once, and a phone without script takes part", async (t) => {
  const lead = await visitor(site.url, { person: "rag" });
  const mira = await visitor(site.url, { person: "mira" });
  const live = await sittingOf(lead);
  await lead.open(live);
  const number = (await lead.page.locator(".roomnumber").textContent()).trim();
  assert.match(number, /^\d{3} \d{3}$/);
  assert.equal(await sittingOf(mira), live);
  const page = await mira.open(live);
  assert.equal(await page.locator(".roomnumber").count(), 0, "only whoever leads shows the number");
  await page.getByLabel("Nummer aus dem Raum").fill(number);
  await page.getByRole("button", { name: "Eintragen: im Raum" }).click();
  await page.getByText("Sie sind eingetragen: im Raum").waitFor();

  await t.test("another item is called", async () => {
    const now = (guest) => guest.page.locator("h3.h2");
    await now(mira).filter({ hasText: /^2\. / }).waitFor();
    await lead.page.getByRole("button", { name: "Weiter zu TOP 3" }).click();
    await now(lead).filter({ hasText: /^3\. / }).waitFor();
    await now(mira).filter({ hasText: /^3\. / }).waitFor({ timeout: SOON });
    assert.match(await page.locator("[data-live-says]").textContent(), /Jetzt läuft/);
  });

  await t.test("a wish to speak, taken back on a phone without script", async () => {
    await page.getByRole("button", { name: "Zu Wort melden" }).click();
    await page.getByText("das sind Sie").waitFor();
    await lead.page.locator("[data-part=redeliste]", { hasText: "Mira Kowalski" }).waitFor({ timeout: SOON });
    const phone = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
    const small = await phone.open(live);
    const down = small.getByRole("button", { name: "Wortmeldung zurückziehen" });
    assert.ok((await down.boundingBox()).height >= 44, "a target too small");
    await down.click();
    await small.getByRole("button", { name: "Zu Wort melden" }).waitFor();
    await small.getByRole("link", { name: "Aktualisieren" }).click();
    await small.getByRole("heading", { name: "Jetzt" }).waitFor();
    phone.quiet();
    await phone.close();
    await page.getByRole("button", { name: "Zu Wort melden" }).waitFor({ timeout: SOON });
  });

  await t.test("what is typed stays while something else changes", async () => {
    await page.getByText("Anders eintragen").click();
    await page.getByLabel("Nummer aus dem Raum").fill("12");
    await lead.page.getByRole("button", { name: "Unterbrechen" }).click();
    await page.locator("h3.h2", { hasText: "Pause" }).waitFor({ timeout: SOON });
    assert.equal(await page.getByLabel("Nummer aus dem Raum").inputValue(), "12");
  });
  mira.quiet();
  lead.quiet();
  for (const [guest, paths] of [[lead, [live]], [mira, [live, "/dabei"]]]) {
    for (const path of paths) {
      await t.test(`${path} with axe`, () => examine(guest, path));
    }
    await guest.close();
  }
  await t.test("on a phone with axe", async () => {
    for (const width of [WIDTHS.narrow, WIDTHS.phone]) {
      const guest = await visitor(site.url, { person: "mira", width });
      await examine(guest, live);
      await guest.close();
    }
  });
});
