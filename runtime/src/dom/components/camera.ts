import type { Json } from '../../protocol/index.ts';
import { done, refused } from '../outcome.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { inside, makeInside, sayWhy } from './stand-in.ts';

const fixed = 'The browser sets this of its camera.';
const words = { english: 'No camera available here', chinese: '此处无法使用相机' };

/** What the device's camera sees, where the host gives one; a quiet box and an `error` where not. */
export const camera: BuiltIn = {
  tag: 'camera',
  attributes: ['device-position'],
  events: ['error', 'initdone', 'stop'],
  options: { 'device-position': ['front', 'back'] },
  noEffect: { flash: fixed, resolution: fixed, 'frame-size': fixed },
  notHere: ['flash'],
  style:
    'wx-camera{display:inline-block;position:relative;width:300px;height:225px;overflow:hidden;' +
    'background-color:var(--tr-control)}wx-camera>video{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}' +
    'wx-camera>video[data-mirror]{transform:scaleX(-1)}',
  build: makeInside,
  content: inside,
  create: createCamera,
};

function createCamera(context: ComponentContext): ComponentInstance {
  const { attribute, document, emit, host, surroundings, window } = context;
  let stream: MediaStream | undefined;
  let generation = 0;
  const picture = document.createElement('video');
  picture.muted = true;
  picture.playsInline = true;

  const close = (): void => {
    generation += 1;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    picture.remove();
  };
  const fail = (why: string): void => {
    sayWhy(host, words, window);
    emit('error', { errMsg: `camera: ${why}` });
  };
  const open = (): void => {
    close();
    if (!surroundings.camera) {
      fail('this host gives no camera');
      return;
    }
    const own = generation;
    const front = attribute('device-position') === 'front';
    surroundings.camera(front ? 'user' : 'environment').then(
      (opened) => {
        if (own !== generation) {
          for (const track of opened.getTracks()) track.stop();
          return;
        }
        stream = opened;
        for (const track of opened.getTracks()) track.addEventListener('ended', () => emit('stop', {}));
        picture.toggleAttribute('data-mirror', front);
        picture.srcObject = opened;
        host.querySelector(':scope>wx-why')?.remove();
        host.prepend(picture);
        void picture.play();
        emit('initdone', { maxZoom: 1 });
      },
      (error: unknown) => {
        if (own === generation) fail(error instanceof Error ? error.message : 'the camera was refused');
      },
    );
  };

  const takePhoto = async (): Promise<Json> => {
    const canvas = globalThis.document.createElement('canvas');
    canvas.width = picture.videoWidth;
    canvas.height = picture.videoHeight;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    return { tempImagePath: canvas.toDataURL('image/jpeg', 0.92), width: canvas.width, height: canvas.height };
  };
  let attached = false;
  return {
    update() {
      if (attached) open();
    },
    attached() {
      attached = true;
      open();
    },
    async call(method) {
      if (!stream) return refused('fail there is no camera', 'NOT_SUPPORTED');
      if (method === 'takePhoto') return done(await takePhoto());
      if (method === 'setZoom') return done({ zoom: 1 });
      return refused(`fail ${method} is not supported here`, 'NOT_SUPPORTED');
    },
    dispose: close,
  };
}
