// The packages whose code is in the page, as the build lists them (web/licences.ts).

export interface BundledPackage {
  name: string;
  version: string;
  licence: string;
  /** The licence itself, with its notice of copyright; empty where the package brings none. */
  text: string;
}

export async function bundledPackages(): Promise<BundledPackage[]> {
  return (await (await fetch('./licences.json')).json()) as BundledPackage[];
}
