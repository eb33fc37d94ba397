import { useEffect, useState } from 'react';
import { narrowBelow, type PhoneModel, phoneModels, windowModel } from './phone-models.ts';
import { useShell } from './store.ts';

/** Room that the stage keeps around the phone, caption included. */
const stageMargin = { x: 72 + 48, y: 32 + 56 };

export interface PhoneFit {
  readonly model: PhoneModel;
  readonly scale: number;
  readonly narrow: boolean;
}

/** The phone to draw in a window of this size. Without a choice of the person's, the largest that fits unscaled. */
export function fitPhone(
  width: number,
  height: number,
  chosen: 'small' | 'medium' | 'large' | undefined,
  pixelRatio: number,
): PhoneFit {
  if (width < narrowBelow) return { model: windowModel(width, height, pixelRatio), scale: 1, narrow: true };
  const roomX = width - stageMargin.x;
  const roomY = height - stageMargin.y;
  const fitting = phoneModels.medium.height <= roomY ? phoneModels.medium : phoneModels.small;
  const model = chosen === undefined ? fitting : phoneModels[chosen];
  return { model, scale: Math.min(1, roomX / model.width, roomY / model.height), narrow: false };
}

/** `fitPhone` for this window, kept up to date. */
export function usePhone(): PhoneFit {
  const chosen = useShell((state) => state.preferences.model);
  const [size, setSize] = useState(() => ({ width: innerWidth, height: innerHeight }));
  useEffect(() => {
    const onResize = (): void => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return fitPhone(size.width, size.height, chosen, devicePixelRatio);
}
