import type { WxLink } from '../wx-link.ts';
import type { Callback } from './method.ts';

const names = `request downloadFile uploadFile connectSocket sendSocketMessage closeSocket onSocketOpen onSocketMessage
  onSocketError onSocketClose getFileSystemManager saveFile getSavedFileList getSavedFileInfo removeSavedFile createWorker`;

/** Members about networks, files and workers. What they do comes with `guest/io`, when one is called. */
export function ioMembers(link: WxLink): Record<string, Callback> {
  return Object.fromEntries(
    names.split(/\s+/).map((name) => [name, (...values) => link.io().members[name]?.(...values)]),
  );
}
