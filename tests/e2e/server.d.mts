import type { IncomingMessage, Server } from 'node:http';

export function serve(options: {
  port: number;
  base: string;
  change?: (path: string, bytes: Buffer) => Buffer | Promise<Buffer>;
  halfway?: (path: string) => Promise<unknown> | undefined;
  host?: boolean;
  see?: (request: IncomingMessage) => void;
}): Promise<Server>;
