import type { CallOutcome } from '../../protocol/capabilities.ts';
import type { Navigator } from '../navigator.ts';
import type { Page } from '../page.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

type Names =
  | 'setNavigationBarTitle'
  | 'setNavigationBarColor'
  | 'showNavigationBarLoading'
  | 'hideNavigationBarLoading'
  | 'hideHomeButton'
  | 'setBackgroundColor'
  | 'setBackgroundTextStyle';

const textStyles = new Map([
  ['#ffffff', 'white'],
  ['#000000', 'black'],
] as const);

/** The bar above the visible page and the window behind it. */
export function navigationBarCalls(navigator: Navigator): Pick<PlayerHandlers, Names> {
  const onPage = (change: (page: Page) => void): CallOutcome => {
    if (!navigator.top) return failed('fail there is no page');
    change(navigator.top);
    return done();
  };
  return {
    setNavigationBarTitle: ({ title }) => onPage((page) => page.setBar({ title })),
    setNavigationBarColor({ frontColor, backgroundColor, animation }) {
      const textStyle = [...textStyles].find(([color]) => color === frontColor.toLowerCase())?.[1];
      // WeChat takes these two and nothing else; its message is the one programs look for.
      if (textStyle === undefined) return failed(`fail invalid frontColor "${frontColor.slice(0, 64)}"`);
      return onPage((page) => page.setBar({ textStyle, backgroundColor, animationMs: animation?.duration ?? 0 }));
    },
    showNavigationBarLoading: () => onPage((page) => page.setBar({ loading: true })),
    hideNavigationBarLoading: () => onPage((page) => page.setBar({ loading: false })),
    hideHomeButton: () => onPage((page) => page.setBar({ home: false })),
    setBackgroundColor: ({ backgroundColor: color }) =>
      onPage((page) => page.setBackground(color === undefined ? {} : { color })),
    setBackgroundTextStyle: ({ textStyle }) => onPage((page) => page.setBackground({ textStyle })),
  };
}
