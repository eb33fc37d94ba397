import type { PhoneModel } from '../phone/phone-models.ts';
import { useShell } from '../store.ts';
import { texts } from '../texts.ts';

/** The line under the phone: its size, and what an author should know of the program in front. */
export function Caption({ model, scale }: { readonly model: PhoneModel; readonly scale: number }) {
  const front = useShell((state) => state.running.find((program) => program.appId === state.front));
  const listing = useShell((state) => state.programs?.find((program) => program.appId === state.front));
  const percent = scale === 1 ? '' : ` · ${Math.round(scale * 100)} %`;
  return (
    <div className="caption">
      <span className="caption-size">
        {model.width} × {model.height}
        {percent}
      </span>
      {front !== undefined && listing?.development === true && (
        <span className="badge badge-warning">{texts.developmentBadge}</span>
      )}
      {front !== undefined && front.errors > 0 && (
        <span className="badge badge-danger" title={front.lastError?.message}>
          {texts.errors(front.errors)}
        </span>
      )}
    </div>
  );
}
