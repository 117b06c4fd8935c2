'use strict';

const PAUSE = 2000;
const board = document.getElementById('board');
const panel = document.getElementById('deal');
const pipelines = document.getElementById('pipelines');
const trouble = document.getElementById('trouble');

let shown = '';
let state = { deals: [], stages: [], pipelines: [] };
let chosen = Number(new URLSearchParams(location.hash.slice(1)).get('deal')) || 0;
let dragging = false;

/* Texts go in as text nodes only, so a title that looks like markup stays a title. */
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
};

const money = (sum, currency) => {
  const [whole, part] = sum.split('.');
  const sign = currency === 'RUB' ? '₽' : currency;
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${part}\u00a0${sign}`;
};

const size = (bytes) => bytes < 1024 ? `${bytes} Б` : `${Math.round(bytes / 1024)} КБ`;

const say = (text) => {
  trouble.textContent = text;
  trouble.hidden = !text;
};

const refresh = async () => {
  try {
    const answer = await fetch(`data?pipeline=${pipelines.value || 0}`);
    const text = await answer.text();
    const editing = panel.contains(document.activeElement) && document.activeElement.tagName === 'INPUT';
    if (text !== shown && !editing && !dragging) {
      shown = text;
      state = JSON.parse(text);
      draw();
    }
    if (trouble.dataset.lost) {
      delete trouble.dataset.lost;
      say('');
    }
  } catch (gone) {
    trouble.dataset.lost = 'yes';
    say('Портал не отвечает. Страница попробует снова.');
  }
};

const change = async (what, body) => {
  const answer = await fetch(what, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  say(answer.ok ? '' : (await answer.json()).error);
  shown = '';
  await refresh();
};

const choose = (id) => {
  chosen = id;
  history.replaceState(null, '', `#deal=${id}`);
  draw();
};

const draw = () => {
  drawPipelines();
  board.replaceChildren(...state.stages.map(column));
  const deal = state.deals.find((one) => one.id === chosen) || state.deals[0];
  panel.replaceChildren(...(deal ? details(deal) : []));
};

const drawPipelines = () => {
  const now = pipelines.value || String(state.pipeline);
  pipelines.replaceChildren(...state.pipelines.map((one) =>
    make('option', { value: one.id }, `${one.name} (${one.deals})`)));
  pipelines.value = now;
};

const column = (stage) => {
  const deals = state.deals.filter((deal) => deal.stage === stage.id);
  const section = make('section', {
    class: 'stage',
    'data-stage': stage.id,
    ondragover: (event) => {
      event.preventDefault();
      section.classList.add('over');
    },
    ondragleave: () => section.classList.remove('over'),
    ondrop: (event) => {
      event.preventDefault();
      dragging = false;
      change('move', { deal: Number(event.dataTransfer.getData('text/plain')), stage: stage.id });
    },
  }, make('h2', {}, stage.name, deals.length ? make('small', {}, ` · ${deals.length}`) : ''), ...deals.map(card));
  section.style.setProperty('--stage', stage.color);
  return section;
};

const card = (deal) => make('article', {
  class: deal.id === (chosen || (state.deals[0] || {}).id) ? 'card chosen' : 'card',
  draggable: 'true',
  tabindex: '0',
  'data-deal': deal.id,
  onclick: () => choose(deal.id),
  onkeydown: (event) => { if (event.key === 'Enter') { choose(deal.id); } },
  ondragstart: (event) => {
    dragging = true;
    event.dataTransfer.setData('text/plain', String(deal.id));
  },
  ondragend: () => { dragging = false; },
},
  make('b', {}, deal.title),
  make('div', { class: 'sum' }, money(deal.sum, deal.currency)),
  make('div', { class: 'about' }, deal.company),
  ...badges(deal));

const badges = (deal) => [
  [deal.invoices.length, 'счета'],
  [deal.files.length, 'файлы'],
  [deal.comments.length, 'записи'],
  [deal.todos.length, 'дела'],
].filter(([count]) => count).map(([count, name]) => make('span', { class: 'badge' }, `${name}: ${count}`));

