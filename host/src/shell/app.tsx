import { useEffect } from 'react';
import { Caption } from './components/caption.tsx';
import { Rail } from './components/rail.tsx';
import { Phone } from './phone/phone.tsx';
import { usePhone } from './phone/use-phone.ts';
import { setEnvironmentSource } from './program/sessions.ts';
import { useShell } from './store.ts';
import { useAppearance } from './use-appearance.ts';

/** The shell: rail, and the phone on its ground. */
export function App() {
  const theme = useAppearance();
  const { model, scale, narrow } = usePhone();
  const front = useShell((state) => state.front);
  useEffect(() => setEnvironmentSource({ model, theme }), [model, theme]);
  return (
    <div className="shell" data-narrow={narrow} data-program={front !== undefined}>
      <Rail />
      <div className="stage">
        <Phone model={model} scale={scale} narrow={narrow} />
        {!narrow && <Caption model={model} scale={scale} />}
      </div>
    </div>
  );
}
