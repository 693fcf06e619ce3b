// What the windows of one browser tell each other of what is saved.
export type Told =
  | { type: 'saved'; id: string; revision: number }
  | { type: 'changed' }
  | { type: 'emptied' }
  | { type: 'keeps'; keep: boolean };

export interface Hearers {
  saved: (id: string, revision: number) => void;
  /** The list of articles is another. */
  changed: () => void;
  emptied: () => void;
  keeps: (keep: boolean) => void;
}

export class Windows {
  #channel: BroadcastChannel | undefined;

  constructor(scope: string, hearers: Hearers) {
    if (!('window' in globalThis && 'BroadcastChannel' in globalThis)) return;
    this.#channel = new BroadcastChannel(`pressmark ${scope}`);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      switch (data.type) {
        case 'saved':
          hearers.saved(data.id, data.revision);
          return;
        case 'changed':
          hearers.changed();
          return;
        case 'emptied':
          hearers.emptied();
          return;
        case 'keeps':
          hearers.keeps(data.keep);
          return;
      }
    });
  }

  tell(told: Told): void {
    this.#channel?.postMessage(told);
  }
}
