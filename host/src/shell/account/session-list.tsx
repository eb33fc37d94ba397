import { useEffect, useState } from 'react';
import { devices, revokeDevice, type SignedInDevice } from './account.ts';
import { personTexts as texts } from './person-texts.ts';

/** The devices that are signed in; each other one can be signed out from here. */
export function SessionList() {
  const [list, setList] = useState<readonly SignedInDevice[]>([]);
  useEffect(() => {
    let here = true;
    void devices().then((found) => here && setList(found));
    return () => {
      here = false;
    };
  }, []);
  const revoke = async (id: string): Promise<void> => {
    await revokeDevice(id);
    setList(await devices());
  };
  if (list.length === 0) return null;
  return (
    <>
      <h2 className="place-heading">{texts.sessions}</h2>
      <ul className="sessions">
        {list.map(({ id, device, seenAt, current }) => (
          <li key={id}>
            <span>
              {device === '' ? '–' : device}
              <small>
                {current
                  ? texts.thisDevice
                  : new Date(seenAt).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' })}
              </small>
            </span>
            {!current && (
              <button type="button" className="link-button" onClick={() => void revoke(id)}>
                {texts.revoke}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
