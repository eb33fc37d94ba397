import { componentPage } from '../../machine/component-page.js';

const cell = (text) => ({
  name: 'td',
  attrs: { style: 'padding: 4px 12px 4px 0' },
  children: [{ type: 'text', text }],
});
const line = (...texts) => ({ name: 'tr', children: texts.map(cell) });

componentPage('rich-text', {
  data: {
    table: [
      { name: 'h3', children: [{ type: 'text', text: 'Watering' }] },
      {
        name: 'table',
        children: [line('Moss', 'daily'), line('Fern', 'every other day'), line('Cactus', 'hardly ever')],
      },
    ],
    hostile: '<p>Quiet<script>wx.exit()</script><img src="/assets/seed.svg" onerror="alert(1)" alt="A fern"></p>',
  },
});
