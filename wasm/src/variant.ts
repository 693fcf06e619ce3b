// The module is built twice. Which one a machine can run is known before anything is downloaded.

export type Variant = 'simd' | 'scalar';

// (module (func (result v128) i32.const 0  i8x16.splat  i8x16.popcnt))
const simdProbe = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic, version
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // one type: () -> v128
  ...[0x03, 0x02, 0x01, 0x00], // one function of it
  ...[0x0a, 0x0a, 0x01, 0x08, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x62, 0x0b], // its body
);

export function supportedVariant(): Variant {
  return 'WebAssembly' in globalThis && WebAssembly.validate(simdProbe) ? 'simd' : 'scalar';
}
