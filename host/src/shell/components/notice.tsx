import { Icon, type IconName } from './icons.tsx';

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly action?: { readonly text: string; readonly run: () => void };
}

/** An empty or failed place: what it is, why, and the button that mends it. */
export function Notice({ icon, title, hint, action }: NoticeProps) {
  return (
    <div className="notice">
      <span className="notice-icon">
        <Icon name={icon} size={32} />
      </span>
      <h1 className="notice-title">{title}</h1>
      <p className="notice-hint">{hint}</p>
      {action !== undefined && (
        <button type="button" className="button button-primary" onClick={action.run}>
          {action.text}
        </button>
      )}
    </div>
  );
}
