import { expect, test } from '@playwright/test';
import { findingOf, type SmokePage, summarize } from './smoke-report.ts';

const page = (path: string, ok: boolean, warnings: SmokePage['warnings'] = []): SmokePage => ({
  path,
  ok,
  nodes: ok ? 3 : 0,
  firstRenderMs: ok ? 12 : null,
  errors: [],
  warnings,
});

test('a project is ok when every page is', () => {
  expect(summarize('x', [page('a', true), page('b', true)], []).ok).toBe(true);
  expect(summarize('x', [page('a', true), page('b', false)], []).summary).toEqual({ pages: 2, ok: 1, failed: 1 });
  expect(summarize('x', [], []).ok).toBe(false);
});

test('what is unsupported is counted by name', () => {
  const api = findingOf({ code: 'UNSUPPORTED_API', message: 'wx.createMapContext is not supported here' });
  const tag = findingOf({
    code: 'UNSUPPORTED_COMPONENT',
    message: '"map" is not drawn yet',
    position: { file: 'a.wxml', line: 2, column: 3 },
  });
  const attribute = findingOf({ code: 'UNSUPPORTED_ATTRIBUTE', message: '"swiper snap-to-edge" has no effect yet.' });
  const event = findingOf({ code: 'UNSUPPORTED_EVENT', message: '"button bindcontact" is not raised yet.' });
  expect(summarize('x', [page('a', true, [api, api])], [tag, attribute, event, event]).unsupported).toEqual({
    apis: { 'wx.createMapContext': 2 },
    components: { map: 1 },
    attributes: { 'swiper snap-to-edge': 1 },
    events: { 'button bindcontact': 2 },
  });
  expect(tag).toMatchObject({ file: 'a.wxml', line: 2, column: 3 });
});
