/** Events that travel through the tree from any element; nothing else bubbles. */
export const travellingEvents = [
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'tap',
  'longpress',
  'longtap',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
] as const;

export type TravellingEvent = (typeof travellingEvents)[number];
