// The site's pages, found by following its own links: numbers in paths are made anew with every world.

/** The networks of the demo, by the last part of their path. */
export const NETWORKS = [
  "ak-staedteregion",
  "rag-aachen",
  "frauennetzwerk",
  "lag-nrw",
  "staedtetag-nrw",
  "bag",
  "diversity",
  "lsbtiq-nrw",
  "lgbtqia-gleichstellung",
];

/** Kinds of pages that carry a number or a name in their path. */
export const KINDS = {
  picture: /^\/netzwerke\/[^/]+\/bild$/,
  body: /^\/netzwerke\/[^/]+\/gremien\/[^/]+$/,
  persons: /^\/netzwerke\/[^/]+\/personen$/,
  members: /^\/netzwerke\/[^/]+\/mitglieder$/,
  person: /^\/personen\/\d+$/,
  seat: /^\/sitze\/\d+$/,
  organisation: /^\/organisationen\/\d+$/,
};

/** Pages everybody may see. */
const OPEN = ["/", "/anmelden", "/suche?q=Aachen", "/suche?q=", "/netzwerke", "/impressum", "/datenschutz", "/barrierefreiheit", "/betrieb", "/demo", "/demo/post"];

/** The paths the current page links to, without fragment, each once. */
export async function links(page, within = "body") {
  // A link inside a picture has an address of another type, so the attribute is read.
  const found = await page.$$eval(`${within} a[href]`, (all) => all.map((one) => one.getAttribute("href")));
  const { origin } = new URL(page.url());
  const own = found.map((href) => new URL(href, page.url())).filter((href) => href.origin === origin);
  return [...new Set(own.map((href) => href.pathname + href.search))];
}

/** The address of this page in English, if it names one. */
async function english(page) {
  const found = await page.$$eval('link[rel="alternate"][hreflang="en"]', (all) => all.map((one) => one.href));
  return found.map((href) => new URL(href).pathname + new URL(href).search);
}

/**
 * The pages to look at for one visitor: the fixed ones, all networks, and of every kind the first `each` found by
 * following links two steps deep. Gives a sorted list of paths.
 */
export async function survey(guest, { fixed = OPEN, each = 2 } = {}) {
  const { page } = guest;
  const start = [...fixed, ...NETWORKS.map((slug) => `/netzwerke/${slug}`)];
  const chosen = new Set(start);
  const count = {};
  let ring = start;
  for (let step = 0; step < 3; step += 1) {
    const next = [];
    for (const path of ring) {
      await guest.open(path);
      for (const link of await links(page)) {
        const kind = Object.keys(KINDS).find((name) => KINDS[name].test(link));
        if (!kind || chosen.has(link) || (count[kind] ?? 0) >= each) continue;
        count[kind] = (count[kind] ?? 0) + 1;
        chosen.add(link);
        next.push(link);
      }
      if (!step) for (const link of await english(page)) chosen.add(link);
    }
    ring = next;
  }
  return { paths: [...chosen].sort(), count };
}

/** The first page of a kind that is linked from `from`, directly or over one page between. */
export async function findPage(guest, from, kind) {
  await guest.open(from);
  const near = await links(guest.page);
  const direct = near.find((link) => KINDS[kind].test(link));
  if (direct) return direct;
  const between = near.filter((link) => Object.values(KINDS).some((known) => known.test(link)));
  for (const path of between.slice(0, 12)) {
    await guest.open(path);
    const found = (await links(guest.page)).find((link) => KINDS[kind].test(link));
    if (found) return found;
  }
  throw new Error(`From ${from} no link leads to a page of the kind "${kind}"`);
}
