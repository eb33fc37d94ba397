import { useEffect } from 'react';
import { launchProgram, openConversation, showView } from '../actions.ts';
import { Icon } from '../components/icons.tsx';
import { readPath } from '../link.ts';
import { ProgramIcon } from '../program/program-icon.tsx';
import { scenes } from '../program/scenes.ts';
import { useShell } from '../store.ts';
import { texts as shellTexts } from '../texts.ts';
import { type ChatBody, loadInbox, markNoticesRead, removeNotice } from './inbox-client.ts';
import { messageTexts as texts } from './message-texts.ts';

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Notices that programs sent, and conversations with their makers. */
export function Inbox() {
  const { threads, notices } = useShell((state) => state.inbox);
  const programs = useShell((state) => state.programs);
  useEffect(() => {
    void loadInbox();
    // Marked when the person leaves: until then the new ones look new.
    return () => void markNoticesRead();
  }, []);
  const listed = (appId: string) => programs?.find((program) => program.appId === appId);
  return (
    <div className="inbox">
      <button type="button" className="wallet-back" onClick={() => showView('home')}>
        <span aria-hidden="true">‹</span> {shellTexts.back}
      </button>
      <h1 className="place-title">{texts.messages}</h1>
      {threads.length + notices.length === 0 && (
        <div className="inbox-nothing">
          <Icon name="bell" size={32} />
          <strong>{texts.nothing}</strong>
          <p>{texts.nothingHint}</p>
        </div>
      )}
      {notices.length > 0 && (
        <section aria-label={texts.notices}>
          <h2 className="place-heading">{texts.notices}</h2>
          <ul className="inbox-notices">
            {notices.map((notice) => {
              const program = listed(notice.app);
              return (
                <li key={notice.id} className="inbox-notice" data-new={!notice.read}>
                  <div className="inbox-notice-head">
                    {program !== undefined && <ProgramIcon {...program} size={24} />}
                    <span>{program?.name ?? notice.app}</span>
                    <small>{time.format(notice.at)}</small>
                    <button
                      type="button"
                      className="inbox-away"
                      aria-label={texts.putAway(notice.title)}
                      onClick={() => void removeNotice(notice.id)}
                    >
                      <Icon name="clear" size={18} />
                    </button>
                  </div>
                  <strong>{notice.title}</strong>
                  <dl className="facts">
                    {notice.fields.map(({ label, value }) => (
                      <div key={label}>
                        <dt>{label}</dt>
                        <dd>{value}</dd>
                      </div>
                    ))}
                  </dl>
                  {program !== undefined && notice.page !== '' && (
                    <button
                      type="button"
                      className="button button-small"
                      onClick={() => launchProgram(notice.app, { ...readPath(notice.page), scene: scenes.notice })}
                    >
                      {texts.open}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {threads.length > 0 && (
        <section aria-label={texts.conversations}>
          <h2 className="place-heading">{texts.conversations}</h2>
          <ul className="programs">
            {threads.map((thread) => {
              const program = listed(thread.app);
              if (program === undefined) return null;
              return (
                <li key={thread.app}>
                  <button type="button" className="program-row" onClick={() => openConversation(thread.app)}>
                    <ProgramIcon {...program} size={44} />
                    <span className="program-row-words">
                      <span className="program-row-name">{program.name}</span>
                      <span className="program-row-description">{wordsOf(thread.last)}</span>
                    </span>
                    {thread.unread > 0 && <span className="inbox-count">{thread.unread}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

function wordsOf(body: ChatBody | undefined): string {
  if (body === undefined) return '';
  return body.kind === 'text' ? body.text : body.title;
}
