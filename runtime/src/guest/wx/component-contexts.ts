import type { Json } from '../../protocol/json.ts';
import { isFunction, isObject } from '../intrinsics.ts';
import type { ViewRoot, WxLink } from '../wx-link.ts';
import { type Callback, failed, jsonOf, later, method, type Options, type Settle } from './method.ts';

/** The object through which a program steers one component: `VideoContext`, `MapContext` and kin. */
interface ContextKind {
  /** Tag of the component. */
  readonly tag: string;
  readonly methods: string;
  /** Methods that take one plain value, and what it is called where they take an object. */
  readonly plain?: Readonly<Record<string, string>>;
}

const casting = 'startCasting switchCasting reconnectCasting exitCasting';
const screens =
  'requestFullScreen exitFullScreen exitPictureInPicture requestBackgroundPlayback exitBackgroundPlayback';

/** By the member of `wx` that makes them. */
const kinds: Readonly<Record<string, ContextKind>> = {
  createVideoContext: {
    tag: 'video',
    methods: `play pause stop seek sendDanmu playbackRate showStatusBar hideStatusBar ${screens} ${casting}`,
    plain: { seek: 'position', playbackRate: 'rate' },
  },
  createAudioContext: { tag: 'audio', methods: 'setSrc play pause seek', plain: { setSrc: 'src', seek: 'position' } },
  createMapContext: {
    tag: 'map',
    methods: `addArc addCustomLayer addGroundOverlay addMarkers addVisualLayer eraseLines executeVisualLayerCommand
      fromScreenLocation getCenterLocation getRegion getRotate getScale getSkew includePoints initMarkerCluster moveAlong
      moveToLocation openMapApp removeArc removeCustomLayer removeGroundOverlay removeMarkers removeVisualLayer
      setBoundary setCenterOffset setLocMarkerIcon toScreenLocation translateMarker updateGroundOverlay`,
  },
  createCameraContext: { tag: 'camera', methods: 'takePhoto setZoom startRecord stopRecord' },
  createLivePlayerContext: {
    tag: 'live-player',
    methods: `play pause stop resume mute snapshot ${screens} ${casting}`,
  },
  createLivePusherContext: {
    tag: 'live-pusher',
    methods: `start stop pause resume switchCamera snapshot toggleTorch playBGM stopBGM pauseBGM resumeBGM setBGMVolume
      setMICVolume startPreview stopPreview sendMessage getMaxZoom setZoom applyBlusherStickMakeup clearMakeup
      exitPictureInPicture`,
  },
};

/** These are on their page once, and found without an id. */
const alone: readonly string[] = ['createCameraContext', 'createLivePusherContext'];

/** Members of `wx` that make one. */
export function componentContextMembers(link: WxLink): Record<string, Callback> {
  const members: Record<string, Callback> = {};
  for (const name of Object.keys(kinds)) {
    members[name] = (id, component) =>
      alone.includes(name)
        ? createContext(link, name, undefined, undefined)
        : createContext(link, name, `#${String(id)}`, component);
  }
  return members;
}

/** The context of the node that `selector` finds in `owner`, or on the page on top now. */
export function createContext(link: WxLink, member: string, selector: string | undefined, component: unknown): Options {
  const kind = kinds[member];
  if (!kind) return {};
  const owner = component ?? link.pages().at(-1);
  const calling: Target = { link, selector: selector ?? kind.tag, tag: kind.tag, owner };
  const context: Record<string, unknown> = {};
  for (const name of kind.methods.split(/\s+/)) {
    const call = method(link, name, (options, settle) => send(calling, name, options, settle));
    const key = kind.plain?.[name];
    context[name] = (given: unknown) => call(key !== undefined && !isObject(given) ? { [key]: given } : given);
  }
  if (kind.tag === 'map') {
    context.on = (event: unknown, listener: unknown) => {
      if (isFunction(listener))
        send(calling, 'on', { event: String(event), listener: listen(link, listener) }, nothing);
      return context;
    };
  }
  // Frames of a camera do not leave the page's document.
  if (kind.tag === 'camera') context.onCameraFrame = () => ({ start: nothing, stop: nothing });
  return context;
}

interface Target {
  readonly link: WxLink;
  readonly selector: string;
  readonly tag: string;
  readonly owner: unknown;
}

function send({ link, selector, tag, owner }: Target, name: string, options: Options, settle: Settle): void {
  const params = jsonOf(options);
  if (params === undefined) {
    later(settle, failed('fail parameter error: the parameter is not data;', 1001));
    return;
  }
  const { animationEnd } = options;
  const ask = ({ page, block }: ViewRoot) => {
    const asked: Record<string, Json> = { page, block, selector, tag, method: name, params };
    link.call('callNode', asked, (outcome) => {
      settle(outcome);
      if (outcome.ok && isFunction(animationEnd)) link.guard(`animationEnd of ${name}`, animationEnd);
    });
  };
  const root = link.viewRoot(owner);
  if (root !== undefined) ask(root);
  else {
    // Asked for in `onLoad`, before the first block is made.
    link.afterDrawing(() => {
      const drawn = link.viewRoot(owner);
      if (drawn !== undefined) ask(drawn);
      else settle(failed('fail the page is closed'));
    });
  }
}

const heard = new WeakMap<WxLink, Callback[]>();

/** The number by which the player names the listener. */
function listen(link: WxLink, listener: Callback): number {
  let listeners = heard.get(link);
  if (!listeners) {
    const all: Callback[] = [];
    link.onNotify('contextEvent', (told) => {
      const hear = isObject(told) ? all[Number(told.listener)] : undefined;
      if (hear && isObject(told)) link.guard('a listener of a context', hear, told.detail);
    });
    listeners = all;
    heard.set(link, all);
  }
  return listeners.push(listener) - 1;
}

const nothing = (): void => undefined;
