// Takes the pictures of the handbook: `node shots.mjs FOLDER [NAME …]`.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { endBrowser, visitor, WIDTHS } from "./lib/browser.mjs";
import { demo, personas } from "./lib/demo.mjs";
import { findPage, links } from "./lib/site.mjs";

/** Who is in the pictures: the first persona, the officer with many hats. */
const OFFICER = 0;

/**
 * What is taken. path: the page; or from and kind: the first page of that kind linked there; or from and ways: each way in
 * turn is the last link of the page that fits, named is the words of one more link, and add is put behind the address.
 * as: index or name of a persona, else
 * nobody is signed in. Each is taken in every one of LOOKS.
 */
const SHOTS = [
  { name: "start-oeffentlich", path: "/" },
  { name: "start", path: "/", as: OFFICER },
  { name: "anmelden", path: "/anmelden" },
  { name: "netzwerk", path: "/netzwerke/rag-aachen" },
  { name: "bild", path: "/netzwerke/rag-aachen/bild" },
  { name: "gremium", from: "/netzwerke/rag-aachen", kind: "body", as: OFFICER },
  { name: "mitglieder", path: "/netzwerke/diversity/mitglieder", as: OFFICER },
  { name: "person", from: "/netzwerke/rag-aachen/personen", kind: "person", as: OFFICER },
  { name: "organisation", from: "/netzwerke/frauennetzwerk/mitglieder", kind: "organisation" },
  { name: "freigaben", path: "/konto/freigaben", as: OFFICER },
  { name: "suche", path: "/suche?q=Aachen", as: OFFICER },
  { name: "gruenden", path: "/netzwerke/gruenden", as: "betrieb" },
  { name: "verwalten", from: "/netzwerke/ak-staedteregion", ways: [/\/verwalten$/], as: "ak" },
  { name: "einlesen", path: "/netzwerke/rag-aachen/einlesen", as: "rag" },
  { name: "uebergabe", from: "/netzwerke/rag-aachen/mitglieder", ways: [/^\/organisationen\/\d+$/, /\/uebergabe$/], add: "?bis=2027-03-31", as: "rag" },
  { name: "beitreten", path: "/netzwerke/lsbtiq-nrw/beitreten" },
  { name: "aufgaben", path: "/aufgaben", as: OFFICER },
  { name: "abstimmung", from: "/netzwerke/rag-aachen", ways: [/\/entscheidungen$/], named: "Geben wir uns das neue Leitbild?", add: "/stimmzettel", as: OFFICER },
  { name: "wahl", from: "/netzwerke/rag-aachen", ways: [/\/entscheidungen$/], named: "Kreis Heinsberg im Gender-Mainstreaming-Ausschuss", as: OFFICER },
  { name: "regeln", from: "/netzwerke/rag-aachen", ways: [/\/entscheidungen$/, /\/regeln$/] },
  { name: "beschluesse", from: "/netzwerke/rag-aachen", ways: [/\/entscheidungen$/, /\/beschluesse$/] },
  { name: "termine", path: "/termine", as: OFFICER },
  { name: "termin", from: "/termine", ways: [], named: "Jahreskonferenz", as: OFFICER },
  { name: "tagesordnung", from: "/termine", ways: [], named: "Jahreskonferenz", add: "/tagesordnung", as: "rag" },
  { name: "sitzung", from: "/termine", ways: [], named: "Ausschusssitzung im November", add: "/live", as: OFFICER },
  { name: "terminabstimmung", from: "/termine", ways: [/^\/terminabstimmungen\/\d+$/], as: OFFICER },
  { name: "protokoll", from: "/netzwerke/rag-aachen", ways: [/^\/gremien\/\d+\/termine$/, /\/protokolle$/, /\/protokoll$/], as: OFFICER },
  { name: "geraete", path: "/konto/geraete", as: OFFICER },
  { name: "eingang", path: "/eingang", as: OFFICER },
  { name: "austausch", path: "/austausch", as: OFFICER },
  { name: "gespraech", from: "/austausch", ways: [], named: "Wer hat Erfahrung mit anonymen Bewerbungen?", as: OFFICER },
  { name: "termin", from: "/termine", ways: [], named: "Wintertreffen", as: OFFICER },
  { name: "sitzung", from: "/termine", ways: [], named: "Ausschusssitzung im November", add: "/live", as: OFFICER },
  { name: "protokoll", from: "/termine?zeigen=vergangen", ways: [], named: "Frühjahrstreffen der Regionalen AG", add: "/protokoll", as: OFFICER },
  { name: "terminabstimmung", from: "/termine", ways: [/^\/terminabstimmungen\/\d+$/], as: OFFICER },
  { name: "positionen", path: "/positionen" },
  { name: "position", from: "/positionen", ways: [], named: "Frauenhäuser bundesweit sichern" },
  { name: "anhoerung", from: "/anhoerungen", ways: [], named: "Entwurf der Förderrichtlinie Strukturwandel", as: OFFICER },
  { name: "mandate", path: "/mandate", as: OFFICER },
  { name: "vorbereitung", from: "/mandate", ways: [], named: "Wintersitzung", as: OFFICER },
  { name: "ketten", from: "/mandate", ways: [/^\/mandate\/personen\/\d+$/], as: OFFICER },
];

const LOOKS = {
  light: { width: WIDTHS.desk, height: 900, scheme: "light" },
  dark: { width: WIDTHS.desk, height: 900, scheme: "dark" },
  phone: { width: WIDTHS.phone, height: 844, scheme: "light" },
};

/** The address reached by going on from page to page. */
async function follow(guest, { from, ways, named, add = "" }) {
  let path = from;
  for (const way of ways) {
    await guest.open(path);
    path = (await links(guest.page)).filter((link) => way.test(link)).at(-1);
    if (!path) throw new Error(`From ${from} nothing leads to ${way}`);
  }
  if (named) {
    const page = await guest.open(path);
    const link = page.getByRole("link", { name: named }).first();
    path = new URL(await link.getAttribute("href"), page.url()).pathname;
  }
  return path + add;
}

const [folder, ...names] = process.argv.slice(2);
const stranger = names.find((name) => !SHOTS.some((shot) => shot.name === name));
if (!folder || stranger) {
  console.error(stranger ? `There is no picture "${stranger}".` : "Which folder? node shots.mjs FOLDER [NAME …]");
  console.error(`Pictures: ${SHOTS.map((shot) => shot.name).join(", ")}`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });

const site = await demo();
try {
  const cast = personas();
  for (const shot of SHOTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const person = typeof shot.as === "number" ? cast[shot.as].slug : shot.as;
    for (const look of Object.keys(LOOKS)) {
      const guest = await visitor(site.url, { ...LOOKS[look], person });
      const path = shot.path ?? (shot.ways ? await follow(guest, shot) : await findPage(guest, shot.from, shot.kind));
      const page = await guest.open(path);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = join(resolve(folder), `${shot.name}-${look}.png`);
      // Still pictures: motion is off by the visitor's wish; Playwright's own way would inject a style the CSP refuses.
      await page.screenshot({ path: file, caret: "initial", scale: "css" });
      guest.quiet(path);
      console.log(`${path} → ${file}`);
      await guest.close();
    }
  }
} finally {
  await endBrowser();
  await site.stop();
}
