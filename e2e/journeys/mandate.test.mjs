// Mandates on the way: a report written on a phone within five minutes, what was typed survives a reload, a pack that stays
// readable without a net and fits on two sheets, sittings read from a council's system, chains on a phone.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { WIDTHS, endBrowser, visitor } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demo, results } from "../lib/demo.mjs";
import { links } from "../lib/site.mjs";

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

/** Seconds for a tap on a phone, and signs typed on one in a second: slower than most. */
const PACE = { tap: 4, signs: 2.5 };
const WRITTEN = {
  subject: "Finanzierung der Frauenhäuser und Kinderbetreuung in Randzeiten",
  decided: "Der Ausschuss empfiehlt mehr Plätze für Frauen mit Kindern.",
  contributed: "Ich habe nach barrierefreien Plätzen gefragt.",
  effects: "Bis März brauchen wir Zahlen aus unserer Stadt.",
  confidential: "Zwei Mitglieder sind noch unentschieden.",
};

/** Where a body of others has its page of mandates, found from one's own list. */
async function bodyOf(guest, name) {
  const page = await guest.open("/mandate");
  const link = page.locator("main a", { hasText: name }).first();
  const href = await link.getAttribute("href");
  const mandate = await guest.open(href);
  const crumb = (await links(mandate, "nav.crumb")).find((path) => /^\/gremien\/\d+\/mandate$/.test(path));
  return { href, body: crumb };
}

test("a report is written on a phone within five minutes, and a reload loses nothing", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone });
  const { body } = await bodyOf(guest, "Sozialausschuss");
  const page = await guest.open(`${body}/sitzung`);
  await page.fill("#title", "Sondersitzung");
  await page.fill("#day", "2026-11-20");
  await page.fill("#hour", "10:00");
  await page.fill("#agenda", "1. Frauenhäuser\n2. Kinderbetreuung");
  await page.locator("main form button", { hasText: "Speichern" }).click();

  // From here on taps and signs are counted.
  let taps = 0;
  let signs = 0;
  const tap = async (what) => {
    taps += 1;
    await what.click();
  };
  await page.goto(body);
  await tap(page.locator("main li", { hasText: "Sondersitzung" }).locator("a", { hasText: "Bericht schreiben" }).first());
  const form = page.url();
  for (const [name, words] of Object.entries(WRITTEN)) {
    taps += 1;
    signs += words.length;
    const field = page.locator(`[name=${name}]`);
    await field.scrollIntoViewIfNeeded();
    const box = await field.boundingBox();
    assert.ok(box.height >= 44 && box.x >= 0 && box.x + box.width <= WIDTHS.phone, `${name} does not fit`);
    await field.fill(words);
  }
  for (const name of ["weiter_subject", "weiter_decided"]) await tap(page.locator(`label[for^=${name}]`).first());
  // Marked twice, a part is public as well; every box fits under a thumb.
  for (const label of await page.locator("label[for^=weiter_]").all()) {
    const box = await label.boundingBox();
    assert.ok(box.height >= 24 && box.x + box.width <= WIDTHS.phone, "a box does not fit");
  }

  // The phone forgets the page; what was typed is there again.
  await page.reload();
  for (const [name, words] of Object.entries(WRITTEN)) assert.equal(await page.inputValue(`[name=${name}]`), words, name);
  assert.ok(await page.isChecked("[name=weiter_decided]"), "the marks are back, too");
  assert.match(await page.locator("[data-kept]").innerText(), /Wiederhergestellt/);

  await tap(page.locator("main form button", { hasText: "abgeben" }).first());
  await page.waitForURL(/\/rueckberichte\/\d+$/);
  const text = await page.locator("main").innerText();
  for (const words of Object.values(WRITTEN)) assert.ok(text.includes(words), words);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, "nothing of it stays in the browser");
  await page.goto(form);
  assert.match(page.url(), /\/rueckberichte\/\d+$/, "it is handed in once");

  // Handed in by mistake: put right, the former text below, both for axe and at that width.
  const report = new URL(page.url()).pathname;
  await page.locator("main a", { hasText: "Berichtigen" }).first().click();
  await page.fill("[name=effects]", "Bis April brauchen wir Zahlen aus unserer Stadt.");
  await page.locator("main form button", { hasText: "Berichtigung speichern" }).click();
  await page.waitForURL(/\/rueckberichte\/\d+$/);
  assert.match(await page.locator("main").innerText(), /berichtigt am/);
  await page.locator("main details summary", { hasText: "bis 23. November 2026" }).click();
  assert.ok((await page.locator("main").innerText()).includes(WRITTEN.effects), "what it said before");
  for (const path of [report, `${report}/berichtigen`]) await examine(guest, path);

  const seconds = taps * PACE.tap + signs / PACE.signs;
  console.log(`report: ${taps} taps, ${signs} signs, ${Math.round(seconds)} s at the pace of a phone`);
  assert.ok(seconds <= 300, `${seconds} s`);
  guest.quiet();
  await guest.close();
});

