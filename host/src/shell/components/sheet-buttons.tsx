import type { Guard } from '../use-guard.ts';
import { GuardedButton } from './guarded-button.tsx';

interface Action {
  readonly text: string;
  readonly run: () => void;
  readonly disabled?: boolean;
}

interface SheetButtonsProps {
  readonly guard: Guard;
  /** The refusing one stands first and is as large as the other. */
  readonly refuse: Action;
  readonly agree?: Action;
}

/** The buttons at the foot of a sheet. */
export function SheetButtons({ guard, refuse, agree }: SheetButtonsProps) {
  return (
    <div className="sheet-buttons">
      <GuardedButton className="button" guard={guard} onPress={refuse.run}>
        {refuse.text}
      </GuardedButton>
      {agree !== undefined && (
        <GuardedButton className="button button-primary" guard={guard} disabled={agree.disabled} onPress={agree.run}>
          {agree.text}
        </GuardedButton>
      )}
    </div>
  );
}
