// How far the page is from working without a network, and how that is said. “Ready offline” means everything: the page
// itself and all that it may load later.

export type OfflineState =
  /** The page itself is not stored yet. */
  | { is: 'starting' }
  /** It is; of what comes later so many files are. */
  | { is: 'storing'; kept: number; total: number }
  /** The others do not come of themselves. */
  | { is: 'partly'; kept: number; total: number; why: keyof typeof partly }
  | { is: 'impossible'; why: keyof typeof impossible }
  | { is: 'ready' };

const partly = {
  saving: 'the browser is set to save data',
  full: 'there is no room for more',
  unreachable: 'the rest could not be fetched',
};

const impossible = {
  insecure: 'that needs an address with https',
  unknown: 'this browser, or this private window, keeps no pages',
  refused: 'the browser does not allow it here, or has no room',
};

export function offlineWords(state: OfflineState): string {
  switch (state.is) {
    case 'starting':
      return 'Not yet stored for offline use';
    case 'storing':
      return `Storing for offline use: ${state.kept} of ${state.total} files`;
    case 'partly':
      return `Stored for offline use in part, ${state.kept} of ${state.total} files: ${partly[state.why]}`;
    case 'impossible':
      return `Not stored for offline use: ${impossible[state.why]}`;
    case 'ready':
      return 'Ready offline: try it in flight mode';
  }
}