/** The pack of the sitting the demo prepares most for. */
async function pack(guest) {
  const page = await guest.open("/netzwerke/rag-aachen");
  const list = (await links(page)).find((path) => /^\/gremien\/\d+\/mandate$/.test(path));
  await guest.open(list);
  await page.locator("main a", { hasText: "Regionaler Beirat Arbeitsmarkt" }).first().click();
  const body = (await links(page, "nav.crumb")).find((path) => /^\/gremien\/\d+\/mandate$/.test(path));
  await guest.open(body);
  await page.locator("main a", { hasText: "4. Sitzung 2026" }).first().click();
  await page.locator("main a", { hasText: "Vorbereitung für" }).first().click();
  return page;
}

test("a pack stays readable without a net, and fits on two sheets", async () => {
  const guest = await visitor(site.url, { person: "rag", width: WIDTHS.phone });
  const page = await pack(guest);
  const before = await page.locator("main").innerText();
  for (const words of ["Was dazu gilt", "Kompetenzzentren", "Bitte nach den Mitteln"]) assert.ok(before.includes(words), words);
  let asked = 0;
  page.on("request", () => (asked += 1));
  await guest.context.setOffline(true);
  for (const fold of await page.locator("main details").all()) await fold.locator("summary").click();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  assert.ok((await page.locator("main").innerText()).includes("Kompetenzzentren"));
  assert.equal(asked, 0, "the page asks for something later");
  await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
  const pdf = await page.pdf({ format: "A4", printBackground: false, preferCSSPageSize: true });
  await guest.context.setOffline(false);
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "print-pack.pdf"), pdf);
  console.log(`pack: ${sheets} sheets`);
  assert.ok(sheets >= 1 && sheets <= 2, `${sheets} sheets`);
  await guest.close();
});

test("sittings are read from a council's system, without script", async (t) => {
  const guest = await visitor(site.url, { person: "rag", width: WIDTHS.phone, script: false });
  const page = await guest.open("/netzwerke/rag-aachen");
  const list = (await links(page)).find((path) => /^\/gremien\/\d+\/mandate$/.test(path));
  await guest.open(list);
  await page.locator("main a", { hasText: "Lenkungskreis Strukturwandel" }).first().click();
  const body = (await links(page, "nav.crumb")).find((path) => /^\/gremien\/\d+\/mandate$/.test(path));
  await guest.open(`${body}/ratsinformation`);
  let text = await page.locator("main").innerText();
  for (const words of ["Was übernommen wird", "Sondersitzung zum Leitbild", "Frühjahrssitzung"]) assert.ok(text.includes(words), words);
  await page.locator("main button", { hasText: "Sitzungen übernehmen" }).click();
  assert.match(await page.locator("main").innerText(), /Übernommen am/);
  // The whole way down, from the system to a body, as the worker goes it.
  await page.fill("#url", "https://ris.example.org/oparl/v1.1/system");
  await page.locator("main button", { hasText: "Noch einmal lesen" }).click();
  for (let tries = 0; tries < 40 && !(await page.locator("#gremium").count()); tries += 1) {
    await page.waitForTimeout(250);
    await page.goto(`${body}/ratsinformation`);
  }
  text = await page.locator("main").innerText();
  assert.ok(text.includes("Welches Gremium ist es?"), text);
  await page.fill("#url", "https://127.0.0.1/oparl");
  await page.locator("main button", { hasText: "Noch einmal lesen" }).click();
  for (let tries = 0; tries < 40 && !(await page.locator("main").innerText()).includes("abgebrochen"); tries += 1) {
    await page.waitForTimeout(250);
    await page.goto(`${body}/ratsinformation`);
  }
  assert.match(await page.locator("main").innerText(), /Das Lesen wurde abgebrochen/);
  await guest.close();
  const seen = await visitor(site.url, { person: "rag" });
  for (const path of [body, `${body}/ratsinformation`]) await t.test(path, () => examine(seen, path));
  await seen.close();
});

test("chains of a person on a phone, on any day", async (t) => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone });
  await guest.open("/mandate");
  const own = (await links(guest.page, "main")).find((path) => /^\/mandate\/personen\/\d+$/.test(path));
  const page = await guest.open(own);
  assert.ok((await page.locator("figure.panel").count()) > 0, "no chain is drawn");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} px are cut off`);
  await guest.open(`${own}?stand=2010-01-01`);
  assert.match(await page.locator("main").innerText(), /läuft keine Kette/);
  await t.test("axe", () => examine(guest, own));
  await guest.close();
});
