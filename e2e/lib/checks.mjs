// What every page must pass: axe, no sideways scrolling, named parts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { WIDTHS } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Opens every `details`, so that what is folded away is checked too. */
export async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
}

/**
 * Demands that axe finds nothing: its default rules (which include its best practices) and the size of targets
 * (WCAG 2.2, 2.5.8), which axe leaves off.
 */
export async function axe(page, where) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, {
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    return {
      passes: passes.length,
      violations: violations.map(({ id, impact, help, nodes }) => ({
        id,
        impact,
        help,
        nodes: nodes.map(({ target, html, any, all, none }) => ({
          target: target.flat().join(" "),
          html,
          why: [...any, ...all, ...none].map((check) => check.message),
        })),
      })),
    };
  });
  assert.ok(found.passes > 5, `${where}: axe looked at next to nothing (${found.passes} rules applied)`);
  assert.equal(found.violations.length, 0, `${where}: axe found\n${found.violations.map(readable).join("\n")}`);
}

function readable({ id, impact, help, nodes }) {
  const shown = nodes.slice(0, 5).map(({ target, html, why }) => `    ${target}\n      ${html.slice(0, 160)}\n      ${why.join("; ").slice(0, 300)}`);
  const more = nodes.length > 5 ? [`    and ${nodes.length - 5} more`] : [];
  return [`  ${id} (${impact}, ${nodes.length}×): ${help}`, ...shown, ...more].join("\n");
}

/** Demands that nothing is wider than the window. */
export async function noOverflow(page, where) {
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const scrolls = (one) => {
      for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== "visible") return true;
      }
      return false;
    };
    // A thing's own text may stick out of its box, so the end of its text counts as well.
    const end = (one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      return Math.max(one.getBoundingClientRect().right, words.getBoundingClientRect().right);
    };
    const culprits = [...document.body.querySelectorAll("*")]
      .filter((one) => end(one) > root.clientWidth + 1 && !scrolls(one))
      .map((one) => `    to ${Math.round(end(one))} px: ${one.outerHTML.slice(0, 100).replace(/\s+/g, " ")}`);
    // The innermost come last in the document and say most.
    return { has: root.clientWidth, needs: root.scrollWidth, culprits: culprits.slice(-6) };
  });
  if (wide) assert.fail(`${where}: is ${wide.needs} px wide in a window of ${wide.has} px\n${wide.culprits.join("\n")}`);
}

/** Demands one h1, a title, a language and a main part. */
export async function frame(page, where) {
  const found = await page.evaluate(() => ({
    h1: [...document.querySelectorAll("h1")].filter((one) => one.textContent.trim()).length,
    main: document.querySelectorAll("main").length,
    title: document.title.trim().length > 0,
    language: document.documentElement.lang,
  }));
  assert.equal(found.h1, 1, `${where}: one h1`);
  assert.equal(found.main, 1, `${where}: one main`);
  assert.ok(found.title, `${where}: a title`);
  assert.equal(found.language, new URL(page.url()).pathname.match(/^\/en(\/|$)/) ? "en" : "de", `${where}: language`);
}

/** All checks of one page in one visit: only window and colours change between them. */
export async function examine(guest, path, status = 200) {
  const page = await guest.open(path, status);
  await unfold(page);
  await frame(page, path);
  for (const width of [WIDTHS.desk, WIDTHS.phone]) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      await axe(page, `${path} (${scheme}, ${width} px)`);
    }
  }
  await page.setViewportSize({ width: WIDTHS.narrow, height: 900 });
  await noOverflow(page, `${path} (320 px)`);
  guest.quiet(path);
}
