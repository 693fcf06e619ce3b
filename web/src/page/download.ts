// Fetches several files at once and tells how much of all of them has come.

export interface Asset {
  url: string;
  /** Its size, where the build knows it; a server that compresses does not tell. */
  bytes?: number;
}

export interface Loaded {
  loaded: number;
  total: number | null;
}

type Files<Assets> = { [Index in keyof Assets]: Uint8Array<ArrayBuffer> };

export async function download<const Assets extends readonly Asset[]>(
  assets: Assets,
  signal: AbortSignal,
  onProgress: (loaded: Loaded) => void,
): Promise<Files<Assets>> {
  const loaded = assets.map(() => 0);
  const sizes = assets.map((asset): number | null => asset.bytes ?? null);
  const report = () => {
    const total = sizes.reduce<number | null>((sum, size) => (sum === null || size === null ? null : sum + size), 0);
    onProgress({ loaded: loaded.reduce((sum, bytes) => sum + bytes, 0), total });
  };

  const fetchOne = async (asset: Asset, index: number): Promise<Uint8Array<ArrayBuffer>> => {
    // The page itself comes first.
    const response = await fetch(asset.url, { signal, priority: 'low' });
    if (!response.ok || !response.body) throw new Error(`${asset.url} gave status ${String(response.status)}.`);
    sizes[index] ??= declaredSize(response.headers);
    const chunks: Uint8Array[] = [];
    let size = 0;
    const reader = response.body.getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      chunks.push(chunk.value);
      size += chunk.value.byteLength;
      loaded[index] = size;
      report();
    }
    return join(chunks, size);
  };

  return (await Promise.all(assets.map(fetchOne))) as Files<Assets>;
}

// Content-Length counts what was sent; only without compression is that what arrives here.
function declaredSize(headers: Headers): number | null {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? null : Number(length);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
