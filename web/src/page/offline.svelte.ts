// The service worker keeps page, worker, module and model as one set. Here the page learns whether that set is complete,
// and whether a newer one waits. A newer one takes over only when the reader says so.

export class Offline {
  ready = $state(false);
  updateWaiting = $state(false);

  #registration: ServiceWorkerRegistration | undefined;
  #reloading = false;

  async register(): Promise<void> {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
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
      await navigator.serviceWorker.ready;
      this.ready = true;
    } catch {
      // Without it the page works all the same while there is a network; "ready offline" is simply not claimed.
    }
  }

  update(): void {
    const waiting = this.#registration?.waiting;
    this.#reloading = true;
    if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' });
    else location.reload();
  }
}
