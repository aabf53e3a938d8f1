// Elections: the ballot on a phone, the board with two signatures, preparing one; and the pages around: rules, register,
// tasks, project groups, with axe in light and dark, by keyboard and without script.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { WIDTHS, endBrowser, visitor } from "../lib/browser.mjs";
import { examine, unfold } from "../lib/checks.mjs";
import { demo } from "../lib/demo.mjs";
import { walk } from "../lib/keyboard.mjs";
import { links } from "../lib/site.mjs";

const site = await demo();
after(async () => {
  await endBrowser();
  await site.stop();
});

const CHAIR = "Vorsitz im Vorstand";
const TIED = "Kreis Heinsberg im Gender-Mainstreaming-Ausschuss";

/** Where a network decides. */
async function decisions(guest, network) {
  await guest.open(`/netzwerke/${network}`);
  return (await links(guest.page)).find((link) => /\/entscheidungen$/.test(link));
}

/** The address of the vote with this title. */
async function voteOf(guest, network, title) {
  const page = await guest.open(await decisions(guest, network));
  const link = page.getByRole("link", { name: title, exact: false }).first();
  return new URL(await link.getAttribute("href"), page.url()).pathname;
}

/** Clicks a target that must be large enough for a finger. */
async function tapped(target) {
  const box = await target.boundingBox();
  assert.ok(box.height >= 44, `a target of ${box.height} px`);
  await target.click();
}

test("an election on a phone takes at most four taps, without script", async () => {
  const guest = await visitor(site.url, { person: "mira", width: WIDTHS.phone, script: false });
  const vote = await voteOf(guest, "frauennetzwerk", CHAIR);
  const page = await guest.open(vote);
  let taps = 0;
  const one = async (target) => {
    await tapped(target);
    taps += 1;
  };
  await one(page.getByRole("link", { name: "Zum Stimmzettel" }));
  await one(page.locator("label", { hasText: /^\s*1\. / }));
  await one(page.getByRole("button", { name: "Prüfen" }));
  await page.getByText("Sie stimmen so ab:").waitFor();
  await one(page.getByRole("button", { name: "Stimme abgeben" }));
  await page.getByText("Ihre Stimme ist abgegeben und zählt.").waitFor();
  assert.ok(taps <= 4, `${taps} taps`);
  guest.quiet();
  await guest.close();
});

test("the pages of elections, for who votes and for everybody else", async (t) => {
  const guest = await visitor(site.url, { person: "mira" });
  const [chair, tied] = [await voteOf(guest, "frauennetzwerk", CHAIR), await voteOf(guest, "rag-aachen", TIED)];
  const postponed = await voteOf(guest, "staedtetag-nrw", "Vorsitz der Konferenz");
  for (const path of [chair, `${chair}/stimmzettel`, `${chair}/kandidaturen`, `${chair}/wie-geheim`, tied, postponed]) {
    await t.test(path, () => examine(guest, path));
  }
  const page = await guest.open(tied);
  await page.getByText("das Los gezogen").waitFor();
  assert.match(await (await guest.open(postponed)).locator("main").innerText(), /nicht beschlussfähig/);
  await guest.close();
  // Nobody outside sees an election of the members.
  const stranger = await visitor(site.url);
  await stranger.open(chair, 404);
  await stranger.close();
});

test("the two rounds of a tie lead to each other, and the protocol is there", async () => {
  const guest = await visitor(site.url, { person: "mira" });
  const vote = await voteOf(guest, "rag-aachen", TIED);
  await guest.open(vote);
  const all = await links(guest.page, "main");
  assert.ok(all.some((link) => /\/niederschrift\/pdf$/.test(link)), "no protocol");
  assert.ok(all.some((link) => /^\/wahlen\/\d+$/.test(link) && link !== vote), "the other round is not linked");
  await guest.close();
});

