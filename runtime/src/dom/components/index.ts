import { button } from './button.ts';
import { canvas } from './canvas.ts';
import { checkbox, checkboxGroup } from './checkbox.ts';
import type { BuiltIn } from './component.ts';
import { coverImage } from './cover-image.ts';
import { coverView } from './cover-view.ts';
import { form } from './form.ts';
import { icon } from './icon.ts';
import { image } from './image.ts';
import { input } from './input.ts';
import { label } from './label.ts';
import { movableArea } from './movable-area.ts';
import { movableView } from './movable-view.ts';
import { navigator } from './navigator.ts';
import { picker } from './picker.ts';
import { pickerView } from './picker-view.ts';
import { pickerViewColumn } from './picker-view-column.ts';
import { progress } from './progress.ts';
import { radio, radioGroup } from './radio.ts';
import { scrollView } from './scroll-view.ts';
import { slider } from './slider.ts';
import { span } from './span.ts';
import { swiper } from './swiper.ts';
import { swiperItem } from './swiper-item.ts';
import { switchControl } from './switch.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { view } from './view.ts';

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
  ].map((component) => [component.tag, component]),
);
