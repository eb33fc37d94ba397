import type { ProgramListing } from '../../web/messages.ts';
import { useLate } from '../use-late.ts';
import { ProgramIcon } from './program-icon.tsx';

/** What is on the phone until a program has drawn its first page. */
export function Splash({ program }: { readonly program: ProgramListing }) {
  const late = useLate();
  return (
    <div className="splash">
      <ProgramIcon {...program} size={64} />
      <p className="splash-name">{program.name}</p>
      <div className="splash-dots" data-shown={late} aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}
