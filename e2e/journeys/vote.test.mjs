// Voting: on a phone in four taps, by keyboard, without script, and the pages around it with axe.

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

const COVERT = "Geben wir uns das neue Leitbild?";

/** The address of the vote with this title, found by the links of its network. */
async function voteOf(guest, network, title) {
  await guest.open(`/netzwerke/${network}`);
  const [decisions] = (await links(guest.page)).filter((link) => /\/entscheidungen$/.test(link));
  const page = await guest.open(decisions);
  const link = page.getByRole("link", { name: title, exact: false }).first();
  return new URL(await link.getAttribute("href"), page.url()).pathname;
}

test("the pages of a vote, for who votes and for who leads", async (t) => {
  const guest = await visitor(site.url, { person: "rag" });
  const vote = await voteOf(guest, "rag-aachen", COVERT);
  const over = await voteOf(guest, "rag-aachen", "Tagen wir im Frühjahr 2027 in Heinsberg?");
  await guest.open(over);
  const [, body] = (await links(guest.page, "main")).join(" ").match(/\/gremien\/(\d+)\//);
  const pages = [vote, `${vote}/wie-geheim`, `${vote}/leiten`, over, `/gremien/${body}/abstimmen`, `/gremien/${body}/abgestimmt`];
  for (const path of pages) await t.test(path, () => examine(guest, path));
  await guest.close();
  const mira = await visitor(site.url, { person: "mira" });
  await t.test("the ballot", () => examine(mira, `${vote}/stimmzettel`));
  await mira.close();
});

test("a covert vote on a phone takes three taps, each large enough, and says so afterwards", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
  const vote = await voteOf(guest, "rag-aachen", COVERT);
  const page = await guest.open(`${vote}/stimmzettel`);
  let taps = 0;
  const tap = async (target) => {
    const box = await target.boundingBox();
    assert.ok(box.height >= 44, `a target of ${box.height} px`);
    await target.click();
    taps += 1;
  };
  await tap(page.locator("label", { hasText: /^\s*Ja\s*$/ }));
  await tap(page.getByRole("button", { name: "Prüfen" }));
  await page.getByText("Sie stimmen so ab:").waitFor();
  await tap(page.getByRole("button", { name: "Stimme abgeben" }));
  await page.getByText("Ihre Stimme ist abgegeben und zählt.").waitFor();
  assert.ok(taps <= 4, `${taps} taps`);
  // Going back and sending it again changes nothing.
  await page.goto(`${vote}/stimmzettel`);
  await page.getByText("Ihre Stimme ist abgegeben und zählt.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Prüfen" }).count(), 0);
  guest.quiet();
  await guest.close();
});

test("preparing a vote by keyboard, announcing it and giving it up", async () => {
  const guest = await visitor(site.url, { person: "rag" });
  const over = await voteOf(guest, "rag-aachen", "Tagen wir im Frühjahr 2027 in Heinsberg?");
  await guest.open(over);
  const [, body] = (await links(guest.page, "main")).join(" ").match(/\/gremien\/(\d+)\//);
  const page = await guest.open(`/gremien/${body}/abstimmen`);
  await page.getByLabel("Frage").focus();
  await page.keyboard.type("Gründen wir eine Arbeitsgruppe?");
  await page.getByRole("button", { name: "Weiter" }).focus();
  await Promise.all([page.waitForURL(/\/leiten$/), page.keyboard.press("Enter")]);
  await page.getByRole("button", { name: "Ankündigen" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Angekündigt.").waitFor();
  await page.getByLabel("Grund").last().focus();
  await page.keyboard.type("Ein Versehen.");
  await page.getByRole("button", { name: "Aufgeben" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Aufgegeben.").waitFor();
  guest.quiet();
  await guest.close();
});
