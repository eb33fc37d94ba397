import { useEffect, useState } from 'react';
import type { ProgramListing } from '../../web/messages.ts';
import { addressLine } from '../account/address-line.ts';
import { type KeptAddress, listAddresses } from '../account/addresses.ts';
import { personTexts } from '../account/person-texts.ts';
import { Field } from '../components/field.tsx';
import { GuardedButton } from '../components/guarded-button.tsx';
import { Sheet } from '../components/sheet.tsx';
import { SheetButtons } from '../components/sheet-buttons.tsx';
import type { QuestionOf } from '../questions.ts';
import type { Guard } from '../use-guard.ts';
import { findAddresses, readCoordinates, writeCoordinates } from './find-places.ts';
import type { MapPoint } from './map-picture.ts';
import { PlaceMap } from './place-map.tsx';
import { placeTexts as texts } from './place-texts.ts';

interface ChoosePlaceSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'choose-place'>;
}

/** The place in the middle of a map, which begins where the person is. Its name is theirs to give. */
export function ChoosePlaceSheet({ program, question: { place, answer } }: ChoosePlaceSheetProps) {
  const [at, setAt] = useState<MapPoint>({ latitude: place.latitude, longitude: place.longitude });
  const [words, setWords] = useState({ name: place.name, address: place.address });
  const choose = () => answer({ name: words.name.trim() || texts.place, address: words.address.trim(), ...at });
  const take = (address: KeptAddress) => setWords({ name: address.detailInfo, address: addressLine(address) });
  return (
    <Sheet program={program} label={texts.choosePlace} onDismiss={() => answer()}>
      {(guard) => (
        <>
          <p className="consent-question">{texts.choosePlace}</p>
          <PlaceSearch guard={guard} go={setAt} take={take} />
          <PlaceMap label={texts.map} at={at} scale={16} moved={setAt} />
          <output className="map-point">{writeCoordinates(at)}</output>
          <div className="fields">
            <Field label={texts.placeName} value={words.name} onChange={(name) => setWords({ ...words, name })} />
            <Field
              label={texts.placeAddress}
              value={words.address}
              onChange={(address) => setWords({ ...words, address })}
            />
          </div>
          <SheetButtons
            guard={guard}
            refuse={{ text: personTexts.cancel, run: () => answer() }}
            agree={{ text: texts.choose, run: choose }}
          />
        </>
      )}
    </Sheet>
  );
}

interface PlaceSearchProps {
  readonly guard: Guard;
  readonly go: (to: MapPoint) => void;
  readonly take: (address: KeptAddress) => void;
}

/** Coordinates move the map, an address of the book gives its words: the host has no service that finds its place. */
function PlaceSearch({ guard, go, take }: PlaceSearchProps) {
  const [search, setSearch] = useState('');
  const [book, setBook] = useState<readonly KeptAddress[]>([]);
  useEffect(() => {
    void listAddresses().then(setBook);
  }, []);
  const point = readCoordinates(search);
  const found = point === undefined ? findAddresses(book, search) : [];
  const goThere = () => {
    if (point === undefined) return;
    go(point);
    setSearch('');
  };
  return (
    <search className="place-search">
      <label className="field-label">
        <span>{texts.search}</span>
        <input
          className="field"
          type="search"
          autoComplete="off"
          maxLength={100}
          placeholder={texts.searchHint}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') goThere();
          }}
        />
      </label>
      {point !== undefined && (
        <GuardedButton guard={guard} className="sheet-choice" onPress={goThere}>
          {texts.goTo(writeCoordinates(point))}
        </GuardedButton>
      )}
      {found.slice(0, 3).map((address) => (
        <GuardedButton
          guard={guard}
          key={address.id}
          className="sheet-choice sheet-choice-lines"
          onPress={() => {
            take(address);
            setSearch('');
          }}
        >
          <strong>{addressLine(address)}</strong>
          <span>{texts.fromAddressBook}</span>
        </GuardedButton>
      ))}
      {search.trim() !== '' && point === undefined && found.length === 0 && (
        <p className="sheet-hint" role="status">
          {texts.nothingFound}
        </p>
      )}
    </search>
  );
}

interface ShowPlaceSheetProps {
  readonly program: ProgramListing;
  readonly question: QuestionOf<'show-place'>;
}

/** A place the program points to. */
export function ShowPlaceSheet({ program, question: { place, scale, answer } }: ShowPlaceSheetProps) {
  const [copied, setCopied] = useState(false);
  const coordinates = writeCoordinates(place);
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
          <PlaceMap label={texts.map} at={place} scale={scale} />
          <output className="map-point">{coordinates}</output>
          <SheetButtons
            guard={guard}
            refuse={{ text: personTexts.close, run: () => answer() }}
            agree={{ text: copied ? personTexts.copied : texts.copyCoordinates, run: () => void copy() }}
          />
        </>
      )}
    </Sheet>
  );
}
