// Letters that come in, and what people write: whatever is tried in words, subjects and HTML letters, the browser runs nothing of
// it; an answer by plain mail lands in its thread; the pages about waiting letters pass axe.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { endBrowser, visitor, WIDTHS } from "../lib/browser.mjs";
import { examine } from "../lib/checks.mjs";
import { demoWith } from "../lib/demo.mjs";
import { links } from "../lib/site.mjs";
import { groups, vectors } from "../lib/vectors.mjs";

const folder = mkdtempSync(join(tmpdir(), "geflecht-mail-"));
const socket = join(folder, "lmtp");
const site = await demoWith({
  GEFLECHT_MAIL_HOST: "127.0.0.1",
  GEFLECHT_MAIL_SECURITY: "none",
  GEFLECHT_MAIL_FROM: "netz@example.org",
  GEFLECHT_MAIL_ANSWERS: "antwort@example.org",
  GEFLECHT_MAIL_AUTHSERV: "mx.example.org",
  GEFLECHT_MAIL_SOCKET: socket,
});
after(async () => {
  await endBrowser();
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Mira's address, as the mail server in front knows it. */
const MIRA = "mira.kowalski@aachen.example.org";

/** Hands letters over as the mail server does; gives the code of each answer behind the letters. */
function deliver(to, letters) {
  return new Promise((done, fail) => {
    const stream = connect(socket);
    const codes = [];
    let heard = "";
    const says = ["LHLO mail.example.org"];
    for (const letter of letters) {
      const lines = letter.replaceAll("\r\n", "\n").split("\n").map((line) => (line.startsWith(".") ? `.${line}` : line));
      says.push("MAIL FROM:<x@example.org>", `RCPT TO:<${to}>`, "DATA", `${lines.join("\r\n")}\r\n.`);
    }
    says.push("QUIT");
    let next = 0;
    stream.on("data", (bytes) => {
      heard += bytes;
      for (;;) {
        const end = heard.search(/^\d{3} .*\r\n/m);
        if (end < 0) return;
        const line = heard.slice(end).split("\r\n")[0];
        heard = heard.slice(end + line.length + 2);
        if (says[next - 1]?.endsWith("\r\n.")) codes.push(line.slice(0, 3));
        if (next < says.length) stream.write(`${says[next++]}\r\n`);
      }
    });
    stream.on("error", fail);
    stream.on("close", () => done(codes));
  });
}

const head = (subject, more) =>
  `Authentication-Results: mx.example.org; dkim=pass header.d=aachen.example.org\nFrom: Mira <${MIRA}>\nMessage-ID: <${subject.replace(/\W/g, "")}@mail.example.org>\nSubject: ${subject}\nMIME-Version: 1.0\n${more}`;

/** The address under /gremien where the members of a network write. */
async function exchange(guest) {
  await guest.open("/netzwerke/ak-staedteregion");
  const found = (await links(guest.page)).find((one) => /^\/gremien\/\d+\/austausch$/.test(one));
  assert.ok(found, "the network has a page for exchange");
  return found;
}

/** Demands that nothing ran and that nothing but words and the known tags stands in contributions. */
async function harmless(guest, where) {
  const page = guest.page;
  // What waits for the mouse or the keyboard gets both.
  for (const one of await page.locator(".prose a").all()) await one.focus();
  const seen = await page.evaluate(() => ({
    hit: window.__hit ?? 0,
    tags: [...document.querySelectorAll(".prose *")].map((one) => one.localName),
    acts: [...document.querySelectorAll("main *")].flatMap((one) => [...one.attributes]).filter((a) => /^on|^style$/i.test(a.name)).length,
    leads: [...document.querySelectorAll(".prose a")].map((one) => one.protocol),
  }));
  assert.equal(seen.hit, 0, `${where}: something ran`);
  assert.equal(seen.acts, 0, `${where}: an attribute acts`);
  const known = ["p", "br", "strong", "em", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a"];
  assert.deepEqual([...new Set(seen.tags)].filter((tag) => !known.includes(tag)), [], `${where}: unknown tags`);
  assert.deepEqual([...new Set(seen.leads)].filter((one) => !["http:", "https:", "mailto:"].includes(one)), [], `${where}: links`);
  guest.quiet(where);
}

test("more than five hundred tricks in contributions and in letters run nothing", async () => {
  assert.ok(vectors.length >= 500, `${vectors.length} vectors`);
  const guest = await visitor(site.url, { person: "mira" });
  let dialogs = 0;
  guest.page.on("dialog", (dialog) => {
    dialogs += 1;
    return dialog.dismiss();
  });
  const list = await exchange(guest);
  const body = list.match(/\d+/)[0];
  const all = groups();
  // On the page, as Markdown; forms take no NUL.
  for (const [at, group] of all.entries()) {
    const page = await guest.open(`${list}/neu`);
    await page.locator("[name=title]").fill(`Versuch ${at} ${group[0].replace(/[\0\t\n]/g, " ").slice(0, 60)}`);
    await page.locator("[name=words]").fill(group.join("\n\n").replaceAll("\0", ""));
    await Promise.all([page.waitForEvent("load"), page.locator("main form button.kern-btn--primary").last().click()]);
    assert.match(page.url(), /\/austausch\/\d+$/, `contribution ${at}: ${(await page.locator("main").innerText()).slice(0, 400)}`);
    await harmless(guest, `contribution ${at}`);
  }
  // As answers, on a page and by name of a file that is none.
  const thread = new URL(guest.page.url()).pathname;
  for (const [at, group] of all.entries()) {
    const page = await guest.open(thread);
    await page.locator("form [name=words]").fill(group.join("\n\n").replaceAll("\0", ""));
    await Promise.all([page.waitForEvent("load"), page.locator("button[name=tat][value=antworten]").click()]);
    await harmless(guest, `answer ${at}`);
  }
  // As letters of HTML and of words, with the trick in the subject, too.
  const letters = all.flatMap((group, at) => [
    `${head(`HTML ${at} ${group[1].replace(/[\0\t\n\r]/g, " ").slice(0, 60)}`, "Content-Type: text/html; charset=utf-8\n\n")}<html><body>${group.join("<p>Wort</p>\n")}</body></html>`,
    `${head(`Text ${at}`, "Content-Type: text/plain; charset=utf-8\n\n")}Wort\n\n${group.join("\n\n")}`,
  ]);
  const codes = [];
  for (let from = 0; from < letters.length; from += 50) codes.push(...(await deliver(`antwort+an-${body}@example.org`, letters.slice(from, from + 50))));
  assert.deepEqual([...new Set(codes)], ["250"]);
  const threads = new Set();
  for (let number = 1; number < 12; number += 1) {
    await guest.open(`${list}?seite=${number}`);
    await harmless(guest, `list ${number}`);
    const before = threads.size;
    for (const one of await links(guest.page, "main")) if (/^\/austausch\/\d+$/.test(one)) threads.add(one);
    if (threads.size === before) break;
  }
  let letter = 0;
  for (const path of threads) {
    const page = await guest.open(path);
    if (/^(HTML|Text) /.test(await page.locator("h1").innerText())) letter += 1;
    await harmless(guest, path);
  }
  assert.ok(letter >= all.length, `${letter} threads of letters for ${all.length} groups`);
  assert.equal(dialogs, 0);
  await guest.close();
});

test("a letter nobody can prove waits, and its pages are for everybody", async () => {
  const guest = await visitor(site.url, { person: "ak" });
  const list = await exchange(guest);
  const body = list.match(/\d+/)[0];
  const forged = `From: fremd@anderswo.example.org\nSubject: Hallo\nMessage-ID: <f@x.example.org>\n\nIch bin neu.`;
  assert.deepEqual(await deliver(`antwort+an-${body}@example.org`, [forged]), ["250"]);
  for (const width of [WIDTHS.desk, WIDTHS.phone]) {
    const keeper = await visitor(site.url, { person: "ak", width });
    await keeper.open(`/gremien/${body}/briefe`);
    assert.match(await keeper.page.locator("main").innerText(), /fremd@anderswo\.example\.org/);
    await examine(keeper, `/gremien/${body}/briefe`);
    await keeper.close();
  }
  await guest.close();
});
