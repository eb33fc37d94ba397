import type { Guard } from '../use-guard.ts';

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
      <button type="button" className="button" aria-disabled={!guard.open} onClick={guard.accept(refuse.run)}>
        {refuse.text}
      </button>
      {agree !== undefined && (
        <button
          type="button"
          className="button button-primary"
          aria-disabled={!guard.open}
          disabled={agree.disabled}
          onClick={guard.accept(agree.run)}
        >
          {agree.text}
        </button>
      )}
    </div>
  );
}
