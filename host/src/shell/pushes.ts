import { createPushClient } from '../providers/index.ts';
import { refreshAccount } from './account/account.ts';
import { hostApi } from './host.ts';
import { sessionToken } from './services.ts';
import { setTimer } from './set-timer.ts';
import { useShell } from './store.ts';

const client = createPushClient({
  connect: (address, protocols) => new WebSocket(address, [...protocols]),
  token: hostApi.token,
  address: globalThis.location.origin.replace(/^http/, 'ws'),
  setTimer,
});

const moneyListeners = new Set<() => void>();

/** Hears that the signed-in person's wallet moved, or may have. Returns its undo. */
export function onMoneyMoved(listener: () => void): () => void {
  moneyListeners.add(listener);
  return () => moneyListeners.delete(listener);
}

/** Follows what the services tell whoever is signed in; a session that is ended elsewhere ends here at once. */
export function followPushes(): void {
  let stop = (): void => undefined;
  let followed: string | undefined;
  useShell.subscribe(({ account }) => {
    const session = account ? sessionToken() : undefined;
    if (session === followed) return;
    stop();
    followed = session;
    if (session === undefined) {
      stop = () => undefined;
      return;
    }
    stop = client.follow(
      session,
      ({ kind }) => {
        if (kind !== 'money' && kind !== 'ready') return;
        for (const hear of moneyListeners) hear();
      },
      // Whoever asks in the name of a session that is over is signed out.
      () => void refreshAccount(),
    );
  });
}
