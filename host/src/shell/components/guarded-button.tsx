import type { ButtonHTMLAttributes } from 'react';
import type { Guard } from '../use-guard.ts';

interface GuardedButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'onClick' | 'aria-disabled'> {
  readonly guard: Guard;
  /** Pressing it would do nothing now, and it says so. */
  readonly busy?: boolean;
  readonly onPress: () => void;
}

/** A button of a sheet: takes no press before the sheet's guard is open, nor one that no person made. */
export function GuardedButton({ guard, busy = false, onPress, ...attributes }: GuardedButtonProps) {
  return <button {...attributes} type="button" aria-disabled={!guard.open || busy} onClick={guard.accept(onPress)} />;
}
