// What vite.config.ts writes into the page when it is built.
declare const __VERSION__: string;
declare const __ASSET_BYTES__: { simd: number; scalar: number; model: number };
