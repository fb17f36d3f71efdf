/** Puts a filter above each long table. Without it, or without scripts, every row is shown. */
export const filterScript = `'use strict';
for (const figure of document.querySelectorAll('[data-filter]')) {
  const rows = [...figure.querySelectorAll('tbody tr')];
  const bar = document.createElement('div');
  const input = document.createElement('input');
  const shown = document.createElement('output');
  const label = document.createElement('label');
  input.type = 'search';
  input.id = figure.dataset.filter;
  input.setAttribute('aria-label', figure.dataset.label);
  label.htmlFor = input.id;
  label.textContent = figure.dataset.word;
  bar.className = 'filter';
  bar.append(label, input, shown);
  figure.prepend(bar);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const apply = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      if (!row.hidden) count += 1;
    });
    shown.textContent = figure.dataset.rows.replace('{shown}', count).replace('{all}', rows.length);
  };
  input.addEventListener('input', apply);
  apply();
}
addEventListener('beforeprint', () => { for (const input of document.querySelectorAll('.filter input')) { input.value = ''; input.dispatchEvent(new Event('input')); } });
`
