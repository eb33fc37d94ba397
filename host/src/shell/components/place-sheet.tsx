import { useState } from 'react';
import type { Place } from '../../providers/index.ts';
import type { ProgramListing } from '../../web/messages.ts';
import { personTexts as texts } from '../person-texts.ts';
import type { QuestionOf } from '../questions.ts';
import { Field } from './field.tsx';
import { Sheet } from './sheet.tsx';
import { SheetButtons } from './sheet-buttons.tsx';

interface ChoosePlaceSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'choose-place'>;
}

/** A place by its name and coordinates; they begin where the person is. */
export function ChoosePlaceSheet({ program, question: { place, answer } }: ChoosePlaceSheetProps) {
  const [given, setGiven] = useState({
    name: place.name,
    address: place.address,
    latitude: String(place.latitude),
    longitude: String(place.longitude),
  });
  const latitude = degreesOf(given.latitude, 90);
  const longitude = degreesOf(given.longitude, 180);
  const chosen: Place | undefined =
    given.name.trim() === '' || latitude === undefined || longitude === undefined
      ? undefined
      : { name: given.name.trim(), address: given.address.trim(), latitude, longitude };
  return (
    <Sheet program={program} label={texts.placeAsk} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.placeAsk}</p>
          <div className="fields">
            <Field label={texts.placeName} value={given.name} onChange={(name) => setGiven({ ...given, name })} />
            <Field
              label={texts.placeAddress}
              value={given.address}
              onChange={(address) => setGiven({ ...given, address })}
            />
            <div className="field-row">
              <Field
                label={texts.latitude}
                value={given.latitude}
                mode="decimal"
                onChange={(value) => setGiven({ ...given, latitude: value })}
              />
              <Field
                label={texts.longitude}
                value={given.longitude}
                mode="decimal"
                onChange={(value) => setGiven({ ...given, longitude: value })}
              />
            </div>
          </div>
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.cancel, run: () => answer() }}
            agree={{ text: texts.choose, disabled: chosen === undefined, run: () => answer(chosen) }}
          />
        </>
      )}
    </Sheet>
  );
}

interface ShowPlaceSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'show-place'>;
}

/** A place the program points to. */
export function ShowPlaceSheet({ program, question: { place, answer } }: ShowPlaceSheetProps) {
  const [copied, setCopied] = useState(false);
  const coordinates = `${place.latitude}, ${place.longitude}`;
  const copy = () =>
    navigator.clipboard.writeText(coordinates).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <Sheet program={program} label={texts.place} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{place.name || texts.place}</p>
          {place.address !== '' && <p className="sheet-hint">{place.address}</p>}
          <p className="sheet-value">{coordinates}</p>
          <SheetButtons
            guard={guard}
            refuse={{ text: texts.close, run: () => answer() }}
            agree={{ text: copied ? texts.copied : texts.copyCoordinates, run: () => void copy() }}
          />
        </>
      )}
    </Sheet>
  );
}

function degreesOf(text: string, most: number): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= most ? value : undefined;
}
