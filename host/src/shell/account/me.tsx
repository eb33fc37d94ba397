import { useEffect, useState } from 'react';
import type { HostAbout, Preferences } from '../../web/messages.ts';
import { setPreferences, showView } from '../actions.ts';
import { hostApi } from '../host.ts';
import { moneyTexts } from '../money/money-texts.ts';
import { phoneModelIds, phoneModels } from '../phone/phone-models.ts';
import { useShell } from '../store.ts';
import { texts } from '../texts.ts';
import { AccountCard } from './account-card.tsx';
import { AddressBook } from './address-book.tsx';
import { InvoiceBook } from './invoice-book.tsx';
import { SignInForm } from './sign-in-form.tsx';

const appearances: readonly Preferences['appearance'][] = ['system', 'light', 'dark'];

/** What the person can set for this shell, and what this host is. */
export function Me({ model, narrow }: { readonly model: string; readonly narrow: boolean }) {
  const appearance = useShell((state) => state.preferences.appearance);
  const account = useShell((state) => state.account);
  const notice = useShell((state) => state.notice);
  const [about, setAbout] = useState<HostAbout>();
  useEffect(() => {
    let here = true;
    // Without an answer the two lines stay out; the launcher says that the host is gone.
    hostApi.about().then(
      (answer) => here && setAbout(answer),
      () => {},
    );
    return () => {
      here = false;
    };
  }, []);
  return (
    <div className="me">
      <h1 className="place-title">{texts.me}</h1>
      {notice !== undefined && (
        <p className="place-notice" role="status">
          {notice}
        </p>
      )}
      {account === null && <SignInForm />}
      {account && <AccountCard account={account} />}
      {account && (
        <button type="button" className="me-wallet" onClick={() => showView('wallet')}>
          {moneyTexts.wallet}
          <span aria-hidden="true">›</span>
        </button>
      )}
      {account && <AddressBook key={account.id} />}
      {account && <InvoiceBook key={`invoices of ${account.id}`} />}
      <Choice
        legend={texts.appearance}
        name="appearance"
        options={appearances.map((id) => ({ id, text: texts.appearances[id] }))}
        chosen={appearance}
        onChoose={(chosen) => setPreferences({ appearance: chosen })}
      />
      {!narrow && (
        <Choice
          legend={texts.phone}
          name="model"
          options={phoneModelIds.map((id) => ({
            id,
            text: texts.models[id],
            detail: `${phoneModels[id].width} × ${phoneModels[id].height}`,
          }))}
          chosen={model}
          onChoose={(chosen) => setPreferences({ model: chosen })}
        />
      )}
      <section className="me-section">
        <h2 className="place-heading">{texts.about}</h2>
        <dl className="facts">
          {about !== undefined && (
            <>
              <div>
                <dt>{texts.hostVersion}</dt>
                <dd>{about.version}</dd>
              </div>
              <div>
                <dt>{texts.node}</dt>
                <dd>{about.node}</dd>
              </div>
            </>
          )}
        </dl>
        <p className="me-note">{texts.offers}</p>
      </section>
    </div>
  );
}

interface ChoiceProps<Id extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly id: Id; readonly text: string; readonly detail?: string }[];
  readonly chosen: string;
  readonly onChoose: (id: Id) => void;
}

function Choice<Id extends string>({ legend, name, options, chosen, onChoose }: ChoiceProps<Id>) {
  return (
    <fieldset className="choice">
      <legend className="place-heading">{legend}</legend>
      <div className="choice-row">
        {options.map((option) => (
          <label key={option.id} className="choice-option">
            <input type="radio" name={name} checked={option.id === chosen} onChange={() => onChoose(option.id)} />
            <span>
              {option.text}
              {option.detail !== undefined && <small>{option.detail}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
