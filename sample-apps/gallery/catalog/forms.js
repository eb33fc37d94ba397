import { choice, color, flag, range, text } from '../machine/controls.js';

/**
 * What input and textarea both take.
 * @param {string[]} confirmTypes
 */
const fieldControls = (confirmTypes) => ({
  placeholder: text('What grows here'),
  disabled: flag(),
  focus: flag(),
  maxlength: range(-1, 140, 40),
  'placeholder-class': choice(['', 'loud']),
  'placeholder-style': choice(['', 'font-style: italic']),
  'confirm-type': choice(confirmTypes),
  'confirm-hold': flag(),
  'hold-keyboard': flag(),
  'adjust-position': flag(true),
  'cursor-spacing': range(0, 60, 0, 10),
  cursor: range(-1, 20, -1),
  'selection-start': range(-1, 20, -1),
  'selection-end': range(-1, 20, -1),
  'cursor-color': color(),
});

const fieldFixed = ['name', 'auto-focus', 'aria-label'];

/** What checkbox and radio both take. */
const chosenControls = { checked: flag(true), disabled: flag(), color: color() };

const fieldEvents = [
  ...['input', 'focus', 'blur', 'confirm', 'keyboardheightchange', 'selectionchange'],
  ...['keyboardcompositionstart', 'keyboardcompositionupdate', 'keyboardcompositionend'],
];

export const forms = {
  title: 'Forms',
  part: 'components',
  entries: [
    {
      id: 'button',
      title: 'button',
      summary: 'Something to press. Three meanings, two sizes, and it can wait.',
      tags: ['button'],
      controls: {
        words: text('Water the ferns'),
        type: choice(['default', 'primary', 'warn'], 'primary'),
        size: choice(['default', 'mini']),
        plain: flag(),
        disabled: flag(),
        loading: flag(),
        'open-type': choice([
          ...['openSetting', 'chooseAvatar', 'getPhoneNumber', 'getUserInfo', 'getRealtimePhoneNumber', 'contact'],
          ...['share', 'feedback', 'agreePrivacyAuthorization', 'launchApp'],
        ]),
        'session-from': text('gallery'),
        'send-message-title': text('The button page'),
        'send-message-path': text('pages/button/button?from=contact'),
        'send-message-img': text(''),
        'show-message-card': flag(true),
        'hover-class': choice(['button-hover', 'none']),
        'hover-start-time': range(0, 500, 20, 10),
        'hover-stay-time': range(0, 500, 70, 10),
        'hover-stop-propagation': flag(),
      },
      own: ['words'],
      fixed: ['form-type', 'lang'],
      events: [
        ...['tap', 'getuserinfo', 'contact', 'getphonenumber', 'getrealtimephonenumber', 'opensetting', 'chooseavatar'],
        ...['agreeprivacyauthorization', 'error'],
      ],
    },
    {
      id: 'checkbox',
      title: 'checkbox',
      summary: 'Any number out of several.',
      tags: ['checkbox', 'checkbox-group'],
      controls: chosenControls,
      fixed: ['value', 'checkbox-group.name'],
      events: ['change'],
    },
    {
      id: 'radio',
      title: 'radio',
      summary: 'One out of several.',
      tags: ['radio', 'radio-group'],
      controls: chosenControls,
      fixed: ['value', 'radio-group.name'],
      events: ['change'],
    },
    {
      id: 'switch',
      title: 'switch',
      summary: 'On or off, at once.',
      tags: ['switch'],
      controls: {
        checked: flag(true),
        type: choice(['switch', 'checkbox']),
        disabled: flag(),
        color: color(),
      },
      fixed: ['name'],
      events: ['change'],
    },
    {
      id: 'slider',
      title: 'slider',
      summary: 'A number from a range, by feel.',
      tags: ['slider'],
      controls: {
        value: range(0, 40, 21),
        min: range(-20, 20, 0),
        max: range(30, 100, 40),
        step: choice([1, 5, 10]),
        'show-value': flag(true),
        disabled: flag(),
        'block-size': range(12, 28, 28),
        'block-color': color('#ffffff', ['#ffffff', '#9cc4b1', '#f1d9a8']),
        'active-color': color(),
        'background-color': color('#dadfd9', ['#dadfd9', '#f1d9a8', '#9cc4b1']),
      },
      fixed: ['name', 'color', 'selected-color'],
      events: ['change', 'changing'],
    },
    {
      id: 'input',
      title: 'input',
      summary: 'One line of text, with the keyboard that fits.',
      tags: ['input'],
      also: 'text field keyboard',
      controls: {
        value: text(''),
        type: choice(['text', 'number', 'digit', 'idcard', 'nickname', 'safe-password']),
        password: flag(),
        ...fieldControls(['done', 'send', 'search', 'next', 'go']),
      },
      fixed: fieldFixed,
      events: [...fieldEvents, 'change', 'nicknamereview'],
    },
    {
      id: 'textarea',
      title: 'textarea',
      summary: 'Several lines, as high as it is told or as they need.',
      tags: ['textarea'],
      also: 'text field keyboard',
      controls: {
        value: text(''),
        'auto-height': flag(true),
        'adjust-keyboard-to': choice(['cursor', 'bottom']),
        ...fieldControls(['return', 'done', 'send', 'search', 'next', 'go']),
      },
      fixed: fieldFixed,
      events: [...fieldEvents, 'linechange'],
    },
    {
      id: 'picker',
      title: 'picker',
      summary: 'Wheels from below: one list, several, a time, a date or a region.',
      tags: ['picker'],
      controls: {
        'header-text': text('Harvest'),
        disabled: flag(),
        fields: choice(['day', 'month', 'year']),
        start: choice(['2026-03-01', '2020-01-01']),
        end: choice(['2026-10-31', '2030-12-31']),
        level: choice(['region', 'city', 'province']),
        'custom-item': text('All'),
      },
      fixed: ['mode', 'value', 'range', 'range-key', 'name'],
      events: ['change', 'cancel', 'columnchange'],
    },
    {
      id: 'picker-view',
      title: 'picker-view',
      summary: 'The same wheels, as part of the page.',
      tags: ['picker-view', 'picker-view-column'],
      controls: {
        'immediate-change': flag(),
        'indicator-class': choice(['', 'framed']),
        'indicator-style': choice(['', 'height: 60px']),
        'mask-class': choice(['', 'veil']),
        'mask-style': choice(['', 'background: none']),
      },
      fixed: ['value', 'name'],
      events: ['change', 'pickstart', 'pickend'],
    },
    {
      id: 'label',
      title: 'label',
      summary: 'Makes words press what they name.',
      tags: ['label'],
      controls: { for: choice(['moss', 'fern']) },
      events: ['change'],
    },
    {
      id: 'form',
      title: 'form',
      summary: 'Collects what its fields hold, by their names.',
      tags: ['form'],
      events: ['submit', 'reset'],
    },
  ],
};
