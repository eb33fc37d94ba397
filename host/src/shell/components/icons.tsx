/** The shell's own drawings: 24-pixel grid, one stroke width, the colour of the text around them. */
export type IconName =
  | 'home'
  | 'tasks'
  | 'me'
  | 'search'
  | 'clear'
  | 'info'
  | 'reload'
  | 'close'
  | 'back'
  | 'leaf'
  | 'share'
  | 'settings'
  | 'note'
  | 'bell'
  | 'play'
  | 'pause';

const paths: Readonly<Record<IconName, string>> = {
  home: 'M4 11.2 12 4.5l8 6.7V19a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19z M9.5 20.5v-6h5v6',
  tasks:
    'M8.5 4.5h9A2.5 2.5 0 0 1 20 7v9 M4 8h10.5A1.5 1.5 0 0 1 16 9.5V18a1.5 1.5 0 0 1-1.5 1.5H5.5A1.5 1.5 0 0 1 4 18z',
  me: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5z M4.5 20.2c.6-3.6 3.6-5.7 7.5-5.7s6.9 2.1 7.5 5.7',
  search: 'M10.8 17a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4z M15.4 15.4 20 20',
  clear: 'M8.5 8.5l7 7 M15.5 8.5l-7 7',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z M12 11v5 M12 7.9v.2',
  reload: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3 M19.8 3.5v4.2h-4.2',
  close: 'M6 6l12 12 M18 6 6 18',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  share: 'M12 15V4.5 M7.5 8.8 12 4.3l4.5 4.5 M6 12.5v6A1.5 1.5 0 0 0 7.5 20h9a1.5 1.5 0 0 0 1.5-1.5v-6',
  settings:
    'M4 7.5h8 M17 7.5h3 M4 16.5h3 M12 16.5h8 M14.5 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z M9.5 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  note: 'M4.5 5.5h15v10.5h-8l-4 3.5V16h-3z',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M9 5.5v13 M15 5.5v13',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z M10 20.5h4',
  leaf: 'M12 20.5v-9 M12 14.5c0-4.5 2.7-8 7-8.5.3 5-2.3 8.5-7 8.5z M12 11.8C12 8.3 9.8 5.3 6 4.5c-.5 4.3 1.7 7.3 6 7.3z',
};

export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
