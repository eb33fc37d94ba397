/** How much farther than needed, so that the map does not jump with every position. */
const margin = 0.4;

/** The two corners of what a map shows, grown to hold these places; the same corners when they do already. */
module.exports = function grow(corners, places) {
  const [low, high] = corners;
  const fits = ({ latitude, longitude }) =>
    low &&
    latitude >= low.latitude &&
    latitude <= high.latitude &&
    longitude >= low.longitude &&
    longitude <= high.longitude;
  if (places.every(fits)) return corners;
  const all = corners.concat(places);
  const span = (name) => {
    const values = all.map((place) => place[name]);
    const [least, most] = [Math.min.apply(null, values), Math.max.apply(null, values)];
    const more = Math.max((most - least) * margin, 0.002);
    return [least - more, most + more];
  };
  const [south, north] = span('latitude');
  const [west, east] = span('longitude');
  return [
    { latitude: south, longitude: west },
    { latitude: north, longitude: east },
  ];
};
