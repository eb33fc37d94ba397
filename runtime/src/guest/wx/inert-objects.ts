import { isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { inertMethods } from './inert-methods.ts';
import type { Callback } from './method.ts';
import { unsupportedMethod, warnUnsupported } from './unsupported.ts';

type Inert = Record<string, unknown>;

/**
 * The object behind an unsupported member, for example `createTCPSocket`. Every documented method is there and
 * does nothing; it returns the object, so that calls can be chained. A method given callbacks fails through them.
 * Where doing nothing would look like success, the method fails or throws.
 */
export function inertObject(link: WxLink, member: string): Inert {
  return Object.assign(doingNothing(link, member, inertMethods(member)), special(link, member));
}

/** `create` members and `task` handles: warned about when they are made. */
export function inertCreator(link: WxLink, member: string): () => Inert {
  return () => {
    warnUnsupported(link, member, 'its object does nothing');
    return inertObject(link, member);
  };
}

/** An object of methods that do nothing, for `member`. */
export function doingNothing(link: WxLink, member: string, methods: readonly string[]): Inert {
  const inert: Inert = {};
  for (const name of methods) {
    const fail = unsupportedMethod(link, `${member}.${name}`);
    inert[name] = (options: unknown) => {
      if (takesCallbacks(options)) fail(options);
      else warnUnsupported(link, member, 'its object does nothing');
      return inert;
    };
  }
  return inert;
}

function takesCallbacks(options: unknown): boolean {
  return isObject(options) && (isFunction(options.success) || isFunction(options.fail) || isFunction(options.complete));
}

/** What `member`'s object must answer otherwise. */
function special(link: WxLink, member: string): Inert {
  const failing = (names: readonly string[]): Inert =>
    Object.fromEntries(names.map((name) => [name, unsupportedMethod(link, `${member}.${name}`)]));
  switch (member) {
    case 'createInterstitialAd':
    case 'createRewardedVideoAd': {
      // These two return promises, also with a listener given.
      const { load, show } = failing(['load', 'show']);
      return { load: withoutArguments(load), show: withoutArguments(show) };
    }
    case 'getUserCryptoManager':
      return failing(['getLatestUserKey', 'getRandomValues']);
    case 'cloud':
      return cloud(link);
    case 'router':
      return { getRouteContext: () => undefined };
    case 'worklet':
      return worklet(link);
    default:
      return {};
  }
}

const withoutArguments = (call: unknown) => () => (isFunction(call) ? call() : undefined);

function cloud(link: WxLink): Inert {
  const failing = (owner: string, names: string) => {
    const calls: Inert = {};
    for (const name of names.split(' ')) calls[name] = unsupportedMethod(link, `${owner}.${name}`);
    return calls;
  };
  const collection: Inert = {
    ...failing('cloud.database', 'get count add update set remove watch end'),
  };
  for (const name of ['doc', 'where', 'limit', 'skip', 'orderBy', 'field', 'aggregate', 'match', 'project', 'group']) {
    collection[name] = () => collection;
  }
  const operators =
    'eq neq lt lte gt gte in nin and or not nor exists mod all elemMatch size set remove inc mul min max rename push pop shift unshift pull';
  const database: Inert = {
    collection: () => collection,
    command: doingNothing(link, 'cloud', operators.split(' ')),
    serverDate: () => ({}),
    RegExp: () => ({}),
    ...failing('cloud.database', 'runTransaction'),
  };
  return {
    ...failing('cloud', 'callFunction callContainer getTempFileURL deleteFile'),
    uploadFile: cloudTask(link, 'uploadFile'),
    downloadFile: cloudTask(link, 'downloadFile'),
    database() {
      warnUnsupported(link, 'cloud', 'its object does nothing');
      return database;
    },
  };
}

/** Returns a task when it is given callbacks, and a promise when not. */
function cloudTask(link: WxLink, name: string): Callback {
  const call = unsupportedMethod(link, `cloud.${name}`);
  return (options) => call(options) ?? inertObject(link, name);
}

/** Without a second thread a shared value is a plain one, and a function runs where it is. */
function worklet(link: WxLink): Inert {
  const target: Callback = (value) => value;
  const easings = 'linear ease quad cubic poly sin circle exp elastic back bounce bezier in out inOut';
  return {
    shared: (value: unknown) => ({ value }),
    derived: (compute: unknown) => ({ value: isFunction(compute) ? compute() : undefined }),
    runOnUI: target,
    runOnJS: target,
    timing: target,
    spring: target,
    Easing: doingNothing(link, 'worklet', easings.split(' ')),
  };
}
