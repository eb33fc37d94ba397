import type { BuiltIn } from './component.ts';

/** One page of a swiper; the swiper places it. */
export const swiperItem: BuiltIn = {
  tag: 'swiper-item',
  flags: ['skip-hidden-item-layout'],
  attributes: ['item-id'],
  whenUsed: true,
  style:
    'wx-swiper-item{display:block;position:absolute;top:0;left:0;width:100%;height:100%;overflow:hidden}' +
    'wx-swiper-item[skip-hidden-item-layout]{content-visibility:auto}',
  create: ({ attribute }) => ({ value: () => attribute('item-id') ?? '' }),
};
