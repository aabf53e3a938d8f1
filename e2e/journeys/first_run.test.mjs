// From an empty database to sixty members and an invitation in preview: every click and input is counted.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { endBrowser, visitor } from "../lib/browser.mjs";
import { installation } from "../lib/demo.mjs";

const MOST = 25;

const site = await installation();
after(async () => {
  await endBrowser();
  await site.stop();
});

const sixty = ["Name\tE-Mail\tAmt\tKommune"]
  .concat(
    Array.from({ length: 60 }, (_, n) =>
      [`Vorname${n} Nachname${n}`, `p${n}@ort.example.org`, "Gleichstellungsstelle", `Gemeinde Ort${n}`].join("\t"),
    ),
  )
  .join("\n");

test(`an installation, a network, sixty members and an invitation within ${MOST} steps, without script`, async () => {
  const guest = await visitor(site.url, { script: false });
  const page = await guest.open(site.setUp);
  let steps = 0;
  const fill = async (label, text) => {
    steps += 1;
    await page.getByLabel(label, { exact: true }).fill(text);
  };
  const press = async (role, word) => {
    steps += 1;
    await Promise.all([page.waitForLoadState("load"), page.getByRole(role, { name: word, exact: true }).first().click()]);
  };
  await fill("Vorname", "Kim");
  await fill("Nachname", "Neumann");
  await fill("E-Mail", "kim.neumann@example.org");
  await fill("Name der Installation", "Netze im Kreis");
  steps += 1;
  await page.getByRole("radio", { name: "Ja", exact: true }).check();
  await press("button", "Einrichten");
  await press("link", "Netzwerke");
  await press("link", "Netzwerk gründen");
  await fill("Name", "Arbeitskreis Gleichstellung im Kreis");
  await press("button", "Netzwerk gründen");
  await page.getByRole("heading", { name: "Die ersten Schritte" }).waitFor();
  await press("link", "Mitglieder eintragen");
  steps += 1;
  await page.getByLabel("Liste aus Excel einfügen").fill(sixty);
  await press("button", "Weiter");
  await page.getByRole("heading", { name: "Was steht in den Spalten?" }).waitFor();
  await press("button", "Weiter");
  await press("button", "60 übernehmen");
  await page.getByText("Verschickt wurde noch nichts.").waitFor();
  await press("link", "Einladung ansehen");
  await page.getByRole("button", { name: "Jetzt 60 Einladungen senden" }).waitFor();
  assert.ok(steps <= MOST, `${steps} clicks and inputs`);
  console.log(`${steps} clicks and inputs from an empty database to the preview of sixty invitations`);
  guest.quiet();
  await guest.close();
});
