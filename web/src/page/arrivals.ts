// What comes to the page without a hand in it: a text in the address, what another program shared, files that the operating
// system opens with it. None of it may cost the text that is in the box.
import { takeUp, sharedFragment } from '../shared/shared';
import type { Controller } from './controller.svelte';
import { openAll } from './library/files';
import { LinkError, readLink } from './link';
import { readShared } from './sharedText';
import type { Kept } from './store/kept.svelte';

interface LaunchQueue {
  setConsumer: (consumer: (launch: { targetURL?: string; files?: readonly FileSystemFileHandle[] }) => void) => void;
}

export function welcome(controller: Controller, kept: Kept): void {
  const arrivals = new Arrivals(controller, kept);
  void arrivals.readAddress();
  addEventListener('hashchange', () => void arrivals.readAddress());
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ targetURL, files }) => {
    if (files?.length) void arrivals.openLaunched(files);
    else if (targetURL) void arrivals.readFragment(new URL(targetURL).hash);
  });
}

class Arrivals {
  #controller: Controller;
  #kept: Kept;

  constructor(controller: Controller, kept: Kept) {
    this.#controller = controller;
    this.#kept = kept;
  }

  // Once it is read it is taken from the address bar, as the text in the box will not stay the same.
  async readAddress(): Promise<void> {
    const { hash } = location;
    if ((await this.readFragment(hash)) && location.hash === hash) {
      history.replaceState(history.state, '', location.pathname + location.search);
    }
  }

  async readFragment(hash: string): Promise<boolean> {
    if (hash === sharedFragment) {
      await this.#takeShared();
      return true;
    }
    try {
      const linked = await readLink(hash);
      if (!linked) return false;
      const { text, published } = linked;
      const metadata = published ? { published } : {};
      this.#controller.receive({ text, hints: [], metadata }, 'The text of the link is open.');
      return true;
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      this.#controller.inform(error.message);
      return false;
    }
  }

  async openLaunched(handles: readonly FileSystemFileHandle[]): Promise<void> {
    try {
      await this.#open(await Promise.all(handles.map((handle) => handle.getFile())));
    } catch {
      this.#controller.inform('The file that was opened with Pressmark cannot be read.');
    }
  }

  #open(files: File[]): Promise<void> {
    return openAll(this.#controller, this.#kept, files, true);
  }

  async #takeShared(): Promise<void> {
    const form = await takeUp(new URL('./', document.baseURI).href).catch(() => null);
    const shared = form && readShared(form);
    if (!shared) {
      this.#controller.inform('What was shared has not come through. Copy its text and paste it here.');
    } else if ('files' in shared) {
      await this.#open(shared.files);
    } else if ('text' in shared) {
      this.#controller.receive(shared.text, 'What was shared is open.');
    } else {
      this.#controller.inform(
        'Only an address was shared, and Pressmark loads nothing from elsewhere. Open the article, copy its text and paste it here.',
      );
    }
  }
}
