import type { Server } from 'node:http';

export function serve(options: {
  port: number;
  base: string;
  change?: (path: string, bytes: Buffer) => Buffer;
}): Promise<Server>;
