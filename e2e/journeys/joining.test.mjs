// Joining and leaving, and the check of a list that comes in: axe in both colours, desk and phone, nothing beyond the edge of
// 320 px; and on the phone from the public form to taking the request back.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { endBrowser, visitor, WIDTHS } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demo } from "../lib/demo.mjs";
import { links } from "../lib/site.mjs";

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

/** Presses a button or link by its word, and waits for the page it leads to. */
async function press(page, role, word) {
  await Promise.all([page.waitForLoadState("load"), page.getByRole(role, { name: word, exact: true }).first().click()]);
}

/** The first link of that form on a page. */
async function found(guest, path, form) {
  const page = await guest.open(path);
  const to = (await links(page, "main")).find((one) => form.test(one));
  assert.ok(to, `${path} has no link of the form ${form}`);
  return to;
}

/** The newest letter to an address, as the demo shows it. */
async function letter(guest, mail) {
  for (let tries = 0; tries < 50; tries += 1) {
    const page = await guest.open("/demo/post");
    const text = await page.locator("main").innerText();
    if (text.includes(mail)) return text.slice(text.indexOf(mail));
    await new Promise((done) => setTimeout(done, 200));
  }
  return assert.fail(`no letter to ${mail}`);
}

/** Asks to join the network of administrations and confirms by the code of the letter; gives the path of the letter's link. */
async function asks(guest, given) {
  const mail = `${given.toLowerCase()}@stadt.example.org`;
  const page = await guest.open("/netzwerke/diversity/beitreten");
  await page.getByLabel("Vorname").fill(given);
  await page.getByLabel("Nachname").fill("Zander");
  await page.getByLabel("Dienstliche E-Mail").fill(mail);
  await page.getByLabel("Organisation oder Kommune").fill(`Stadt ${given}hausen`);
  await page.locator("textarea").first().fill("Wir fangen gerade an.");
  await press(page, "button", "Anfrage senden");
  const text = await letter(guest, mail);
  const code = text.match(/^\s*(\d{6})\s*$/m)?.[1];
  assert.ok(code, `no code in ${text.slice(0, 600)}`);
  const way = text.match(/https?:\/\/localhost:(\d+)(\/beitritt\/[a-p]+)/);
  assert.equal(way?.[1], new URL(site.url).port, "the letter leads to the port the demo listens at");
  return { code, path: way[2] };
}

test("the pages of whoever asks", async (t) => {
  const guest = await visitor(site.url, { width: WIDTHS.phone });
  await t.test("the form", () => examine(guest, "/netzwerke/diversity/beitreten"));
  const { code, path } = await asks(guest, "Zoe");
  await t.test("asking for the code", () => examine(guest, "/beitritt/gesendet"));
  await t.test("what the link opens", () => examine(guest, path));
  const page = await guest.open("/beitritt/gesendet");
  await page.setViewportSize({ width: WIDTHS.phone, height: 844 });
  await page.getByLabel("Code aus der Mail").fill(code);
  await press(page, "button", "Ja, das ist meine Anfrage");
  await page.getByRole("heading", { name: "Ihre Anfrage ist angekommen" }).waitFor();
  await t.test("taking it back", () => examine(guest, path));
  await guest.open(path);
  await press(page, "button", "Anfrage zurückziehen");
  await page.getByText("Zurückgezogen. Ihre Anfrage ist gelöscht.").waitFor();
  await guest.close();
});

test("without script, by the link", async () => {
  const guest = await visitor(site.url, { script: false });
  const { path } = await asks(guest, "Ada");
  const page = await guest.open(path);
  await press(page, "button", "Ja, das ist meine Anfrage");
  await page.getByRole("heading", { name: "Ihre Anfrage ist angekommen" }).waitFor();
  guest.quiet();
  await guest.close();
});

