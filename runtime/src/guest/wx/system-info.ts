import type { WxLink } from '../wx-link.ts';
import { done, later, method, type Options } from './method.ts';

/** What `wx` tells from the environment the host described; nothing is asked of anybody. */
export function systemMembers(link: WxLink): Options {
  const windowInfo = () => {
    const { pixelRatio, screenWidth, screenHeight, windowWidth, windowHeight, statusBarHeight, safeArea } =
      link.environment().system;
    return {
      pixelRatio,
      screenWidth,
      screenHeight,
      windowWidth,
      windowHeight,
      statusBarHeight,
      safeArea: { ...safeArea },
      screenTop: Math.max(0, screenHeight - windowHeight),
    };
  };
  const deviceInfo = () => {
    const { brand, model, system, platform } = link.environment().system;
    // -1: the host does not measure how fast the device is.
    return { brand, model, system, platform, benchmarkLevel: -1, abi: '', cpuType: '', memorySize: '' };
  };
  const appBaseInfo = () => {
    const { SDKVersion, language, version, theme } = link.environment().system;
    return {
      SDKVersion,
      language,
      version,
      theme,
      enableDebug: false,
      host: { env: 'Terrarium' },
      fontSizeSetting: 16,
    };
  };
  const systemSetting = () => {
    const { screenWidth, screenHeight } = link.environment().system;
    const deviceOrientation = screenWidth > screenHeight ? 'landscape' : 'portrait';
    return { bluetoothEnabled: false, locationEnabled: false, wifiEnabled: true, deviceOrientation };
  };
  const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo(), ...systemSetting() });
  const skylineInfo = () => ({ isSupported: false, version: '', reason: 'client not supported' });
  const unasked = 'not determined';
  return {
    // Asynchronous in form only: programs read in onLaunch what its `success` has stored, as WeChat lets them.
    getSystemInfo: method(link, 'getSystemInfo', (_options, settle) => settle(done(), systemInfo())),
    getSystemInfoAsync: method(link, 'getSystemInfoAsync', (_options, settle) => later(settle, done(), systemInfo())),
    getSystemInfoSync: systemInfo,
    getSkylineInfo: method(link, 'getSkylineInfo', (_options, settle) => later(settle, done(), skylineInfo())),
    getSkylineInfoSync: skylineInfo,
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: () => ({
      albumAuthorized: unasked,
      bluetoothAuthorized: unasked,
      cameraAuthorized: unasked,
      locationAuthorized: unasked,
      locationReducedAccuracy: false,
      microphoneAuthorized: unasked,
      notificationAuthorized: unasked,
      phoneCalendarAuthorized: unasked,
    }),
    getMenuButtonBoundingClientRect: () => ({ ...link.environment().capsule }),
    getAccountInfoSync() {
      const { appId, version, envVersion } = link.account();
      return { miniProgram: { appId, version, envVersion }, plugin: {} };
    },
    getLaunchOptionsSync: () => ({ ...link.launchOptions() }),
    getEnterOptionsSync: () => ({ ...link.enterOptions() }),
    getApiCategory: () => 'default',
    getExtConfig: method(link, 'getExtConfig', (_options, settle) => later(settle, done(), { extConfig: {} })),
    getExtConfigSync: () => ({}),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
}