test("preparing an election by keyboard, and it is refused with the form kept", async (t) => {
  const guest = await visitor(site.url, { person: "rag" });
  await guest.open(await decisions(guest, "rag-aachen"));
  const path = (await links(guest.page, "main")).find((link) => /\/waehlen$/.test(link));
  const page = await guest.open(path);
  const committee = page.getByRole("link", { name: "Gender-Mainstreaming-Ausschuss" }).first();
  const form = new URL(await committee.getAttribute("href"), page.url());
  await t.test(path, () => examine(guest, form.pathname + form.search));
  await page.goto(form.href);
  await page.getByLabel("Was wird gewählt?").focus();
  await page.keyboard.type("Vertretungen im Ausschuss");
  await page.getByRole("button", { name: "Weiter" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Was wird gewählt?").inputValue(), "Vertretungen im Ausschuss");
  await guest.close();
});

test("a keeper prepares an election, two of its board release it, then it is announced and given up", async () => {
  const guest = await visitor(site.url, { person: "rag" });
  await guest.open(await decisions(guest, "rag-aachen"));
  let page = await guest.open((await links(guest.page, "main")).find((link) => /\/waehlen$/.test(link)));
  await page.getByRole("link", { name: "Gender-Mainstreaming-Ausschuss" }).first().click();
  await page.getByLabel("Was wird gewählt?").fill("Probe: Sitz der Stadt Aachen");
  await page.locator("input[name=seats]").first().check();
  // The seat is taken until then.
  await page.getByLabel("Beginn der Amtszeit").fill("2028-03-12");
  await page.getByLabel("Fundstelle der Wahlordnung").fill("Geschäftsordnung § 8");
  await page.locator("select[name=board]").selectOption({ label: "Kowalski, Mira" });
  await page.locator("select[name=board2]").selectOption({ label: "Morgenweid, Fenna" });
  await Promise.all([page.waitForURL(/\/leiten$/), page.getByRole("button", { name: "Weiter" }).click()]);
  const lead = new URL(page.url()).pathname;
  const board = lead.replace(/leiten$/, "wahlvorstand");
  // Without two signatures nobody is offered to announce it.
  page = await guest.open(lead);
  assert.equal(await page.getByRole("button", { name: "Ankündigen" }).count(), 0);
  for (const person of ["mira", "neu"]) {
    const member = await visitor(site.url, { person, width: WIDTHS.phone, script: false });
    const own = await member.open(board);
    await tapped(own.getByRole("button", { name: "Wahl freigeben" }));
    await own.waitForLoadState();
    member.quiet();
    await member.close();
  }
  page = await guest.open(lead);
  await page.getByRole("button", { name: "Ankündigen" }).click();
  await page.getByText("Angekündigt.").waitFor();
  // Whoever is not on the board does not get there.
  await guest.open(board, 404);
  page = await guest.open(lead);
  await page.getByLabel("Grund").last().fill("Ein Versehen.");
  await page.getByRole("button", { name: "Aufgeben" }).click();
  await page.getByText("Aufgegeben.").waitFor();
  await guest.close();
});

test("rules, register, tasks and a project group: axe, keyboard, no sideways scrolling", async (t) => {
  const guest = await visitor(site.url, { person: "rag" });
  const home = await decisions(guest, "rag-aachen");
  await guest.open(home);
  const near = await links(guest.page, "main");
  const rules = near.find((link) => /\/regeln$/.test(link));
  const register = near.find((link) => /\/beschluesse$/.test(link));
  assert.ok(rules && register, near.join(" "));
  await guest.open(rules);
  const inside = await links(guest.page, "main");
  const change = inside.find((link) => /\/aendern\/quorum\.need$/.test(link));
  const compare = inside.find((link) => /\/vergleichen$/.test(link));
  await guest.open(register);
  const resolution = (await links(guest.page, "main")).find((link) => /\/beschluesse\/\d+$/.test(link));
  const group = "/netzwerke/rag-aachen/gremien/regionalkonferenz";
  const all = [home, rules, `${rules}/aendern`, change, compare, register, resolution, "/aufgaben", group];
  for (const path of all.filter(Boolean)) await t.test(path, () => examine(guest, path));
  for (const path of [rules, register, "/aufgaben", group]) {
    await t.test(`${path} by keyboard`, async () => {
      const page = await guest.open(path);
      await unfold(page);
      const { stops, missed } = await walk(page);
      assert.ok(stops.length >= 5);
      assert.deepEqual(stops.filter((stop) => stop.hidden || !stop.ring).map((stop) => stop.what), []);
      assert.deepEqual(missed, []);
    });
  }
  await guest.close();
});

test("a task is done and opened again without script", async () => {
  const guest = await visitor(site.url, { person: "mira", script: false, width: WIDTHS.phone });
  const page = await guest.open("/aufgaben");
  const before = await page.getByRole("button", { name: /Erledigt/ }).count();
  assert.ok(before > 0, "nothing to do");
  await page.getByRole("button", { name: /Erledigt/ }).first().click();
  const again = page.getByRole("button", { name: /öffnen/i }).first();
  await again.waitFor();
  await again.click();
  await page.waitForLoadState();
  assert.equal(await page.getByRole("button", { name: /Erledigt/ }).count(), before);
  guest.quiet();
  await guest.close();
});
