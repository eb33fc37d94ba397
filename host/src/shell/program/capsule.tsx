import { leaveProgram, openMenu } from '../actions.ts';
import { capsuleOf, type PhoneModel } from '../phone/phone-models.ts';
import { useShell } from '../store.ts';
import { texts } from '../texts.ts';

/**
 * Menu and leave: the host's own two buttons, above whatever the program draws and never themed by it, so that
 * a person always has a way out.
 */
export function Capsule({ appId, model }: { readonly appId: string; readonly model: PhoneModel }) {
  const sheet = useShell((state) => state.sheet);
  const { left, top, width, height } = capsuleOf(model);
  return (
    <div className="capsule" style={{ left, top, width, height }} inert={sheet !== undefined}>
      <button type="button" aria-label={texts.menu} aria-haspopup="dialog" onClick={() => openMenu(appId)}>
        <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
          <circle cx="2.2" cy="4" r="1.7" />
          <circle cx="9" cy="4" r="2.7" />
          <circle cx="15.8" cy="4" r="1.7" />
        </svg>
      </button>
      <button type="button" aria-label={texts.leave} onClick={() => leaveProgram()}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <circle cx="9" cy="9" r="7.4" className="capsule-ring" />
          <circle cx="9" cy="9" r="2.8" />
        </svg>
      </button>
    </div>
  );
}
