// The console's own script: single-key shortcuts, where the focus goes, and news. Every act works without it.
(() => {
  'use strict';

  const $ = (selector, root = document) => root.querySelector(selector);
  const memory = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* private mode: not remembered */ } },
  };

  // ---- shortcuts (WCAG 2.1.4: they can be turned off, and the choice is remembered)

  let keysOn = memory.get('linnet.keys') !== 'off';

  const showKeys = () => {
    document.documentElement.classList.toggle('keys-off', !keysOn);
    const box = $('#keys-switch');
    if (box) box.checked = keysOn;
  };

  const openReject = () => {
    const details = $('#reject');
    if (!details) return;
    details.open = true;
    $('[data-reason]', details).focus();
  };

  const rejectFor = (number) => {
    const details = $('#reject');
    const button = details && details.open ? details.querySelectorAll('[data-reason]')[number - 1] : null;
    if (button) button.click();
  };

  const press = (selector) => {
    const element = $(selector);
    if (element) element.click();
  };

  const undo = () => press($('.notice form[action="/undo"] button') ? '.notice form[action="/undo"] button' : '[data-undo]');

  const acts = {
    j: () => press('#next'),
    k: () => press('#previous'),
    a: () => press('#approve'),
    x: openReject,
    u: undo,
    o: () => press('#open'),
    '?': () => $('#help').showModal(),
  };
  const onceOnly = new Set(['a', 'x', 'u', 'o']);

  const isTyping = (target) =>
    target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeReject();
    if (!keysOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target) || $('dialog[open]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^[1-9]$/.test(key)) return rejectFor(Number(key));
    const act = acts[key];
    if (!act) return;
    event.preventDefault();
    if (event.repeat && onceOnly.has(key)) return;
    act();
  });

  const closeReject = () => {
    const details = $('#reject');
    if (!details || !details.open) return;
    const hadFocus = details.contains(document.activeElement);
    details.open = false;
    if (hadFocus) $('summary', details).focus();
  };

  // ---- where the focus goes after the content was exchanged

  let keepsFocus = false;

  document.addEventListener('htmx:beforeRequest', (event) => {
    keepsFocus = Boolean(event.detail.requestConfig.headers['X-Refresh']);
  });

  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target.id !== 'page') return;
    noteThePresent();
    const current = $('.row a[aria-current]');
    if (current && matchMedia('(min-width: 62rem)').matches) {
      const rows = current.closest('.rows');
      rows.scrollTop = Math.max(0, current.parentElement.offsetTop - rows.offsetTop - rows.clientHeight / 3);
    }
    if (keepsFocus) return;
    const next = $('[data-focus]');
    if (next) {
      next.focus({ preventScroll: true });
      if (next.getBoundingClientRect().top < 0) next.scrollIntoView({ block: 'start' });
    } else if (document.activeElement === document.body) {
      $('#page').focus({ preventScroll: true });
    }
  });

  const tell = (text) => {
    const place = $('#notice');
    place.replaceChildren();
    const box = document.createElement('div');
    box.className = 'notice problem';
    const line = document.createElement('p');
    line.textContent = text;
    box.append(line);
    place.append(box);
  };

  document.addEventListener('htmx:sendError', () => {
    tell('The console does not answer. Nothing was written; it works again when the console runs.');
  });

  // A notice leaves by itself, unless it tells of a problem or is being used.
  let leaving = 0;
  const watchNotice = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      const notice = $('.notice.done');
      if (!notice) return;
      if (notice.matches(':hover, :focus-within')) return watchNotice();
      notice.remove();
    }, 12000);
  };

  // ---- news

  let seen = { learnt: '', arrived: 0 };

  const noteThePresent = () => {
    const present = $('#present');
    if (present) seen = { learnt: present.dataset.learnt, arrived: Number(present.dataset.arrived) };
  };

  const setCount = (id, count, title) => {
    const place = document.getElementById(id);
    if (!place) return;
    if (title) place.title = title;
    const number = $('.n', place);
    if (count > 0 && number) {
      number.textContent = count < 10000 ? count.toLocaleString('en') : Math.round(count / 1000) + 'k';
    } else if (count > 0) {
      const shown = document.createElement('span');
      shown.className = 'n';
      shown.textContent = count;
      const noun = document.createElement('span');
      noun.className = 'sr';
      noun.textContent = ' ' + place.dataset.noun;
      place.append(shown, noun);
    } else {
      place.replaceChildren();
    }
  };

  const isBusy = () => {
    const details = $('#reject');
    return (details && details.open) || $('.alike[open], .outcome[open]') || isTyping(document.activeElement) || $('dialog[open]');
  };

  const address = () => {
    const card = $('#card');
    const extra = $('#card input[name=extra]');
    return '/?at=' + encodeURIComponent(card ? card.dataset.id : '') + '&extra=' + (extra ? extra.value : 0);
  };

  const refresh = () => {
    // From an element whose requests give way: a decision made meanwhile must not be dropped.
    htmx.ajax('GET', address(), { source: '#present', target: '#page', swap: 'innerHTML show:none', headers: { 'X-Refresh': 'true' } });
  };

  const onNews = (news) => {
    setCount('count-open', news.left, news.leftInWords);
    setCount('count-alerts', news.alerts);
    for (const place of document.querySelectorAll('[data-live]')) {
      place.textContent = (news.stages[place.dataset.live] || 0).toLocaleString('en');
    }
    const arrivals = $('#arrivals');
    if (arrivals) {
      const fresh = news.arrived - seen.arrived;
      arrivals.hidden = fresh <= 0;
      arrivals.textContent = fresh === 1 ? '1 new suggestion: show' : fresh + ' new suggestions: show';
      const isEmpty = !$('#card') && $('.empty') && news.open > 0 && fresh > 0;
      const isLearnt = news.learnt !== seen.learnt;
      if ((isEmpty || (isLearnt && $('#card'))) && !isBusy()) {
        seen.learnt = news.learnt;
        refresh();
      }
    }
  };

  const showLive = (isLive, text) => {
    const live = $('#live');
    if (!live) return;
    live.hidden = false;
    live.classList.toggle('lost', !isLive);
    $('#live-text').textContent = text;
  };

  const listen = () => {
    if (!$('#live')) return;
    const source = new EventSource('/live');
    source.addEventListener('open', () => showLive(true, 'live'));
    source.addEventListener('error', () => showLive(false, 'connecting again'));
    source.addEventListener('news', (event) => {
      showLive(true, 'live');
      onNews(JSON.parse(event.data));
    });
    source.addEventListener('down', () => showLive(false, 'the database does not answer'));
    window.addEventListener('pagehide', () => source.close());
  };

  // ---- begin

  const begin = () => {
    showKeys();
    noteThePresent();
    const here = $('nav a[aria-current]');
    if (here && here.offsetLeft + here.offsetWidth > innerWidth - 40) here.parentElement.scrollLeft = here.offsetLeft - 40;
    const help = $('#help-open');
    if (help) {
      help.hidden = false;
      help.addEventListener('click', () => $('#help').showModal());
    }
    $('#keys-switch').addEventListener('change', (event) => {
      keysOn = event.target.checked;
      memory.set('linnet.keys', keysOn ? 'on' : 'off');
      showKeys();
    });
    new MutationObserver(watchNotice).observe($('#notice'), { childList: true });
    watchNotice();
    listen();
  };

  begin();
})();
