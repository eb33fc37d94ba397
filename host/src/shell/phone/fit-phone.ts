import { narrowBelow, type PhoneModel, type PhoneModelId, phoneModels, windowModel } from './phone-models.ts';

export interface PhoneFit {
  readonly model: PhoneModel;
  readonly scale: number;
  readonly narrow: boolean;
}

/** Room that rail, caption and ground take from the phone. */
const around = { x: 120, y: 88 };

/** The phone to draw in a window of this size. Without a choice of the person's, the largest that fits unscaled. */
export function fitPhone(
  width: number,
  height: number,
  chosen: PhoneModelId | undefined,
  pixelRatio: number,
): PhoneFit {
  if (width < narrowBelow) return { model: windowModel(width, height, pixelRatio), scale: 1, narrow: true };
  const roomX = width - around.x;
  const roomY = height - around.y;
  const fitting = phoneModels.medium.height <= roomY ? phoneModels.medium : phoneModels.small;
  const model = chosen === undefined ? fitting : phoneModels[chosen];
  return { model, scale: Math.min(1, roomX / model.width, roomY / model.height), narrow: false };
}
