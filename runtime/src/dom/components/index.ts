import { ad, adCustom } from './ads.ts';
import { audio } from './audio.ts';
import { button } from './button.ts';
import { camera } from './camera.ts';
import { canvas } from './canvas.ts';
import { channelLive, channelVideo } from './channels.ts';
import { checkbox, checkboxGroup } from './checkbox.ts';
import type { BuiltIn } from './component.ts';
import { coverImage } from './cover-image.ts';
import { coverView } from './cover-view.ts';
import { form } from './form.ts';
import { functionalPageNavigator } from './functional-page-navigator.ts';
import { icon } from './icon.ts';
import { image } from './image.ts';
import { input } from './input.ts';
import { label } from './label.ts';
import { livePlayer, livePusher } from './live.ts';
import { map } from './map.ts';
import { matchMedia } from './match-media.ts';
import { movableArea } from './movable-area.ts';
import { movableView } from './movable-view.ts';
import { navigationBar } from './navigation-bar.ts';
import { navigator } from './navigator.ts';
import { officialAccount } from './official-account.ts';
import { openData } from './open-data.ts';
import { pageContainer } from './page-container.ts';
import { pageMeta } from './page-meta.ts';
import { picker } from './picker.ts';
import { pickerView } from './picker-view.ts';
import { pickerViewColumn } from './picker-view-column.ts';
import { progress } from './progress.ts';
import { radio, radioGroup } from './radio.ts';
import { richText } from './rich-text.ts';
import { rootPortal } from './root-portal.ts';
import { scrollView } from './scroll-view.ts';
import { shareElement } from './share-element.ts';
import { slider } from './slider.ts';
import { span } from './span.ts';
import { swiper } from './swiper.ts';
import { swiperItem } from './swiper-item.ts';
import { switchControl } from './switch.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { video } from './video.ts';
import { view } from './view.ts';
import { webView } from './web-view.ts';

/** Every built-in component this painter draws, by tag. `protocol/built-in-tags` lists the same names. */
export const components: ReadonlyMap<string, BuiltIn> = new Map(
  [
    view,
    text,
    image,
    button,
    input,
    textarea,
    scrollView,
    swiper,
    swiperItem,
    navigator,
    icon,
    label,
    form,
    switchControl,
    checkbox,
    checkboxGroup,
    radio,
    radioGroup,
    progress,
    slider,
    coverView,
    coverImage,
    picker,
    pickerView,
    pickerViewColumn,
    movableArea,
    movableView,
    canvas,
    span,
    audio,
    video,
    ad,
    adCustom,
    camera,
    channelLive,
    channelVideo,
    functionalPageNavigator,
    livePlayer,
    livePusher,
    map,
    matchMedia,
    navigationBar,
    officialAccount,
    openData,
    pageContainer,
    pageMeta,
    richText,
    rootPortal,
    shareElement,
    webView,
  ].map((component) => [component.tag, component]),
);
