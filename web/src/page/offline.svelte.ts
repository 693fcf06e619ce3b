// The service worker keeps page, worker, module and model as one set, and the page fetches what it may need later when it
// has nothing else to do. Here the page learns whether all of that is stored, and whether a newer version waits. A newer one
// takes over only when the reader says so.
import { fetchLater, listLater, missingOf } from './laterFiles';
import type { OfflineState } from './offlineWords';

// So long nothing happens before what comes later is fetched without an analysis.
const quietMs = 3000;

export class Offline {
  state = $state.raw<OfflineState>({ is: 'starting' });
  updateWaiting = $state(false);

  #registration: ServiceWorkerRegistration | undefined;
  #reloading = false;
  // Whether the page itself is stored.
  #stored: Promise<boolean> = Promise.resolve(false);
  #storing = false;
  // The addresses of all that comes later.
  #files: string[] | undefined;

  /** `isQuiet`: there is nothing to analyse. */
  async register(isQuiet: () => boolean): Promise<void> {
    if (import.meta.env.DEV) return;
    this.#stored = this.#install();
    if (!(await this.#stored)) return;
    await this.#look().catch(() => undefined);
    addEventListener('online', () => void this.store());
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    if (isQuiet()) await this.store();
  }

  /** Now is a good time to fetch what may be needed later. */
  async store(): Promise<void> {
    if (this.#storing || this.state.is === 'ready') return;
    this.#storing = true;
    try {
      if (await this.#stored) await this.#storeLater();
    } finally {
      this.#storing = false;
    }
  }

  update(): void {
    const waiting = this.#registration?.waiting;
    this.#reloading = true;
    if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' });
    else location.reload();
  }

  async #install(): Promise<boolean> {
    if (!('serviceWorker' in navigator)) {
      this.state = { is: 'impossible', why: isSecureContext ? 'unknown' : 'insecure' };
      return false;
    }
    const controlled = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      // On the first visit the worker takes the page under its care; later on a change is a new version's.
      if (this.#reloading) location.reload();
      else if (controlled) this.updateWaiting = true;
    });
    try {
      const registration = await navigator.serviceWorker.register('./sw.js', { scope: './', updateViaCache: 'none' });
      this.#registration = registration;
      this.updateWaiting ||= registration.waiting !== null && controlled;
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed' && navigator.serviceWorker.controller) this.updateWaiting = true;
        });
      });
      await installed(registration);
      return true;
    } catch {
      this.state = { is: 'impossible', why: 'refused' };
      return false;
    }
  }

  async #storeLater(): Promise<void> {
    try {
      await idle();
      let missing = await this.#look();
      if (savesData()) {
        this.#stop('saving');
        return;
      }
      for (let address = missing[0]; address; address = missing[0]) {
        await (await fetchLater(address)).body?.cancel();
        missing = await this.#look();
        if (missing.includes(address)) {
          this.#stop('full');
          return;
        }
      }
    } catch {
      this.#stop('unreachable');
    }
  }

  // Tells what is missing, and sets the state by it.
  async #look(): Promise<string[]> {
    const files = (this.#files ??= await listLater());
    const missing = await missingOf(files);
    const kept = files.length - missing.length;
    this.state = missing.length ? { is: 'storing', kept, total: files.length } : { is: 'ready' };
    return missing;
  }

  // What is not stored by now does not come by itself.
  #stop(why: 'saving' | 'full' | 'unreachable'): void {
    if (this.state.is === 'storing') this.state = { ...this.state, is: 'partly', why };
  }
}

// The set is stored as a whole or not at all.
async function installed({ active, installing }: ServiceWorkerRegistration): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    installing?.addEventListener('statechange', () => {
      if (!active && installing.state === 'redundant') reject(new Error('The set could not be stored.'));
    });
  });
  await Promise.race([navigator.serviceWorker.ready, failed]);
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 10_000 });
    else setTimeout(resolve, 500);
  });
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
