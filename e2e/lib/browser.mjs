// The browser and its visitors. A visitor is one context with one page and a list of everything that went wrong.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { request } from "node:http";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** The widths every page must carry, in CSS pixels. */
export const WIDTHS = { narrow: 320, phone: 390, tablet: 768, desk: 1280 };

let browser;

/** The one browser of this process. */
async function launched() {
  browser ??= await chromium.launch({
    executablePath: executable(),
    // Chromium's sandbox refuses root; elsewhere it stays on.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-dev-shm-usage", "--force-color-profile=srgb", "--font-render-hinting=none"],
  });
  return browser;
}

/** Ends the browser of this process; for `after`. */
export async function endBrowser() {
  await browser?.close();
  browser = undefined;
}

/**
 * A new visitor of the site at `url`.
 *
 * width, height: CSS pixels. scheme: "light" or "dark". script: whether scripts run. person: slug of a persona to be
 * signed in as. language: what the browser asks for.
 */
export async function visitor(
  url,
  { width = WIDTHS.desk, height = width < 700 ? 844 : 900, scheme = "light", script = true, person, language = "de-DE" } = {},
) {
  const context = await (
    await launched()
  ).newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    javaScriptEnabled: script,
    locale: language,
    timezoneId: "Europe/Berlin",
  });
  if (person) await signIn(context, url, person);
  const page = await context.newPage();
  const trouble = watch(page, url);
  return {
    context,
    page,
    /** Opens a path and demands a status. */
    async open(path, status = 200) {
      // A page that is meant to be refused is no trouble, yet the browser's console calls it an error.
      trouble.expected = status === 200 ? undefined : status;
      const answer = await page.goto(path);
      assert.equal(answer.status(), status, `${path}: status`);
      return page;
    },
    /** Demands that nothing went wrong since the last call. */
    quiet(where) {
      const found = trouble.list.splice(0);
      assert.deepEqual(found, [], `${where ?? page.url()}: the browser complains`);
    },
    close: () => context.close(),
  };
}

/** Signs the context in as a persona, as the page /demo does it. */
export async function signIn(context, url, person) {
  const answer = await send(`${url}/demo/anmelden`, { origin: url }, new URLSearchParams({ person }));
  const cookies = answer.cookies.map((line) => cookieOf(line, new URL(url).hostname));
  if (answer.status >= 400 || cookies.length === 0) {
    throw new Error(`signing in as ${person}: status ${answer.status}, ${cookies.length} cookies\n${answer.text.slice(0, 500)}`);
  }
  await context.addCookies(cookies);
}

/** Posts a form. Not with `fetch`: in Debian's Node 18 that cannot tell several cookies apart. */
function send(address, headers, form) {
  return new Promise((done, fail) => {
    const body = form.toString();
    const length = Buffer.byteLength(body);
    const asking = request(address, {
      method: "POST",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded", "content-length": length },
    });
    asking.once("error", fail).once("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.once("end", () => done({ status: answer.statusCode, cookies: answer.headers["set-cookie"] ?? [], text }));
    });
    asking.end(body);
  });
}

/** A Set-Cookie line in the browser's own terms. */
function cookieOf(line, domain) {
  const [pair, ...attributes] = line.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const named = new Map(
    attributes.map((text) => {
      const [key, ...value] = text.split("=");
      return [key.toLowerCase(), value.join("=")];
    }),
  );
  const sameSite = { strict: "Strict", none: "None" }[named.get("samesite")?.toLowerCase()] ?? "Lax";
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    domain,
    path: named.get("path") ?? "/",
    secure: named.has("secure"),
    httpOnly: named.has("httponly"),
    sameSite,
  };
}

/** Collects what must never happen: errors in the console (the CSP speaks there), thrown errors, 5xx, foreign hosts. */
function watch(page, url) {
  const trouble = { list: [], expected: undefined };
  const own = new URL(url).origin;
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const text = message.text();
    if (trouble.expected && text.includes(`status of ${trouble.expected}`)) return;
    trouble.list.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => trouble.list.push(`script: ${error.message}`));
  page.on("response", (answer) => {
    if (answer.status() >= 500 && answer.status() !== trouble.expected) trouble.list.push(`${answer.status()}: ${answer.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (["http:", "https:"].includes(protocol) && origin !== own) trouble.list.push(`foreign host: ${request.url()}`);
  });
  return trouble;
}

/** GEFLECHT_CHROMIUM, else what PATH leads to. */
function executable() {
  if (process.env.GEFLECHT_CHROMIUM) return process.env.GEFLECHT_CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error("No Chromium is here. Please type: cargo xtask tools");
}