test("the page of a request, for a member who is named in it", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone });
  const path = await found(guest, "/eingang", /^\/beitritte\/\d+$/);
  await examine(guest, path);
  const page = await guest.open(path);
  await page.setViewportSize({ width: WIDTHS.phone, height: 844 });
  const button = await page.getByRole("button", { name: "Ich bürge", exact: true }).boundingBox();
  assert.ok(button.height >= 44, `${button.height} px are too small for a finger`);
  await guest.close();
});

test("leaving, and what whoever keeps the membership sees of it", async (t) => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone });
  const seats = (await links(await guest.open("/"), "main")).filter((one) => /^\/sitze\/\d+$/.test(one));
  assert.ok(seats.length, "Start names no seat of hers");
  let leave = null;
  for (const seat of seats) {
    const page = await guest.open(seat);
    const text = await page.locator("main").innerText();
    const way = (await links(page, "main")).find((one) => /^\/sitze\/\d+\/verlassen$/.test(one));
    if (way && text.includes("RAG")) leave ??= way;
  }
  assert.ok(leave, `none of ${seats.length} seats in the RAG can be left`);
  await t.test("the form", () => examine(guest, leave));
  const page = await guest.open(leave);
  await page.setViewportSize({ width: WIDTHS.phone, height: 844 });
  await page.locator("input[name=last]").fill("2027-12-31");
  await press(page, "button", "Nicht mehr mitmachen");
  await page.getByText("Ihr letzter Tag ist").waitFor();
  await t.test("the way back", () => examine(guest, leave));

  const keeper = await visitor(site.url, { person: "rag" });
  const manage = await keeper.open("/netzwerke/rag-aachen");
  await press(manage, "link", "Verwalten");
  const list = await found(keeper, new URL(manage.url()).pathname, /^\/gremien\/\d+\/beitritte$/);
  await t.test("the list", () => examine(keeper, list));
  const shown = await found(keeper, list, /^\/austritte\/\d+$/);
  await t.test("one of them", () => examine(keeper, shown));
  await keeper.close();
  await guest.open(leave);
  await press(page, "button", "Doch bleiben");
  await page.getByText("Gut, dass Sie bleiben.").waitFor();
  await guest.close();
});

test("the check of a list, with rows that are right, unclear and known", async () => {
  const guest = await visitor(site.url, { person: "rag", width: WIDTHS.phone });
  const page = await guest.open("/netzwerke/rag-aachen/einlesen");
  const rows = [
    ["Name", "E-Mail", "Amt", "Kommune", "seit"],
    ["Berit Beispiel", "berit@ort.example.org", "Gleichstellungsstelle", "Gemeinde Neuort", "01.03.2021"],
    ["Beispiel", "falsch", "Gleichstellungsstelle", "Gemeinde Neuort", "31.02.2021"],
    ["Berit Beispiel", "berit@ort.example.org", "Gleichstellungsstelle", "Gemeinde Neuort", "01.03.2021"],
  ];
  await page.getByLabel("Liste aus Excel einfügen").fill(rows.map((cells) => cells.join("\t")).join("\n"));
  await press(page, "button", "Weiter");
  const columns = new URL(page.url()).pathname;
  await examine(guest, columns);
  await guest.open(columns);
  await page.setViewportSize({ width: WIDTHS.phone, height: 844 });
  await press(page, "button", "Weiter");
  const check = new URL(page.url()).pathname;
  await page.getByText("unklar 1").first().waitFor();
  await examine(guest, check);
  await guest.close();
});

test("asking for another address", async (t) => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone });
  const page = await guest.open("/konto/adresse");
  await t.test("the form", () => examine(guest, "/konto/adresse"));
  await guest.open("/konto/adresse");
  await page.getByLabel("Neue E-Mail-Adresse").fill("mira.neu@stadt.example.org");
  await press(page, "button", "Code senden");
  await t.test("asking for the code", () => examine(guest, "/konto/adresse/code"));
  await guest.close();
});
