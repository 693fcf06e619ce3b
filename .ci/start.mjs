// `npm start`: builds the page and serves it on this machine.
import { buildModules, buildPage } from './build.mjs';
import { command, runTool } from './commands.mjs';
import { setUp } from './setup.mjs';

command(import.meta.url, () => {
  setUp('page');
  buildModules();
  buildPage();
  runTool('vite', ['preview', '--host', 'localhost']);
});
