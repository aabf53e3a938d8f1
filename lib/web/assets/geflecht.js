// Everything here is comfort. Each page works without it; nothing but a draft in this tab lives in it. Only a challenge for this device, what pasted lists read as, and
// parts of an open page are fetched.
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

  // What is typed into a long form stays in this tab until it is saved: a reload or a lost net loses nothing. Another
  // version on the server, sending it, or signing out ends it.
  for (const form of all('form[data-keeps]')) {
    const key = `g-${form.dataset.keeps}`;
    const version = form.elements.version ? form.elements.version.value : '';
    const fields = all('textarea, input[type=checkbox]', form);
    try {
      const kept = JSON.parse(sessionStorage.getItem(key));
      if (kept && kept.version === version && kept.values.length === fields.length && !summary) {
        fields.forEach((field, at) => {
          if (field.type === 'checkbox') field.checked = kept.values[at]; else field.value = kept.values[at];
        });
        const says = form.querySelector('[data-kept]');
        says.textContent = says.dataset.kept;
      } else {
        sessionStorage.removeItem(key);
      }
    } catch { /* No storage: the button for the draft is there. */ }
    form.addEventListener('input', () => {
      const values = fields.map((field) => (field.type === 'checkbox' ? field.checked : field.value));
      try { sessionStorage.setItem(key, JSON.stringify({ version, values })); } catch { /* As before. */ }
    });
    form.addEventListener('submit', () => { if (navigator.onLine) sessionStorage.removeItem(key); });
  }
  for (const form of all('form[action$="/konto/ausloggen"]')) {
    form.addEventListener('submit', () => sessionStorage.clear());
  }

  // Rows are drawn to another place by their grip; the buttons beside them do the same. Where a row is let go, a form goes out.
  for (const list of all('[data-draw]')) {
    const form = document.getElementById(list.dataset.draw);
    let drawn = null;
    let home = null;
    for (const row of form ? all('[data-draws]', list) : []) {
      const grip = document.createElement('span');
      grip.className = 'grip';
      grip.setAttribute('aria-hidden', 'true');
      row.querySelector('h3').prepend(grip);
      grip.addEventListener('pointerdown', () => { row.draggable = true; });
      grip.addEventListener('pointerup', () => { row.draggable = false; });
      row.addEventListener('dragstart', (event) => {
        [drawn, home] = [row, row.nextElementSibling];
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        row.classList.add('drawn');
      });
      row.addEventListener('dragend', () => {
        if (drawn) list.insertBefore(row, home);
        drawn = null;
        row.draggable = false;
        row.classList.remove('drawn');
      });
    }
    list.addEventListener('dragover', (event) => {
      if (!drawn) return;
      event.preventDefault();
      const over = event.target.closest('[data-item]');
      if (!over || over === drawn) return;
      const box = over.getBoundingClientRect();
      over[event.clientY > box.top + box.height / 2 ? 'after' : 'before'](drawn);
    });
    list.addEventListener('drop', (event) => {
      if (!drawn) return;
      event.preventDefault();
      const next = drawn.nextElementSibling;
      form.elements.punkt.value = drawn.dataset.item;
      form.elements.vor.value = next ? next.dataset.item : '';
      drawn = null;
      form.requestSubmit();
    });
  }

  // Codes come out of mails with spaces, dashes and line ends.
  for (const field of all('input[data-code]')) {
    field.addEventListener('input', () => {
      const digits = field.value.replace(/\D/g, '').slice(0, 6);
      if (digits !== field.value) field.value = digits;
    });
  }

  // Pasted from a word processor: the house says how its lists are written here. Whatever goes wrong, the plain words come in.
  for (const field of all('textarea[data-paste]')) {
    field.addEventListener('paste', (event) => {
      const html = event.clipboardData.getData('text/html');
      if (!/<li|mso-list/i.test(html) || html.length > 1000000) return;
      event.preventDefault();
      const plain = event.clipboardData.getData('text/plain');
      const body = new FormData();
      body.append('html', html);
      fetch(field.dataset.paste, { method: 'POST', body }).then((reply) => (reply.ok && !reply.redirected ? reply.text() : plain), () => plain)
        .then((text) => field.setRangeText(text || plain, field.selectionStart, field.selectionEnd, 'end'));
    });
  }

  // Remembered devices (Web Authentication). The challenge counts once; what the device answers goes out as a plain form.
  const devices = all('form[data-passkey]').filter((form) => form.dataset.origin === location.origin);
  if (devices.length && window.PublicKeyCredential && isSecureContext) {
    const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const text = (buffer) => (buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : '');
    const keys = (ids) => ids.map((id) => ({ type: 'public-key', id: bytes(id) }));
    let waiting;
    let busy = false;
    const ask = async (form, mediation) => {
      const reply = await fetch(form.dataset.begin, { method: 'POST' });
      const said = await reply.json();
      if (waiting) waiting.abort();
      waiting = new AbortController();
      const { signal } = waiting;
      const common = { challenge: bytes(said.challenge), timeout: 300000, userVerification: 'required' };
      const made = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ signal, publicKey: { ...common,
          rp: { id: said.host, name: said.site },
          user: { id: bytes(said.handle), name: said.name, displayName: said.shown },
          pubKeyCredParams: said.algorithms.map((alg) => ({ type: 'public-key', alg })),
          excludeCredentials: keys(said.known), attestation: 'none',
          authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' } } })
        : await navigator.credentials.get({ signal, mediation, publicKey: { ...common,
          rpId: said.host, allowCredentials: keys(said.known) } });
      const { response } = made;
      const fields = { nummer: made.rawId, browser: response.clientDataJSON, unterschrift: response.signature,
        geraet: response.attestationObject || response.authenticatorData, kennung: response.userHandle };
      for (const [name, value] of Object.entries(fields)) form.elements[name].value = text(value);
      if (said.handle) form.elements.kennung.value = said.handle;
      form.submit();
    };
    for (const form of devices) {
      form.hidden = false;
      const says = form.querySelector('[role=status]');
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        says.textContent = '';
        if (busy) return;
        busy = true;
        ask(form).catch((why) => {
          busy = false;
          says.textContent = why.name === 'InvalidStateError' ? form.dataset.known : form.dataset.failed;
        });
      });
      if (!('autofill' in form.dataset) || !PublicKeyCredential.isConditionalMediationAvailable) continue;
      // Offered while the address is typed; asked for anew before the challenge runs out.
      PublicKeyCredential.isConditionalMediationAvailable().then((can) => {
        const offer = () => { if (!document.hidden && !busy) ask(form, 'conditional').catch(() => {}); };
        if (!can) return;
        offer();
        setInterval(offer, 280000);
      }, () => {});
    }
    for (const other of all('[data-without-passkey]')) other.hidden = true;
  }
  for (const field of all('input[name=kann-merken]')) {
    const can = window.PublicKeyCredential && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable;
    if (can) can.call(PublicKeyCredential).then((yes) => { if (yes) field.value = 'ja'; }, () => {});
  }

  // A page that stays open hears that something changed and asks for its parts anew. What somebody types in stays.
  const live = document.querySelector('[data-live]');
  if (live && window.EventSource && window.fetch) {
    const says = live.querySelector('[data-live-says]');
    const lost = live.querySelector('[data-live-lost]');
    for (const button of all('[data-live-by-hand]')) button.hidden = true;
    const typing = (part) => {
      const on = document.activeElement;
      return part.contains(on) && on.matches('input:not([type=hidden]), select, textarea');
    };
    const swap = (part, fresh) => {
      const open = new Set(all('details[open] > summary', part).map((s) => s.textContent));
      const on = part.contains(document.activeElement) ? document.activeElement : null;
      for (const s of all('summary', fresh)) if (open.has(s.textContent)) s.parentElement.open = true;
      part.replaceWith(fresh);
      if (!on) return;
      const same = all(on.tagName, fresh).find((e) => e.textContent === on.textContent);
      if (same) same.focus();
    };
    const show = async (what) => {
      const reply = await fetch(`${live.dataset.liveFrom}?teil=${what}`);
      if (!reply.ok || reply.redirected) throw new Error('away');
      const made = new DOMParser().parseFromString(await reply.text(), 'text/html');
      for (const fresh of all('[data-part]', made)) {
        const part = live.querySelector(`[data-part="${fresh.dataset.part}"]`);
        if (part && !typing(part)) swap(part, document.adoptNode(fresh));
        if (fresh.dataset.says && says.textContent !== fresh.dataset.says) says.textContent = fresh.dataset.says;
      }
    };
    const stream = new EventSource(live.dataset.live);
    let shown = Promise.resolve();
    const fail = (away) => {
      lost.hidden = !away;
      for (const button of all('[data-live-by-hand]')) button.hidden = !away;
    };
    stream.addEventListener('stand', (event) => {
      shown = shown.then(() => show(event.data)).then(() => fail(false), () => fail(true));
    });
    stream.addEventListener('error', () => fail(stream.readyState === EventSource.CLOSED));
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
