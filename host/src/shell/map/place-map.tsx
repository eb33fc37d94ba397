import { useEffect, useRef, useState } from 'react';
import { drawMap, type MapPicture, type MapPoint } from './map-picture.ts';
import { placeTexts as texts } from './place-texts.ts';

interface PlaceMapProps {
  readonly label: string;
  /** What the middle shows; the map follows when it changes. */
  readonly at: MapPoint;
  readonly scale: number;
  /** The person has moved the map below the pin. Without it the pin stays at its place, wherever that is on the map. */
  readonly moved?: (to: MapPoint) => void;
}

/** A map with a pin: in its middle where a place is chosen, else at the place. */
export function PlaceMap({ label, at, scale, moved }: PlaceMapProps) {
  const ground = useRef<HTMLDivElement>(null);
  const pin = useRef<SVGSVGElement>(null);
  const picture = useRef<MapPicture>(undefined);
  const [attribution, setAttribution] = useState('');
  const [failed, setFailed] = useState(false);
  const now = useRef({ at, scale, moved, shown: at });
  now.current.at = at;
  now.current.moved = moved;

  useEffect(() => {
    let gone = false;
    const element = ground.current;
    if (element === null) return;
    const first = now.current;
    drawMap(element, {
      ...{ at: first.at, scale: first.scale },
      ...(first.moved
        ? {
            moved(to) {
              now.current.shown = to;
              now.current.moved?.(to);
            },
          }
        : {
            pinned(x, y) {
              pin.current?.style.setProperty('left', `${x}px`);
              pin.current?.style.setProperty('top', `${y}px`);
            },
          }),
    }).then(
      (drawn) => {
        if (gone) return drawn.dispose();
        picture.current = drawn;
        setAttribution(drawn.attribution);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      picture.current?.dispose();
    };
  }, []);

  const { latitude, longitude } = at;
  useEffect(() => {
    const { shown } = now.current;
    // What the map said itself it need not be told.
    if (shown.latitude !== latitude || shown.longitude !== longitude) picture.current?.look({ latitude, longitude });
    now.current.shown = { latitude, longitude };
  }, [latitude, longitude]);

  return (
    <div className="map">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrows, plus and minus move it */}
      <div ref={ground} className="map-ground" role="application" aria-label={label} tabIndex={0} />
      <svg ref={pin} className="map-pin" width="24" height="32" viewBox="0 0 24 32" aria-hidden="true">
        <path d="M12 31C12 31 22.5 19 22.5 11.5A10.5 10.5 0 0 0 1.5 11.5C1.5 19 12 31 12 31z" />
        <circle cx="12" cy="11.5" r="3.5" />
      </svg>
      <div className="map-zoom">
        <button type="button" aria-label={texts.zoomIn} onClick={() => picture.current?.zoom(1)}>
          +
        </button>
        <button type="button" aria-label={texts.zoomOut} onClick={() => picture.current?.zoom(-1)}>
          −
        </button>
      </div>
      {attribution !== '' && <small className="map-source">{attribution}</small>}
      {failed && <p className="map-failed">{texts.noMap}</p>}
    </div>
  );
}
