// Everything here is comfort. Each page works without it; no state lives in it, nothing is fetched.
(() => {
  'use strict';
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // Filters: a changed select sends its form. The visible button stays for keyboards that step through options:
  // only a choice made by pointer or confirmed by Enter counts, so arrow keys never throw anybody off the page.
  for (const form of all('form[data-autosubmit]')) {
    let byPointer = false;
    form.addEventListener('pointerdown', () => { byPointer = true; });
    form.addEventListener('keydown', (event) => { byPointer = event.key === 'Enter'; });
    form.addEventListener('change', (event) => {
      if (byPointer && event.target.matches('select, input[type=checkbox], input[type=radio]')) form.requestSubmit();
    });
  }

  // A form goes out once. Coming back by the back button, or an answer that is a file, frees it again.
  const free = (form) => {
    delete form.dataset.sent;
    for (const button of all('button', form)) button.removeAttribute('aria-disabled');
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = '1';
    for (const button of all('button', form)) button.setAttribute('aria-disabled', 'true');
    setTimeout(free, 8000, form);
  });
  addEventListener('pageshow', () => all('form[data-sent]').forEach(free));

  // After a refused form the summary takes the focus, so that it is read and seen first.
  const summary = document.querySelector('.errsum');
  if (summary) summary.focus();

  // Codes come out of mails with spaces, dashes and line ends.
  for (const field of all('input[data-code]')) {
    field.addEventListener('input', () => {
      const digits = field.value.replace(/\D/g, '').slice(0, 6);
      if (digits !== field.value) field.value = digits;
    });
  }

  // Rows on the phone are a table still: display:block takes that away in some browsers, roles give it back.
  const role = (element, name) => { if (!element.hasAttribute('role')) element.setAttribute('role', name); };
  for (const table of all('table.stackable')) {
    role(table, 'table');
    for (const part of all('thead, tbody, tfoot', table)) role(part, 'rowgroup');
    for (const row of all('tr', table)) role(row, 'row');
    for (const cell of all('td', table)) role(cell, 'cell');
    for (const head of all('th', table)) role(head, head.scope === 'row' ? 'rowheader' : 'columnheader');
  }

  // Paper has no fold to click. Browsers that know ::details-content need no help, older ones do.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('details:not([open])');
    for (const fold of opened) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
})();
