import { choice, flag, range } from '../machine/controls.js';

export const navigation = {
  title: 'Navigation',
  part: 'components',
  entries: [
    {
      id: 'navigator',
      title: 'navigator',
      summary: 'A link to another page of the program.',
      tags: ['navigator'],
      also: 'link page url',
      controls: {
        target: choice(['self', 'miniProgram']),
        'open-type': choice(['navigate', 'redirect', 'switchTab', 'reLaunch', 'navigateBack']),
        url: choice(['/pages/text/text', '/pages/index/index', '/pages/gone/gone']),
        delta: range(1, 3, 1),
        'hover-class': choice(['navigator-hover', 'none']),
        'hover-start-time': range(0, 500, 50, 10),
        'hover-stay-time': range(0, 1000, 600, 50),
        'hover-stop-propagation': flag(),
      },
      fixed: ['app-id', 'path', 'extra-data', 'version', 'short-link'],
      events: ['success', 'fail', 'complete'],
    },
  ],
};
