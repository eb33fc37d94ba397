import type { Commands } from '../canvas/commands.ts';
import type { WxLink } from '../wx-link.ts';

export interface WebGlKit {
  readonly link: WxLink;
  readonly commands: Commands;
  /** What a program names as a picture, as commands name it; undefined for anything else. */
  readonly sourceOf: (value: unknown) => readonly [kind: number, id: number] | undefined;
}

/** The canvas of a context, as far as the context knows it. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
}

export interface WebGlLibrary {
  /** The context of a surface on which the worker has opened one; `constants` are those it told. */
  context(canvas: Drawn, surface: number, version: 1 | 2, constants: Readonly<Record<string, unknown>>): WebGlContext;
}

/** What a canvas asks of a context that it has given. */
export interface WebGlContext {
  isContextLost(): boolean;
}

export type CreateWebGlLibrary = (kit: WebGlKit) => WebGlLibrary;
