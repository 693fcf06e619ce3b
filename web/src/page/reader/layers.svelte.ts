// What of the marks is shown: each layer alone, or all away at once.
export const layerNames = {
  names: 'Names',
  quotations: 'Quotations',
  speakers: 'Speakers',
  times: 'Times',
};

export type Layer = keyof typeof layerNames;
const all = Object.keys(layerNames) as Layer[];

export class Layers {
  shown = $state.raw<readonly Layer[]>(all);

  toggle(layer: Layer): void {
    const shows = this.shown.includes(layer);
    this.shown = shows ? this.shown.filter((other) => other !== layer) : [...this.shown, layer];
  }

  get any(): boolean {
    return this.shown.length > 0;
  }

  toggleAll(): void {
    this.shown = this.any ? [] : all;
  }

  /** For CSS: the layers that are away. */
  get classes(): string {
    return all
      .filter((layer) => !this.shown.includes(layer))
      .map((layer) => `without-${layer}`)
      .join(' ');
  }
}
