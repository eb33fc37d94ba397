/**
 * `hover-stay-time` → `hoverStayTime`, `swiper-item.item-id` → `itemId`: where a control's value stands in the data.
 *
 * @param {string} name
 */
export function dataNameOf(name) {
  return name.replace(/^.*\./, '').replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
