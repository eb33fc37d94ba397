import { useState } from 'react';
import { signOut } from '../actions.ts';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icons.tsx';
import { type Account, changeProfile } from './account.ts';
import { localUser } from './local-user.ts';
import { personTexts as texts } from './person-texts.ts';
import { readPicture } from './read-picture.ts';
import { SessionList } from './session-list.tsx';

/** Who is signed in: picture, name, sessions, the way out. */
export function AccountCard({ account }: { readonly account: Account }) {
  const [editing, setEditing] = useState(false);
  return (
    <section className="me-section account" aria-label={account.nickname}>
      <div className="account-head">
        <Avatar picture={account.avatar} />
        <div className="account-words">
          <strong>{account.nickname}</strong>
          <span>{account.phone}</span>
          <span>
            {texts.publicId} {account.publicId}
          </span>
        </div>
        <button type="button" className="button button-small" onClick={() => setEditing(!editing)}>
          {editing ? texts.close : texts.editProfile}
        </button>
      </div>
      {account.phone === localUser.hidden && (
        <p className="me-note">{texts.localUserNote(localUser.shown, localUser.password)}</p>
      )}
      {editing && <ProfileForm account={account} onSaved={() => setEditing(false)} />}
      <SessionList />
      <button type="button" className="button account-out" onClick={() => void signOut()}>
        {texts.signOut}
      </button>
    </section>
  );
}

export function Avatar({ picture }: { readonly picture: string }) {
  if (picture !== '') return <img className="avatar" src={picture} alt="" />;
  return (
    <span className="avatar avatar-none">
      <Icon name="me" />
    </span>
  );
}

function ProfileForm({ account, onSaved }: { readonly account: Account; readonly onSaved: () => void }) {
  const [nickname, setNickname] = useState(account.nickname);
  const [avatar, setAvatar] = useState(account.avatar);
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const failed = await changeProfile({ nickname: nickname.trim(), avatar });
    if (failed === undefined) onSaved();
    else setProblem(texts.problems[failed.code] ?? texts.problem);
  };
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const picture = await readPicture(file);
    if (picture === undefined) setProblem(texts.notAPicture);
    else setAvatar(picture);
  };
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={texts.nickname} value={nickname} most={32} fill="nickname" onChange={setNickname} />
      <div className="field-row account-picture">
        <Avatar picture={avatar} />
        <label className="button button-small">
          {texts.choosePicture}
          <input
            type="file"
            accept="image/*"
            className="unseen"
            onChange={(event) => void read(event.currentTarget.files?.[0])}
          />
        </label>
        {avatar !== '' && (
          <button type="button" className="button button-small" onClick={() => setAvatar('')}>
            {texts.removePicture}
          </button>
        )}
      </div>
      {problem !== undefined && (
        <p className="sheet-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button button-primary" disabled={nickname.trim() === ''}>
        {texts.save}
      </button>
    </form>
  );
}
