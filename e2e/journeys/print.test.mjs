// On paper: no navigation, no buttons, everything unfolded, nothing cut off, a real PDF.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { endBrowser, visitor } from "../lib/browser.mjs";
import { demo, personas, results } from "../lib/demo.mjs";
import { findPage, links } from "../lib/site.mjs";

const site = await demo();
const person = personas()[0].slug;
after(async () => {
  await endBrowser();
  await site.stop();
});

/** A4 upright at 96 px per inch, less 16 mm on each side. */
const SHEET = { width: 672, height: 1000 };

/** What the print style leaves of a page. */
const onPaper = (page) =>
  page.evaluate(() => {
    const shown = (one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    const name = (one) => one.outerHTML.slice(0, 100);
    return {
      navigation: [...document.querySelectorAll("nav")].filter(shown).map(name),
      buttons: [...document.querySelectorAll("button, input[type=submit]")].filter(shown).map(name),
      folded: [...document.querySelectorAll("details")]
        .filter((one) => [...one.children].some((child) => child.tagName !== "SUMMARY" && child.textContent.trim() && !shown(child)))
        .map(name),
      details: document.querySelectorAll("details").length,
      cut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      background: getComputedStyle(document.body).backgroundColor,
    };
  });

/** Looks at a page as paper: gives how many folds it has. */
async function examined(guest, path) {
  const page = await guest.open(path);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const paper = await onPaper(page);
  assert.deepEqual(paper.navigation, [], `${path}: navigation is printed`);
  assert.deepEqual(paper.buttons, [], `${path}: buttons are printed`);
  assert.deepEqual(paper.folded, [], `${path}: folded parts stay folded`);
  assert.ok(paper.cut <= 0, `${path}: ${paper.cut} px are cut off`);
  assert.match(paper.background, /^(rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)|oklch\(1 0 0\))$/, `${path}: the sheet is ${paper.background}`);

  const pdf = await page.pdf({ format: "A4", printBackground: false, preferCSSPageSize: true });
  const text = pdf.toString("latin1");
  assert.ok(text.startsWith("%PDF-"), `${path}: not a PDF`);
  const sheets = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(sheets >= 1 && sheets < 40, `${path}: ${sheets} sheets`);
  assert.match(text, /\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/, `${path}: not A4`);
  writeFileSync(join(results, `print${path.replaceAll("/", "-")}.pdf`), pdf);
  guest.quiet(path);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1280, height: 900 });
  return paper.details;
}

test("network, body and members on paper, also from a dark screen", async () => {
  // A dark screen must not make a dark sheet.
  const guest = await visitor(site.url, { person, scheme: "dark" });
  const paths = ["/netzwerke/rag-aachen"];
  for (const kind of ["picture", "body", "members"]) paths.push(await findPage(guest, "/netzwerke/rag-aachen", kind));
  let details = 0;
  mkdirSync(results, { recursive: true });
  for (const path of paths) details += await examined(guest, path);
  assert.ok(details > 0, "no page had anything to unfold");
  await guest.close();
});

test("a meeting with its agenda, who votes and its minutes on paper, for whoever leads and for a member", async () => {
  mkdirSync(results, { recursive: true });
  for (const who of ["rag", "mira"]) {
    const guest = await visitor(site.url, { person: who });
    await guest.open("/netzwerke/rag-aachen");
    const list = (await links(guest.page)).find((link) => /^\/gremien\/\d+\/termine$/.test(link));
    await guest.open(list.replace(/termine$/, "protokolle"));
    const minutes = (await links(guest.page, "main")).find((link) => /\/protokoll$/.test(link));
    const page = await guest.open("/termine");
    const named = async (name) => new URL(await page.getByRole("link", { name, exact: true }).first().getAttribute("href"), page.url()).pathname;
    const [conference, sitting] = [await named("Jahreskonferenz"), await named("Ausschusssitzung im November")];
    for (const path of [conference, `${conference}/tagesordnung`, `${sitting}/live`, `${sitting}/stimmliste`, minutes]) {
      await examined(guest, path);
    }
    await guest.open(`${conference}/tagesordnung`);
    await guest.page.emulateMedia({ media: "print" });
    const words = await guest.page.locator("main").innerText();
    for (const word of ["6. Arbeitsplan 2027", "zusammen 225 Minuten"]) assert.ok(words.includes(word), `${word} is not on paper`);
    await guest.close();
  }
});
