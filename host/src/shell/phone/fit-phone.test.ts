import { expect, test } from '@playwright/test';
import { environmentOf } from './environment.ts';
import { fitPhone } from './fit-phone.ts';
import { capsuleOf, phoneModels, windowModel } from './phone-models.ts';

test('a narrow window is the phone', () => {
  const fit = fitPhone(390, 780, 'large', 2);
  expect(fit).toMatchObject({
    narrow: true,
    scale: 1,
    model: { id: 'window', width: 390, height: 780, pixelRatio: 2 },
  });
});

test('without a choice the largest phone that fits unscaled is drawn', () => {
  expect(fitPhone(1280, 1000, undefined, 1)).toMatchObject({ model: { id: 'medium' }, scale: 1, narrow: false });
  expect(fitPhone(1280, 800, undefined, 1)).toMatchObject({ model: { id: 'small' }, scale: 1, narrow: false });
});

test('a chosen phone that does not fit is drawn smaller, never larger', () => {
  const fit = fitPhone(1280, 720, 'large', 1);
  expect(fit.model).toBe(phoneModels.large);
  expect(fit.scale).toBeCloseTo((720 - 88) / 915);
  expect(fitPhone(4000, 4000, 'small', 1).scale).toBe(1);
});

test('the capsule keeps its size and its place on every phone', () => {
  for (const model of [...Object.values(phoneModels), windowModel(360, 640, 1)]) {
    const capsule = capsuleOf(model);
    expect(capsule).toMatchObject({ width: 87, height: 32, right: model.width - 7 });
    expect(capsule.top - model.statusBarHeight).toBe(6);
  }
});

test('a program learns the phone, not the machine', () => {
  const environment = environmentOf({
    model: phoneModels.medium,
    theme: 'dark',
    language: 'zh-CN',
    hostVersion: '0.1.0',
    supported: ['setStorage'],
  });
  expect(environment.system).toMatchObject({
    screenWidth: 390,
    screenHeight: 844,
    windowHeight: 844 - 47 - 44,
    statusBarHeight: 47,
    language: 'zh_CN',
    theme: 'dark',
    safeArea: { top: 47, bottom: 810, height: 763 },
  });
});