const details = (deal) => [
  make('h2', {}, deal.title),
  make('p', { class: 'about' },
    [deal.company, money(deal.sum, deal.currency), `изменил(а) ${deal.changedBy} ${deal.changed}`]
      .filter(Boolean).join(' · ')),
  make('label', {}, 'Стадия ', stageChoice(deal)),
  ...block('Из 1С', deal.fields, fieldList),
  ...block('Файлы', deal.files, fileList),
  ...block('Товары', deal.rows, (rows) => rowTable(rows, deal.currency)),
  ...block('Счета', deal.invoices, invoiceTable),
  ...block('Дела', deal.todos, (todos) => make('ul', {}, ...todos.map(todo))),
  make('h3', {}, 'Лента'),
  ...(deal.comments.length ? deal.comments.map(comment) : [make('p', { class: 'nothing' }, 'Пока ничего')]),
];

const block = (title, list, draw) => list.length ? [make('h3', {}, title), draw(list)] : [];

const stageChoice = (deal) => {
  const select = make('select', { onchange: () => change('move', { deal: deal.id, stage: select.value }) },
    ...state.stages.map((stage) => make('option', { value: stage.id }, stage.name)));
  select.value = deal.stage;
  return select;
};

const link = (href, text) => /^https?:\/\/|^\/board\//i.test(href)
  ? make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text)
  : text;

const fieldList = (fields) => make('dl', {}, ...fields.flatMap((field) => [
  make('dt', {}, field.label),
  make('dd', {}, field.link ? link(field.value, field.value) : field.value),
]));

const fileList = (files) => make('ul', {}, ...files.map((file) =>
  make('li', {}, link(file.href, file.name), ` · ${size(file.size)}${file.label ? ` · ${file.label}` : ''}`)));

const rowTable = (rows, currency) => make('table', {},
  make('tr', {}, ...[['Товар', ''], ['Цена', 'number'], ['Кол-во', 'number'], ['Сумма', 'number']]
    .map(([title, kind]) => make('th', { class: kind }, title))),
  ...rows.map((row) => {
    const price = make('input', { value: row.price, inputmode: 'decimal', 'aria-label': `Цена: ${row.name}` });
    const quantity = make('input', {
      class: 'quantity', value: row.quantity, inputmode: 'decimal', 'aria-label': `Количество: ${row.name}`,
    });
    const save = () => {
      if (price.value !== row.price || quantity.value !== row.quantity) {
        change('row', { row: row.id, price: price.value, quantity: quantity.value });
      }
    };
    for (const input of [price, quantity]) {
      input.addEventListener('change', save);
      input.addEventListener('keydown', (event) => { if (event.key === 'Enter') { input.blur(); } });
    }
    return make('tr', { 'data-row': row.id },
      make('td', {}, row.name, make('br'), make('small', {}, row.vat)),
      make('td', { class: 'number' }, price),
      make('td', { class: 'number' }, quantity, ` ${row.measure}`),
      make('td', { class: 'number' }, money(row.sum, currency)));
  }));

const invoiceTable = (invoices) => make('table', {}, ...invoices.map((invoice) => make('tr', {},
  make('td', {}, `№ ${invoice.number}`, make('br'), make('small', {}, invoice.title)),
  make('td', {}, invoice.stage),
  make('td', { class: 'number' }, money(invoice.sum, invoice.currency)))));

const todo = (one) => make('li', { class: 'entry' },
  make('header', {}, `до ${one.deadline} · ${one.responsible}`),
  make('b', {}, one.title), bbcode(one.description));

const comment = (one) => make('article', { class: 'entry' },
  make('header', {}, `${one.author} · ${one.at}`),
  bbcode(one.text),
  ...(one.files.length ? [fileList(one.files)] : []));

pipelines.addEventListener('change', () => {
  shown = '';
  chosen = 0;
  refresh();
});
refresh();
setInterval(refresh, PAUSE);
