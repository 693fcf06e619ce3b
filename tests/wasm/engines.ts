// Both builds of the module, started on Node as the worker starts them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createScalar from '../../build/wasm-scalar/analyzer.mjs';
import createSimd from '../../build/wasm/analyzer.mjs';
import { Engine, type CreateModule } from '../../wasm/src/engine';
import type { Variant } from '../../wasm/src/variant';

export function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export const builds: Record<Variant, { folder: string; createModule: CreateModule }> = {
  simd: { folder: 'build/wasm', createModule: createSimd },
  scalar: { folder: 'build/wasm-scalar', createModule: createScalar },
};

export const variants = Object.keys(builds) as Variant[];

export function compiled(variant: Variant): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(fromRoot(`${builds[variant].folder}/analyzer.wasm`)));
}

export function model(): Uint8Array {
  return readFileSync(fromRoot('core/model/en.pmk'));
}

export function places(): Uint8Array {
  return readFileSync(fromRoot('core/model/places.pmp'));
}

export function startEngine(variant: Variant): Promise<Engine> {
  return Engine.create(builds[variant].createModule, compiled(variant), model());
}
