// From a network's page to the preview of sixty invitations: counted clicks and inputs, with and without script.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { endBrowser, visitor, WIDTHS } from "../lib/browser.mjs";
import { demo } from "../lib/demo.mjs";

/** The bar: the part before, set-up and founding, has the other fifteen. */
const MOST = 10;

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

/** Sixty members as a spreadsheet gives them to the clipboard. */
function sixty(mark) {
  const rows = Array.from({ length: 60 }, (_, n) =>
    [`Vorname${mark}${n} Nachname${mark}${n}`, `p${mark}${n}@ort.example.org`, "Gleichstellungsstelle", `Gemeinde Ort${mark}${n}`].join("\t"),
  );
  return ["Name\tE-Mail\tAmt\tKommune", ...rows].join("\n");
}

for (const [name, options, mark] of [
  ["without script", { script: false }, "a"],
  ["on the phone", { width: WIDTHS.phone }, "b"],
]) {
  test(`sixty members and an invitation in preview within ${MOST} steps: ${name}`, async () => {
    const guest = await visitor(site.url, { person: "rag", ...options });
    const page = await guest.open("/netzwerke/rag-aachen");
    let steps = 0;
    const press = async (role, word) => {
      steps += 1;
      await Promise.all([page.waitForLoadState("load"), page.getByRole(role, { name: word, exact: true }).first().click()]);
    };
    await press("link", "Verwalten");
    await press("link", "Mitglieder einlesen");
    steps += 1;
    await page.getByLabel("Liste aus Excel einfügen").fill(sixty(mark));
    await press("button", "Weiter");
    await page.getByRole("heading", { name: "Was steht in den Spalten?" }).waitFor();
    await press("button", "Weiter");
    await press("button", "60 übernehmen");
    await page.getByText("Verschickt wurde noch nichts.").waitFor();
    await press("link", "Einladung ansehen");
    await page.getByRole("button", { name: "Jetzt 60 Einladungen senden" }).waitFor();
    assert.ok(steps <= MOST, `${steps} clicks and inputs`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `${overflow} px beyond the edge`);
    guest.quiet();
    await guest.close();
  });
}
