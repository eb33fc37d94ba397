import { useEffect, useState } from 'react';
import { Field } from '../components/field.tsx';
import { hostApi } from '../host.ts';
import {
  answerChallenge,
  countries,
  enterAsLocalUser,
  type Outcome,
  sendCode,
  signIn,
  signUp,
  type TypedPhone,
} from './account.ts';
import { personTexts as texts } from './person-texts.ts';
import { PhoneMessages } from './phone-messages.tsx';

type Way = 'password' | 'code' | 'sign-up';
const ways: readonly { readonly id: Way; readonly text: string }[] = [
  { id: 'password', text: texts.byPassword },
  { id: 'code', text: texts.byCode },
  { id: 'sign-up', text: texts.signUp },
];

/** Sign in by password or code, or sign up. Codes come to the phone simulator below. */
export function SignInForm() {
  const [way, setWay] = useState<Way>('password');
  const [phone, setPhone] = useState<TypedPhone>({ country: 'CN', phone: '' });
  const [given, setGiven] = useState({ password: '', code: '', nickname: '' });
  const [challenge, setChallenge] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [codesSent, setCodesSent] = useState(0);
  const [known, setKnown] = useState<Awaited<ReturnType<typeof countries>>>([]);
  useEffect(() => {
    void countries().then(setKnown);
  }, []);
  const tell = (failed: Outcome): void =>
    setProblem(failed === undefined ? undefined : (texts.problems[failed.code] ?? texts.problem));
  const send = async (): Promise<void> => {
    tell(await sendCode(phone, 'enter'));
    setCodesSent(codesSent + 1);
  };
  const enter = async (): Promise<void> => {
    if (challenge !== undefined) return tell(await answerChallenge(challenge, given.code));
    if (way === 'sign-up') return tell(await signUp({ ...phone, ...given, nickname: given.nickname.trim() }));
    const { password, code } = given;
    const ended = await signIn(way === 'password' ? { ...phone, password } : { ...phone, code });
    if (ended === undefined || !('challenge' in ended)) return tell(ended);
    setChallenge(ended.challenge);
    return setGiven({ ...given, code: '' });
  };
  const change = (name: keyof typeof given) => (value: string) => setGiven({ ...given, [name]: value });
  return (
    <section className="me-section account">
      <h2 className="account-title">{texts.signedOut}</h2>
      {hostApi.development && (
        <button type="button" className="button button-primary account-out" onClick={() => void enterAsLocalUser()}>
          {texts.enterAsLocal}
        </button>
      )}
      <div className="choice-row account-ways" role="radiogroup" aria-label={texts.signIn}>
        {ways.map(({ id, text }) => (
          <label key={id} className="choice-option">
            <input type="radio" name="way" checked={way === id} onChange={() => setWay(id)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <div className="field-row">
          <label className="field-label field-country">
            <span>{texts.country}</span>
            <select
              className="field"
              value={phone.country}
              onChange={(event) => setPhone({ ...phone, country: event.currentTarget.value })}
            >
              {known.map(({ country, callingCode }) => (
                <option key={country} value={country}>
                  {country} +{callingCode}
                </option>
              ))}
            </select>
          </label>
          <Field
            label={texts.phone}
            type="tel"
            mode="tel"
            fill="tel-national"
            most={32}
            value={phone.phone}
            onChange={(value) => setPhone({ ...phone, phone: value })}
          />
        </div>
        {challenge === undefined && way !== 'password' && (
          <button type="button" className="button button-small" onClick={() => void send()}>
            {texts.sendCode}
          </button>
        )}
        {(challenge !== undefined || way !== 'password') && (
          <Field
            label={challenge === undefined ? texts.code : texts.secondFactor}
            mode="numeric"
            fill="one-time-code"
            most={20}
            value={given.code}
            onChange={change('code')}
          />
        )}
        {challenge === undefined && way !== 'code' && (
          <Field
            label={way === 'password' ? texts.password : texts.newPassword}
            type="password"
            fill={way === 'password' ? 'current-password' : 'new-password'}
            value={given.password}
            onChange={change('password')}
          />
        )}
        {way === 'sign-up' && (
          <Field label={texts.nickname} most={32} value={given.nickname} onChange={change('nickname')} />
        )}
        {problem !== undefined && (
          <p className="sheet-problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="button button-primary">
          {way === 'sign-up' ? texts.signUp : texts.signIn}
        </button>
      </form>
      {way !== 'password' && <PhoneMessages phone={phone} codesSent={codesSent} />}
    </section>
  );
}
