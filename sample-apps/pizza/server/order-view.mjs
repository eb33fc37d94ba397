/** Where the oven stands, in GCJ-02 as the maps of this format want it. */
export const shopPlace = { latitude: 31.2252, longitude: 121.4681 };

/** An order as its guest may see it. */
export function viewOrder({ number, revision, lines, total, state, at, address, shipments = 0 }) {
  return { number, revision, lines, total, state, at, address, shipments, shop: shopPlace };
}

/** An order as a courier may see it: where it goes is theirs to know once they have taken it. */
export function viewJob({ number, lines, state, at, address }, taken) {
  const pizzas = lines.reduce((sum, { count }) => sum + count, 0);
  return { number, pizzas, state, at, shop: shopPlace, ...(taken && { address, lines }) };
}

export function readAddress(address) {
  const line = (name) => (typeof address?.[name] === 'string' ? address[name].slice(0, 200) : '');
  const place = { name: line('userName'), phone: line('telNumber'), text: line('text') };
  return place.name === '' || place.text === '' ? undefined : place;
}
