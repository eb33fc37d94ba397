import { choice, color, flag, range, text } from '../machine/controls.js';

export const steering = {
  title: 'Acting on parts',
  part: 'apis',
  entries: [
    {
      id: 'viewer',
      title: 'Pictures over everything',
      summary: 'Opens pictures and films over the whole screen, to swipe and to zoom.',
      apis: ['previewImage', 'previewMedia'],
      also: 'viewer zoom urls sources',
      controls: { showmenu: flag(true), 'previewMedia.current': choice([0, 1]) },
    },
    {
      id: 'video-context',
      title: 'Video context',
      summary: 'Plays, pauses and seeks a film from the script.',
      apis: ['createVideoContext'],
      also: 'VideoContext play pause seek stop sendDanmu playbackRate requestFullScreen',
      controls: {
        position: range(0, 2, 0.5, 0.1),
        rate: choice([1, 1.25, 0.5]),
        text: text('How it sings!'),
        color: color(),
      },
      own: ['position', 'rate', 'text', 'color'],
    },
    {
      id: 'map-context',
      title: 'Map context',
      summary: 'Asks a map where it is, moves it, and sends a marker walking.',
      apis: ['createMapContext'],
      also: 'MapContext getCenterLocation getRegion getScale moveToLocation includePoints translateMarker',
      controls: { duration: range(0, 3000, 600, 100), autoRotate: flag() },
      own: ['duration', 'autoRotate'],
    },
    {
      id: 'font-face',
      title: 'Font face',
      summary: 'Loads a font from outside the package.',
      apis: ['loadFontFace'],
      also: 'family source global scopes',
      controls: { global: flag() },
    },
    {
      id: 'keyboard',
      title: 'Keyboard',
      summary: 'How high it is, what is selected, and how to put it away.',
      apis: ['hideKeyboard', 'getSelectedTextRange', 'onKeyboardHeightChange', 'offKeyboardHeightChange'],
      controls: { hide: flag(true) },
      own: ['hide'],
    },
    {
      id: 'errors',
      title: 'When things go wrong',
      summary: 'Errors nobody caught, promises nobody heard, pages nobody made.',
      apis: [
        ...['onError', 'offError', 'onUnhandledRejection', 'offUnhandledRejection', 'onPageNotFound'],
        'offPageNotFound',
      ],
      also: 'App onError onUnhandledRejection onPageNotFound',
    },
  ],
};
