import type { Environment } from '@terrarium/runtime/protocol';
import { capsuleOf, navigationBarHeight, type PhoneModel } from './phone-models.ts';

export interface EnvironmentSource {
  readonly model: PhoneModel;
  readonly theme: 'light' | 'dark';
  readonly language: string;
  readonly hostVersion: string;
  /** Capability names this host can answer. */
  readonly supported: readonly string[];
  readonly battery?: Environment['battery'];
}

/** The version of WeChat's base library whose behaviour the runtime follows; programs compare against it. */
const baseLibraryVersion = '3.5.0';

/** What a program may know about where it runs. The machine behind the shell stays unnamed. */
export function environmentOf(source: EnvironmentSource): Environment {
  const { model } = source;
  const bottom = model.height - model.bottomInset;
  return {
    system: {
      brand: 'Terrarium',
      model: `Terrarium ${model.id}`,
      pixelRatio: model.pixelRatio,
      screenWidth: model.width,
      screenHeight: model.height,
      windowWidth: model.width,
      windowHeight: model.height - model.statusBarHeight - navigationBarHeight,
      statusBarHeight: model.statusBarHeight,
      // WeChat writes zh_CN where browsers write zh-CN.
      language: source.language.replace('-', '_'),
      version: source.hostVersion,
      system: 'Terrarium 1.0',
      platform: 'devtools',
      SDKVersion: baseLibraryVersion,
      theme: source.theme,
      safeArea: {
        left: 0,
        right: model.width,
        top: model.statusBarHeight,
        bottom,
        width: model.width,
        height: bottom - model.statusBarHeight,
      },
    },
    capsule: capsuleOf(model),
    supported: source.supported,
    ...(source.battery && { battery: source.battery }),
  };
}
