import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, maybe, nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

const type = wordOrElse(['wgs84', 'gcj02'], 'wgs84');
const latitude = v.pipe(number, v.minValue(-90, 'Number from -90 to 90'), v.maxValue(90, 'Number from -90 to 90'));
const longitude = v.pipe(
  number,
  v.minValue(-180, 'Number from -180 to 180'),
  v.maxValue(180, 'Number from -180 to 180'),
);
const position = v.object({
  latitude: v.number(),
  longitude: v.number(),
  /** Metres a second, -1 when it is not known. */
  speed: v.number(),
  /** Metres. */
  accuracy: v.number(),
  altitude: v.number(),
  verticalAccuracy: v.number(),
  horizontalAccuracy: v.number(),
});
const word = v.pipe(text, v.maxLength(300));

/** Where the user is, and places on a map. */
export const location = {
  getLocation: defineCapability({
    name: 'getLocation',
    answeredBy: 'host',
    description: 'Tells where the user is.',
    params: v.object({ type, altitude: orElse(flag, false), isHighAccuracy: orElse(flag, false) }),
    result: position,
    scope: 'scope.userLocation',
    privateInfo: true,
    privacy: true,
    needs: ['visible'],
    perSecond: 5,
  }),
  getFuzzyLocation: defineCapability({
    name: 'getFuzzyLocation',
    answeredBy: 'host',
    description: 'Tells roughly where the user is.',
    params: v.object({ type }),
    result: v.object({ latitude: v.number(), longitude: v.number() }),
    scope: 'scope.userFuzzyLocation',
    privateInfo: true,
    privacy: true,
    needs: ['visible'],
    perSecond: 5,
  }),
  startLocationUpdate: defineCapability({
    name: 'startLocationUpdate',
    answeredBy: 'host',
    description: 'Follows where the user is while the program is in front.',
    params: v.object({ type }),
    result: nothing,
    scope: 'scope.userLocation',
    privateInfo: true,
    privacy: true,
    needs: ['visible'],
    perSecond: 5,
  }),
  startLocationUpdateBackground: defineCapability({
    name: 'startLocationUpdateBackground',
    answeredBy: 'host',
    description: 'Follows where the user is, also while the program is hidden.',
    params: v.object({ type }),
    result: nothing,
    scope: 'scope.userLocationBackground',
    privateInfo: true,
    privacy: true,
    needs: ['visible'],
    perSecond: 5,
  }),
  stopLocationUpdate: defineCapability({
    name: 'stopLocationUpdate',
    answeredBy: 'host',
    description: 'Ends following where the user is.',
    params: nothing,
    result: nothing,
    basic: true,
  }),
  followForMap: defineCapability({
    name: 'followForMap',
    answeredBy: 'host',
    description: 'Shows the user where they are, on a map of the program.',
    params: v.object({ on: required(flag) }),
    result: nothing,
    // A map that shows the place tells the program nothing; the person is asked all the same.
    scope: 'scope.userLocation',
    privacy: true,
    basic: true,
    byElement: true,
  }),
  chooseLocation: defineCapability({
    name: 'chooseLocation',
    answeredBy: 'host',
    description: 'Lets the user choose a place.',
    params: v.object({ latitude: maybe(latitude), longitude: maybe(longitude) }),
    result: v.object({ name: v.string(), address: v.string(), latitude: v.number(), longitude: v.number() }),
    privateInfo: true,
    privacy: true,
    needs: ['visible'],
    perSecond: 2,
  }),
  choosePoi: defineCapability({
    name: 'choosePoi',
    answeredBy: 'host',
    description: 'Lets the user choose a place or just their town.',
    params: nothing,
    result: v.object({
      /** 1: a town; 2: a place. */
      type: v.number(),
      city: v.string(),
      name: v.string(),
      address: v.string(),
      latitude: v.number(),
      longitude: v.number(),
    }),
    privateInfo: true,
    privacy: true,
    needs: ['visible'],
    perSecond: 2,
  }),
  openLocation: defineCapability({
    name: 'openLocation',
    answeredBy: 'host',
    description: 'Shows the user a place.',
    params: v.object({
      latitude: required(latitude),
      longitude: required(longitude),
      scale: orElse(number, 18),
      name: orElse(word, ''),
      address: orElse(word, ''),
    }),
    result: nothing,
    basic: true,
    needs: ['visible'],
    perSecond: 2,
  }),
  chooseAddress: defineCapability({
    name: 'chooseAddress',
    answeredBy: 'host',
    description: 'Lets the user choose an address of their address book.',
    params: nothing,
    result: v.object({
      userName: v.string(),
      postalCode: v.string(),
      provinceName: v.string(),
      cityName: v.string(),
      countyName: v.string(),
      streetName: v.string(),
      detailInfo: v.string(),
      detailInfoNew: v.string(),
      nationalCode: v.string(),
      telNumber: v.string(),
    }),
    privateInfo: true,
    privacy: true,
    needs: ['signed-in', 'visible'],
    perSecond: 2,
  }),
};
