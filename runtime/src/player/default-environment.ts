import type { Environment } from '../protocol/messages.ts';

const width = 390;
const height = 844;
const statusBarHeight = 47;
const barHeight = 44;

/** A middle-sized phone, for programs that run without a host that says otherwise. */
export function defaultEnvironment(supported: readonly string[]): Environment {
  return {
    system: {
      brand: 'Terrarium',
      model: 'headless',
      pixelRatio: 3,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height - statusBarHeight - barHeight,
      statusBarHeight,
      language: 'zh_CN',
      version: '0.1.0',
      system: 'Terrarium 1.0',
      platform: 'devtools',
      SDKVersion: '3.5.0',
      theme: 'light',
      safeArea: { left: 0, right: width, top: statusBarHeight, bottom: 810, width, height: 810 - statusBarHeight },
    },
    capsule: { left: 296, top: 53, right: 383, bottom: 85, width: 87, height: 32 },
    supported,
  };
}
