import type { Page } from '@playwright/test';
import type { Hint, PageMetadata } from '../../wasm/src/schema';

export interface Imported {
  text: string;
  hints: Hint[];
  metadata: PageMetadata;
}

export function bundleImporter(): Promise<string>;
export function readHtml(page: Page, html: string, source: 'file' | 'clipboard' | 'document'): Promise<Imported>;
