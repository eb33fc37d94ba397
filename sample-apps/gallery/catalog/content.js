import { choice, color, flag, range } from '../machine/controls.js';

export const content = {
  title: 'Basic content',
  part: 'components',
  entries: [
    {
      id: 'text',
      title: 'text',
      summary: 'Words. Spaces and line breaks stay, and a finger can select them.',
      tags: ['text', 'span'],
      controls: {
        'user-select': flag(true),
        selectable: flag(),
        space: choice(['', 'ensp', 'emsp', 'nbsp']),
        decode: flag(),
      },
      events: ['tap', 'longpress'],
    },
    {
      id: 'icon',
      title: 'icon',
      summary: 'The pictures that success, warning and search have everywhere.',
      tags: ['icon'],
      controls: {
        type: choice(
          [
            ...['success', 'success_no_circle', 'info', 'warn', 'waiting', 'cancel'],
            ...['download', 'search', 'clear'],
          ],
          'success',
        ),
        size: range(12, 96, 48, 4),
        color: color(),
      },
      events: ['tap'],
    },
    {
      id: 'progress',
      title: 'progress',
      summary: 'How far something is.',
      tags: ['progress'],
      controls: {
        percent: range(0, 100, 64),
        'show-info': flag(true),
        active: flag(),
        'active-mode': choice(['backwards', 'forwards']),
        duration: range(5, 60, 30, 5),
        'stroke-width': range(2, 20, 6),
        'border-radius': range(0, 10, 3),
        'font-size': range(12, 22, 15),
        'active-color': color(),
        'background-color': color('#dadfd9', ['#dadfd9', '#f1d9a8', '#9cc4b1']),
      },
      fixed: ['color'],
      events: ['activeend'],
    },
    {
      id: 'image',
      title: 'image',
      summary: 'A picture, fitted into its box in one of thirteen ways.',
      tags: ['image'],
      also: 'photo picture',
      controls: {
        src: choice(['/assets/fern.svg', '/assets/lake.svg', '/assets/gone.svg']),
        mode: choice([
          ...['aspectFill', 'aspectFit', 'scaleToFill', 'widthFix', 'heightFix', 'top', 'bottom', 'center'],
          ...['left', 'right', 'top left', 'top right', 'bottom left', 'bottom right'],
        ]),
        'lazy-load': flag(),
        'fade-in': flag(),
        'show-menu-by-longpress': flag(),
      },
      fixed: ['aria-label'],
      events: ['load', 'error'],
    },
  ],
};
