// The keyboard: where Tab leads, and whether one sees it.

/**
 * Presses Tab once and says where the focus is, or null when it left the page.
 *
 * A ring is an outline or a shadow of at least 2 px on the thing itself, on its label or on the next thing to it (a
 * styled check box). Hidden means that no point of it can be seen (WCAG 2.2, 2.4.11).
 */
export async function tab(page) {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const strong = (thing) => {
      if (!thing) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(thing);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || /(^|\s)([2-9]|\d\d)(\.\d+)?px/.test(boxShadow);
    };
    const box = one.getBoundingClientRect();
    const seen = [0.5, 0.1, 0.9].some((x) =>
      [0.5, 0.1, 0.9].some((y) => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top && (one.contains(top) || top.contains(one) || top.closest("label")?.control === one);
      }),
    );
    one.dataset.reached = "";
    return {
      what: `${one.tagName.toLowerCase()} „${(one.innerText ?? one.value ?? "").trim().slice(0, 40) || one.getAttribute("aria-label") || one.name}“`,
      href: one.getAttribute("href"),
      inMain: Boolean(one.closest("main")),
      acts: one.matches("a[href], button, input, select, textarea, summary"),
      ring: [one, one.labels?.[0], one.nextElementSibling, one.parentElement].some(strong),
      hidden: !seen,
    };
  });
}

/** Tabs through the whole page: every stop, and every visible control that was never reached. */
export async function walk(page, most = 600) {
  const stops = [];
  for (let stop = await tab(page); stop && stops.length < most; stop = await tab(page)) stops.push(stop);
  const missed = await page.evaluate(() => {
    const controls = "a[href], button:not([disabled]), input:not([type=hidden], [disabled]), select, textarea, summary";
    return [...document.querySelectorAll(controls)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !("reached" in one.dataset))
      // Of a group of radio buttons only one is a stop, by design.
      .filter((one) => !(one.type === "radio" && document.querySelector(`input[name="${CSS.escape(one.name)}"][data-reached]`)))
      .map((one) => one.outerHTML.slice(0, 120));
  });
  return { stops, missed };
}
