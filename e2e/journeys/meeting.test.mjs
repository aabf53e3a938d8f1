// Preparing a meeting and keeping what came of it: items are put in order by drawing, papers are brought and opened with script
// and without, agenda and minutes come as files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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

const MEETING = "Ausschusssitzung";
/** A PDF of a few words. */
const paper = (name, words) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`) });

/** The path of the meeting that lies ahead, found from the list. */
async function meetingOf(guest) {
  const page = await guest.open("/termine");
  const link = page.getByRole("link", { name: MEETING, exact: true }).first();
  return new URL(await link.getAttribute("href"), page.url()).pathname;
}

/** Puts an item on the agenda. */
async function item(guest, agenda, title) {
  const page = await guest.open(`${agenda}/neu`);
  await page.locator("[name=title]").fill(title);
  await page.locator("[name=minutes]").fill("20");
  await page.locator("main form button.kern-btn--primary").first().click();
  await page.waitForURL((url) => url.pathname === agenda);
}

/** What stands on the agenda, in its order. */
const order = async (page) => (await page.locator("section:has(#punkte) ol > li h3").allInnerTexts()).map((text) => text.trim());

/** Clicks a link to a file; gives its name and what is in it. */
async function saved(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "latin1") };
}

test("items are drawn into order, papers are brought and opened, with script and without", async (t) => {
  const lead = await visitor(site.url, { person: "rag" });
  const meeting = await meetingOf(lead);
  const agenda = `${meeting}/tagesordnung`;
  for (const title of ["Begrüßung", "Haushalt", "Verschiedenes"]) await item(lead, agenda, title);

  await t.test("the last item is drawn to the top", async () => {
    const page = await lead.open(agenda);
    assert.deepEqual(await order(page), ["1. Begrüßung", "2. Haushalt", "3. Verschiedenes"]);
    const rows = page.locator("[data-item]");
    await page.locator(".grip").nth(2).dragTo(rows.first(), { targetPosition: { x: 60, y: 6 } });
    await page.locator("h3", { hasText: "1. Verschiedenes" }).waitFor();
    assert.deepEqual(await order(page), ["1. Verschiedenes", "2. Begrüßung", "3. Haushalt"]);
  });

  await t.test("by the buttons it goes back, on a phone without script", async () => {
    const phone = await visitor(site.url, { person: "rag", width: WIDTHS.phone, script: false });
    const page = await phone.open(agenda);
    assert.equal(await page.locator(".grip").count(), 0, "without script there is nothing to draw by");
    for (let times = 0; times < 2; times += 1) {
      await page.getByRole("button", { name: /Nach unten\s*: Verschiedenes/ }).click();
    }
    await page.locator("h3", { hasText: "3. Verschiedenes" }).waitFor();
    phone.quiet();
    await phone.close();
  });

  await t.test("a paper is brought with script", async () => {
    const page = await lead.open(agenda);
    await page.getByRole("link", { name: /Unterlagen\s*: Haushalt/ }).click();
    await page.locator("input[type=file]").setInputFiles(paper("Entwurf.pdf", "Haushaltsentwurf"));
    await page.locator("main form:has(input[type=file]) button").click();
    await page.getByRole("link", { name: "Entwurf.pdf" }).waitFor();
    await examine(lead, new URL(page.url()).pathname);
  });

  await t.test("two more on a phone without script, and a program by no means", async () => {
    const phone = await visitor(site.url, { person: "rag", width: WIDTHS.phone, script: false });
    const page = await phone.open(agenda);
    await page.getByRole("link", { name: /Unterlagen\s*: Haushalt/ }).click();
    const here = page.url();
    const input = page.locator("input[type=file]");
    await input.setInputFiles([paper("Zahlen.pdf", "Zahlen"), { name: "Fragen.txt", mimeType: "text/plain", buffer: Buffer.from("Was fehlt?") }]);
    await page.locator("main form:has(input[type=file]) button").click();
    await page.getByRole("link", { name: "Fragen.txt" }).waitFor();
    await input.setInputFiles({ name: "Rechnung.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\u0001 This program cannot be run in DOS mode.") });
    const [refused] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      page.locator("main form:has(input[type=file]) button").click(),
    ]);
    assert.equal(refused.status(), 422);
    await page.getByText("Diese Datei ist ein Programm").first().waitFor();
    assert.equal(page.url(), here);
    await phone.close();
  });

  await t.test("a member opens them once she is invited, with script and without", async () => {
    const page = await lead.open(`${meeting}/einladung`);
    await page.getByRole("button", { name: /Einladungen senden/ }).click();
    await page.waitForURL((url) => url.pathname.startsWith(meeting));
    for (const script of [true, false]) {
      const member = await visitor(site.url, { person: "mira", script, width: script ? WIDTHS.desk : WIDTHS.phone });
      assert.equal(await meetingOf(member), meeting);
      const there = await member.open(agenda);
      for (const [name, words] of [["Entwurf.pdf", "Haushaltsentwurf"], ["Zahlen.pdf", "Zahlen"], ["Fragen.txt", "Was fehlt?"]]) {
        const file = await saved(there, there.getByRole("link", { name }));
        assert.equal(file.name, name);
        assert.ok(file.text.includes(words), `${name} says something else`);
      }
      assert.equal(await there.locator("input[type=file]").count(), 0);
      const agendaFile = await saved(there, there.getByRole("link", { name: /Als PDF\s*: Tagesordnung/ }));
      assert.ok(agendaFile.text.startsWith("%PDF-1.7"), "the agenda is no PDF");
      const word = await saved(there, there.getByRole("link", { name: /Für Word\s*: Tagesordnung/ }));
      assert.ok(word.text.startsWith("PK"), "the agenda is no Word file");
      member.quiet(agenda);
      await member.close();
    }
  });
  await t.test("the agenda with axe", () => examine(lead, agenda));
  await lead.close();
});

test("minutes are read on a phone without script and saved as files", async () => {
  const guest = await visitor(site.url, { person: "mira", script: false, width: WIDTHS.phone });
  await guest.open("/netzwerke/rag-aachen");
  const list = (await links(guest.page)).find((link) => /^\/gremien\/\d+\/termine$/.test(link));
  assert.ok(list, "the network leads to its meetings");
  await guest.open(list.replace(/termine$/, "protokolle"));
  const minutes = (await links(guest.page, "main")).find((link) => /\/protokoll$/.test(link));
  assert.ok(minutes, "there are minutes");
  const page = await guest.open(minutes);
  const pdf = await saved(page, page.getByRole("link", { name: /PDF/ }).first());
  assert.ok(pdf.text.startsWith("%PDF-1.7"), "the minutes are no PDF");
  guest.quiet();
  await guest.close();
});
