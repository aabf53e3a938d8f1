// Without any script: signing in by mail and code, then Start, a network, a body, a person, the search.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { endBrowser, visitor } from "../lib/browser.mjs";
import { demo, personas } from "../lib/demo.mjs";
import { KINDS } from "../lib/site.mjs";

const site = await demo();
const [officer] = personas();
after(async () => {
  await endBrowser();
  await site.stop();
});

const ADDRESS = /[\w.+-]+@(?:[\w-]+\.)*example\.org/;
const CODE = /(?<!\d)\d{3}[ \u00a0\u202f]?\d{3}(?!\d)/;

/** The address of a persona, read from her own account page. */
async function addressOf(person) {
  const guest = await visitor(site.url, { person, script: false });
  const page = await guest.open("/konto");
  // An address may stand in a text or in a field.
  const texts = await page.$$eval("main, main input", (all) => all.map((one) => one.value ?? one.innerText));
  await guest.close();
  const found = texts.map((text) => text.match(ADDRESS)?.[0]).find(Boolean);
  assert.ok(found, "the account page shows no address");
  return found;
}

/** The newest code that the mail trap holds for this address. */
async function codeFor(address) {
  const guest = await visitor(site.url, { script: false });
  const page = await guest.open("/demo/post");
  const letters = await page.$$eval("main article, main li, main tr, main details, main section", (all) => all.map((one) => one.textContent));
  await guest.close();
  // Of nested parts the smallest that holds both is the letter itself; the newest letter stands first.
  const own = letters.filter((text) => text.includes(address) && CODE.test(text)).sort((a, b) => a.length - b.length);
  assert.ok(own.length, `/demo/post shows no letter with a code for ${address}`);
  const shortest = own[0].length;
  const newest = letters.find((text) => text.length <= shortest * 1.5 && text.includes(address) && CODE.test(text));
  return newest.match(CODE)[0].replace(/\D/g, "");
}

test("signing in by mail code and walking the site", async () => {
  const address = await addressOf(officer.slug);
  const guest = await visitor(site.url, { script: false });
  const { page } = guest;

  await guest.open("/anmelden");
  await page.fill('main input[type="email"]', address);
  await page.click('main form:has(input[type="email"]) button');
  const field = page.locator('main input[autocomplete="one-time-code"]');
  await field.waitFor();
  const sent = await page.locator("main").innerText();
  assert.ok(!CODE.test(sent), "the page that asks for the code shows a code");

  const code = await codeFor(address);
  await field.fill(code === "000000" ? "000001" : "000000");
  await page.click('main form:has(input[autocomplete="one-time-code"]) button');
  await field.waitFor();
  await field.fill(code);
  await page.click('main form:has(input[autocomplete="one-time-code"]) button');
  await page.waitForURL((url) => url.pathname === "/");
  assert.match(await page.locator("main").innerText(), /Sitz/, "Start shows one's seats");

  const follow = async (kind) => {
    const hrefs = await page.$$eval("main a[href]", (all) => all.map((one) => one.getAttribute("href")));
    const href = hrefs.find((path) => kind.test(path));
    assert.ok(href, `${page.url()} has no link like ${kind}`);
    await page.locator(`main a[href="${href}"]`).first().click();
    await page.waitForURL((url) => url.pathname === href);
    assert.equal(await page.locator("h1").count(), 1, href);
  };
  await guest.open("/netzwerke");
  await follow(/^\/netzwerke\/rag-aachen$/);
  await follow(KINDS.body);
  await follow(KINDS.person);
  const name = (await page.locator("h1").innerText()).trim();
  const person = new URL(page.url()).pathname;

  // Beside all areas the header has room for the way to the search alone.
  await page.locator("header form.find button").click();
  await page.waitForURL((url) => url.pathname === "/suche");
  await page.fill('main input[name="q"]', name);
  await page.press('main input[name="q"]', "Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === name);
  assert.ok(await page.locator(`main a[href="${person}"]`).count(), `the search for ${name} does not find ${person}`);
  await guest.close();
});

test("a wrong address is told at the field and stays in it", async () => {
  const guest = await visitor(site.url, { script: false });
  const { page } = guest;
  await guest.open("/anmelden");
  // The browser's own check must not be what catches it.
  await page.$eval('main form:has(input[type="email"])', (form) => (form.noValidate = true));
  await page.fill('main input[type="email"]', "keine adresse");
  await page.click('main form:has(input[type="email"]) button');
  const field = page.locator('main input[type="email"]');
  await field.waitFor();
  assert.equal(await field.inputValue(), "keine adresse");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const told = await field.getAttribute("aria-describedby");
  assert.ok(told, "the field names its message");
  const message = await page.locator(told.split(/\s+/).map((id) => `[id="${id}"]`).join(", ")).allInnerTexts();
  assert.match(message.join(" "), /Adresse/);
  assert.match(await page.title(), /^Fehler/);
  await guest.close();
});
