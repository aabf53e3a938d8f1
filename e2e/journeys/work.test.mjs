// What networks do: meetings with minutes and date polls, exchange, circulars, mandates, positions. One page of every kind,
// found by following links, for a member, for who leads and for everybody: axe in light and dark, wide and phone.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { WIDTHS, endBrowser, visitor } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demo } from "../lib/demo.mjs";
import { NETWORKS, links } from "../lib/site.mjs";

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

/** Where the work of networks begins. */
const STARTS = ["/termine", "/kalender", "/austausch", "/mandate", "/positionen", "/anhoerungen", "/wahlpruefsteine", "/antragsbuecher"];
/** What counts as a page of it. */
const WORK =
  /^\/(termine|kalender|terminabstimmungen|terminreihen|tagesordnungspunkte|themenvorschlaege|protokollpunkte|protokolleinwaende|austausch|rundschreiben|unterstuetzung|anonyme-fragen|mandate|mandatskontakte|aussensitzungen|rueckberichte|eingebracht|positionen|aenderungsantraege|mitzeichnungen|positionsbriefe|adressaten|adressat|anhoerungen|wahlpruefsteine|antragsbuecher)(\/|$|\?)|^\/(gremien|netzwerke)\/[^/]+\/(termine|terminabstimmung|terminreihen|austausch|rundschreiben|mandate|positionen|anhoerungen|wahlpruefsteine|antragsbuecher|unterstuetzung)/;
/** Files are looked at elsewhere. */
const FILE = /\/(pdf|docx|xlsx|csv|atom)(\?|$)|\.ics$|\/(dateien|unterlagen)\/\d+(\?|$)/;

/** A path as its kind: numbers and names of networks left out. */
const kindOf = (path) => path.replace(/\?.*/, "?").replace(/\/\d+/g, "/N").replace(/^\/netzwerke\/[^/]+/, "/netzwerke/S");

/** One page of every kind that can be reached in three steps. */
async function pages(guest, ways) {
  const found = new Map();
  let ring = [...STARTS, ...ways];
  for (let step = 0; step < 4; step += 1) {
    const next = [];
    for (const path of ring) {
      await guest.open(path);
      for (const link of await links(guest.page, "main")) {
        if (!WORK.test(link) || FILE.test(link) || found.has(kindOf(link))) continue;
        found.set(kindOf(link), link);
        next.push(link);
      }
    }
    ring = next;
  }
  return [...new Set([...STARTS, ...found.values()])].sort();
}

/** The pages of a network and of its views. */
async function around(guest, networks) {
  const all = [];
  for (const network of networks) {
    await guest.open(`/netzwerke/${network}`);
    all.push(...(await links(guest.page)).filter((link) => WORK.test(link) && !FILE.test(link)));
  }
  return all;
}

for (const [person, least] of [["mira", 15], ["rag", 25]]) {
  test(`every kind of page of the work of networks, for ${person}`, async (t) => {
    const guest = await visitor(site.url, { person });
    const paths = await pages(guest, await around(guest, NETWORKS.slice(0, 3)));
    assert.ok(paths.length >= least, `only ${paths.length} kinds: ${paths.join(" ")}`);
    for (const path of paths) await t.test(path, () => examine(guest, path));
    await guest.close();
  });
}

test("what networks say together is read by everybody", async (t) => {
  const guest = await visitor(site.url);
  await guest.open("/positionen");
  const one = (await links(guest.page, "main")).find((link) => /^\/positionen\/\d+$/.test(link));
  assert.ok(one, "no position is published");
  for (const path of ["/positionen", one]) await t.test(path, () => examine(guest, path));
  await guest.close();
});

test("a question is asked on a phone without script, and an answer is read", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
  await guest.open("/netzwerke/rag-aachen");
  const list = (await links(guest.page)).find((link) => /^\/gremien\/\d+\/austausch$/.test(link));
  const page = await guest.open(`${list}/neu`);
  await page.locator("[name=title]").fill("Wer hat einen Leitfaden für Stellenausschreibungen?");
  await page.locator("[name=words]").fill("Wir schreiben zwei Stellen aus und suchen **gute** Beispiele.");
  await page.locator("main form button.kern-btn--primary").first().click();
  await page.getByRole("heading", { name: "Wer hat einen Leitfaden für Stellenausschreibungen?" }).waitFor();
  assert.equal(await page.locator("main strong", { hasText: "gute" }).count(), 1);
  guest.quiet();
  await guest.close();
});

test("a member contributes to a hearing on a phone without script", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
  await guest.open("/anhoerungen");
  const hearings = (await links(guest.page, "main")).filter((link) => /^\/anhoerungen\/\d+$/.test(link));
  assert.ok(hearings.length, "no hearing is listed");
  let way;
  for (const hearing of hearings) {
    await guest.open(hearing);
    way ??= (await links(guest.page, "main")).find((link) => /^\/anhoerungen\/\d+\/beitrag$/.test(link));
  }
  assert.ok(way, "no hearing takes contributions");
  const page = await guest.open(way);
  await page.locator("[name=point2]").fill("Die Mittel müssen auch für kleine Kommunen reichen.");
  await page.locator("[name=named][value=nein]").check();
  await page.locator("main form button.kern-btn--primary").first().click();
  await page.waitForURL(/\/anhoerungen\/\d+$/);
  await guest.open(way);
  assert.match(await page.locator("[name=point2]").inputValue(), /kleine Kommunen/);
  guest.quiet();
  await guest.close();
});

test("questions to parties and their answers are read by everybody and fit on paper", async (t) => {
  const guest = await visitor(site.url);
  await guest.open("/wahlpruefsteine");
  const one = (await links(guest.page, "main")).find((link) => /^\/wahlpruefsteine\/\d+$/.test(link));
  assert.ok(one, "no questions are published");
  for (const path of ["/wahlpruefsteine", one]) await t.test(path, () => examine(guest, path));
  const page = await guest.open(one);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 672, height: 1000 });
  const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(cut <= 0, `${cut} px are cut off on paper`);
  assert.match(await page.locator("main").innerText(), /keine Antwort/);
  await guest.close();
});
