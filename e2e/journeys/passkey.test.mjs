// A device of Chromium's own: remembered with a name, signing in by the button and out of the address field, proving
// oneself, forgotten again. Every new page is looked at by axe, in light and dark, on the desk and on the phone.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { endBrowser, visitor, WIDTHS } from "../lib/browser.mjs";
import { axe, frame, noOverflow } from "../lib/checks.mjs";
import { demo, personas } from "../lib/demo.mjs";

const site = await demo();
// Passkeys refuse an IP address; the demo's own address has a name.
const url = site.url.replace("127.0.0.1", "localhost");
const { slug } = personas().find((one) => one.slug === "betrieb") ?? personas()[0];
after(async () => {
  await endBrowser();
  await site.stop();
});

async function look(guest, path) {
  const page = await guest.open(path);
  await frame(page, path);
  for (const width of [WIDTHS.desk, WIDTHS.phone]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await axe(page, `${path} (${colorScheme}, ${width} px)`);
    }
  }
  await page.setViewportSize({ width: WIDTHS.narrow, height: 900 });
  await noOverflow(page, `${path} (320 px)`);
  await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
  guest.quiet(path);
}

/** A device that answers by itself, as a finger on a reader would. */
async function device(guest) {
  const talk = await guest.context.newCDPSession(guest.page);
  await talk.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await talk.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    keys: async () => (await talk.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    /** Whether the finger fits. */
    fits: (isUserVerified) => talk.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

const heading = (page) => page.locator("main h1").innerText();

test("a device is remembered, signs in, proves and is forgotten", async () => {
  const guest = await visitor(url, { person: slug });
  const { page } = guest;
  const finger = await device(guest);

  await look(guest, "/konto/geraete");
  await look(guest, "/konto/geraete/merken");
  await guest.open("/konto/geraete/merken");
  assert.equal(await page.locator("[data-without-passkey]").isVisible(), false);
  await page.fill('main input[name="name"]', "Laptop im Büro");
  await page.click("main form[data-passkey] button");
  await page.waitForURL(`${url}/konto/geraete`);
  assert.match(await page.locator("main").innerText(), /Laptop im Büro/);
  const [key] = await finger.keys();
  assert.ok(key.isResidentCredential && key.rpId === "localhost", "found without a name, bound to the host");
  guest.quiet("remembering");

  // The same device once more: it says so itself.
  await guest.open("/konto/geraete/merken");
  await page.click("main form[data-passkey] button");
  await page.waitForFunction(() => document.querySelector("form[data-passkey] [role=status]").textContent !== "");
  assert.match(await page.locator("form[data-passkey] [role=status]").innerText(), /schon gemerkt/);

  // Out, and in by the button, to where one wanted to go.
  await guest.open("/konto/geraete");
  await page.click('main form[action="/konto/ausloggen"] button');
  await page.waitForURL(`${url}/`);
  await finger.fits(false);
  await guest.open("/anmelden?weiter=/konto/geraete");
  const button = page.locator("main form[data-passkey] button");
  await button.click();
  await page.waitForFunction(() => document.querySelector("form[data-passkey] [role=status]").textContent !== "");
  assert.match(await page.locator("form[data-passkey] [role=status]").innerText(), /noch einmal/);
  assert.equal(await heading(page), "Einloggen");
  await finger.fits(true);
  await button.click();
  await page.waitForURL(`${url}/konto/geraete`);
  assert.match(await page.locator("main").innerText(), /mit gemerktem Gerät/);

  // Out, and in without a click: the browser offers the device beside the address, and this one answers at once.
  await page.click('main form[action="/konto/ausloggen"] button');
  await page.waitForURL(`${url}/`);
  await guest.open("/anmelden?weiter=/konto");
  await page.waitForURL(`${url}/konto`);
  guest.quiet("autofill");

  // Forgotten: nobody signs in with it.
  await guest.open("/konto/geraete");
  await page.click('main form[action$="/vergessen"] button');
  await page.waitForURL(`${url}/konto/geraete`);
  assert.doesNotMatch(await page.locator("main").innerText(), /Laptop im Büro/);
  await page.click('main form[action="/konto/ausloggen"] button');
  await page.waitForURL(`${url}/`);
  // The device answers beside the address at once; the page that refuses it does not ask by itself again.
  await page.goto("/anmelden", { waitUntil: "commit" });
  await page.waitForURL(/geraet=nein/);
  assert.match(await page.locator("main [role=alert]").innerText(), /konnte Sie nicht bestätigen/);
  await guest.close();
});

test("the other new pages are sound, and under an IP address the button stays away", async () => {
  const guest = await visitor(url, { person: slug });
  for (const path of ["/konto/app", "/konto/daten", "/konto/daten/alles", "/konto/loeschen", "/konto/geraete/merken?angebot=ja&weiter=/"]) await look(guest, path);
  await guest.close();
  const outside = await visitor(site.url.replace("localhost", "127.0.0.1"));
  await outside.open("/anmelden");
  assert.equal(await outside.page.locator("form[data-passkey]").isVisible(), false);
  outside.quiet("127.0.0.1");
  await outside.close();
});
