// Starts the page: the controller with its engine, what is kept, the views, the service worker.
import { hydrate, mount } from 'svelte';
import App from './App.svelte';
import { welcome } from './arrivals';
import { Controller } from './controller.svelte';
import { startEngine } from './engine';
import { plainText } from './import/imported';
import { Offline } from './offline.svelte';
import { scopeOfPage } from './store/choice';
import { Kept } from './store/kept.svelte';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app.');

// The page was drawn when it was built, and is to be seen before anything is asked of the machine.
if (document.visibilityState === 'visible') {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const offline = new Offline();
const controller = new Controller(startEngine, () => void offline.store());

const kept = new Kept(controller, scopeOfPage());
await kept.start();

// It may have been used since.
const early = target.querySelector('textarea')?.value ?? '';
const focused = document.activeElement?.id;
// Of a text that is brought back something else is to be seen.
if (controller.text) target.replaceChildren();
(controller.text ? mount : hydrate)(App, {
  target,
  props: {
    controller,
    offline,
    kept,
    onUpdate: async () => {
      if (await kept.flush()) offline.update();
      else controller.inform('Your text is not kept here. Copy it before you reload the page yourself.');
    },
  },
});
kept.watch();
if (early && controller.text) controller.receive(plainText(early), 'What you typed is open.');
else if (early) controller.edit(early);
if (focused) document.getElementById(focused)?.focus();
welcome(controller, kept);
void offline.register(() => !controller.text.trim());
// From here on it answers.
performance.mark('pressmark:started');
