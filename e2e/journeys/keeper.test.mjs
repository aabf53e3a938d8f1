// The pages of whoever keeps a network, of whoever leaves a post and of whoever founds: each found by its links, with axe.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { endBrowser, visitor } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demo } from "../lib/demo.mjs";
import { links } from "../lib/site.mjs";

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

/** The links of the page's own content that lead where one changes something. */
async function ways(guest, path, wanted) {
  await guest.open(path);
  return (await links(guest.page, "main")).filter((link) => wanted.test(link));
}

test("keeping a network, its bodies and seats", async (t) => {
  const guest = await visitor(site.url, { person: "rag" });
  const [manage] = (await (async () => (await guest.open("/netzwerke/rag-aachen"), links(guest.page)))()).filter((l) => /verwalten$/.test(l));
  const own = await ways(guest, manage, /^\/(gremien\/\d+\/(?!verwalten)|netzwerke\/[^/]+\/einlesen)/);
  assert.ok(own.length >= 8, `only ${own.length} ways lead on from ${manage}`);
  const [, seat] = await ways(guest, manage, /^\/sitze\/\d+\/verwalten$/);
  const more = await ways(guest, seat, /^\/(sitze\/\d+\/(besetzen|beenden|aufloesen|vertretung)|stellen\/)/);
  assert.ok(more.length >= 5, `only ${more.length} ways lead on from ${seat}`);
  for (const path of [manage, seat, ...own, ...more]) await t.test(path, () => examine(guest, path));
  await guest.close();
});

test("an organisation, its posts and a handover with its preview", async (t) => {
  const guest = await visitor(site.url, { person: "rag" });
  const [town] = (await ways(guest, "/netzwerke/rag-aachen/mitglieder", /^\/organisationen\/\d+$/)).slice(-1);
  const all = await ways(guest, town, /\/(bearbeiten|umbenennen|aufloesen|besetzen|uebergabe)$/);
  assert.ok(all.length >= 5, `only ${all.length} ways lead on from ${town}`);
  const handover = all.find((link) => link.endsWith("/uebergabe"));
  for (const path of [...all, `${handover}?bis=2027-03-31&q=ha`]) await t.test(path, () => examine(guest, path));
  await guest.close();
});

test("a handover entered by keyboard, seen by whoever enters it, and taken back", async () => {
  const guest = await visitor(site.url, { person: "rag" });
  const [town] = await ways(guest, "/netzwerke/rag-aachen/mitglieder", /^\/organisationen\/\d+$/);
  const [form] = await ways(guest, town, /\/uebergabe$/);
  const page = await guest.open(`${form}?bis=2027-03-31`);
  await page.getByRole("radio", { name: "noch nicht benannt" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Übergabe eintragen" }).focus();
  await Promise.all([page.waitForURL(/\/uebergaben\/\d+$/), page.keyboard.press("Enter")]);
  await page.getByRole("heading", { name: "Übergabe", exact: true }).waitFor();
  await examine(guest, new URL(page.url()).pathname);
  await page.getByRole("button", { name: "Übergabe zurücknehmen" }).focus();
  await Promise.all([page.waitForURL(/\/organisationen\/\d+$/), page.keyboard.press("Enter")]);
  await page.getByText("Die Übergabe ist zurückgenommen.").waitFor();
  await guest.close();
});

test("founding a network, and asking to join one", async (t) => {
  const guest = await visitor(site.url, { person: "betrieb" });
  await t.test("/netzwerke/gruenden", () => examine(guest, "/netzwerke/gruenden"));
  await guest.close();
  const nobody = await visitor(site.url);
  for (const path of ["/netzwerke/lsbtiq-nrw/beitreten", "/netzwerke/diversity/beitreten"]) await t.test(path, () => examine(nobody, path));
  await nobody.close();
});
