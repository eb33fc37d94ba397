import { expect, test } from '@playwright/test';
import { openWx } from './fixtures/fake-link.ts';

test('a context names its component by id, page and block, and passes values as objects', async () => {
  const { call, sent, settle } = openWx();
  const video = Object(call('createVideoContext', 'film'));
  const answered = video.seek(3);
  video.sendDanmu({ text: 'hi', color: '#fff' });
  expect(sent).toEqual([
    ['callNode', { page: 3, block: 0, selector: '#film', tag: 'video', method: 'seek', params: { position: 3 } }],
    [
      'callNode',
      {
        page: 3,
        block: 0,
        selector: '#film',
        tag: 'video',
        method: 'sendDanmu',
        params: { text: 'hi', color: '#fff' },
      },
    ],
  ]);
  settle({ ok: true, result: {} });
  await expect(answered).resolves.toEqual({ errMsg: 'seek:ok' });
});

test('inside a component, without an id, and after its page has gone', () => {
  const { call, sent } = openWx();
  Object(call('createMapContext', 'm', {})).getScale();
  Object(call('createCameraContext')).takePhoto({});
  const heard: unknown[] = [];
  Object(call('createVideoContext', 'v', 'gone')).play({ fail: (error: unknown) => heard.push(error) });
  expect(sent.map(([, params]) => params)).toEqual([
    { page: 3, block: 7, selector: '#m', tag: 'map', method: 'getScale', params: {} },
    { page: 3, block: 0, selector: 'camera', tag: 'camera', method: 'takePhoto', params: {} },
  ]);
  expect(Object.keys(Object(call('createLivePlayerContext', 'l')))).toContain('mute');
  expect(heard).toEqual([]);
});

test('a marker that has arrived runs animationEnd, and one that is not there does not', () => {
  const { call, settle } = openWx();
  const map = Object(call('createMapContext', 'm'));
  const heard: unknown[] = [];
  const options = {
    markerId: 1,
    animationEnd: () => heard.push('end'),
    success: () => heard.push('success'),
    fail: ({ errMsg }: { errMsg: string }) => heard.push(errMsg),
  };
  map.translateMarker(options);
  settle({ ok: true, result: {} });
  map.translateMarker(options);
  settle({ ok: false, error: { errMsg: 'fail there is no marker 1' } });
  expect(heard).toEqual(['success', 'end', 'translateMarker:fail there is no marker 1']);
});

test('what a map tells by number reaches the listener of that number', () => {
  const { call, sent, notify } = openWx();
  const map = Object(call('createMapContext', 'm'));
  const heard: unknown[] = [];
  const [one, two] = ['one', 'two'].map((who) => (detail: unknown) => heard.push([who, detail]));
  expect(map.on('markerClusterCreate', one)).toBe(map);
  map.on('markerClusterClick', two);
  map.on('markerClusterClick', 'no function');
  expect(sent.map(([, params]) => Object(params).params)).toEqual([
    { event: 'markerClusterCreate', listener: 0 },
    { event: 'markerClusterClick', listener: 1 },
  ]);
  for (const listener of [1, 0, 2, '__proto__', null]) notify('contextEvent', { listener, detail: { n: 1 } });
  expect(heard).toEqual([
    ['two', { n: 1 }],
    ['one', { n: 1 }],
    ['one', { n: 1 }],
  ]);
});

test('a sound sends what is set, keeps in step with what it hears, and nothing after its end', () => {
  const { call, sent, notify } = openWx();
  const sound = Object(call('createInnerAudioContext'));
  expect([sound.paused, sound.duration, sound.volume, sound.loop]).toEqual([true, 0, 1, false]);
  expect(sent).toEqual([]);
  const heard: unknown[] = [];
  const listener = () => heard.push(['play', sound.paused, sound.currentTime]);
  sound.onPlay(listener);
  sound.onError((error: unknown) => heard.push(error));
  sound.src = '/a.mp3';
  sound.volume = 0.5;
  sound.volume = 'loud';
  sound.play();
  const number = Object(sent[0]?.[1]).sound;
  expect(sent.map(([, params]) => params)).toEqual([
    { sound: number, background: false, action: 'set', src: '/a.mp3' },
    { sound: number, background: false, action: 'set', volume: 0.5 },
    { sound: number, background: false, action: 'play' },
  ]);
  const state = { currentTime: 1.5, duration: 9, paused: false, buffered: 3 };
  notify('sound', { sound: number, type: 'play', state });
  notify('sound', { sound: number + 1, type: 'play', state: { ...state, currentTime: 8 } });
  notify('sound', { sound: number, type: 'error', state, errCode: 10004, errMsg: 'no' });
  sound.offPlay(listener);
  notify('sound', { sound: number, type: 'play', state });
  expect(heard).toEqual([['play', false, 1.5], { errCode: 10004, errMsg: 'no' }]);
  sound.currentTime = 7;
  expect([sound.currentTime, sound.duration, sound.buffered]).toEqual([1.5, 9, 3]);
  sound.destroy();
  sound.play();
  notify('sound', { sound: number, type: 'error', state, errCode: 1, errMsg: 'late' });
  expect(heard.length).toBe(2);
  expect(sent.length).toBe(4);
});

test('the background sound is one, and begins when it is given a source', () => {
  const { call, sent } = openWx();
  const manager = Object(call('getBackgroundAudioManager'));
  expect(call('getBackgroundAudioManager')).toBe(manager);
  manager.title = 'Rain';
  manager.src = 'https://a.example/rain.mp3';
  expect(sent.map(([, params]) => Object(params).action)).toEqual(['set', 'set', 'play']);
  expect(sent[0]?.[1]).toMatchObject({ background: true, title: 'Rain' });
  expect(manager.title).toBe('Rain');
});
