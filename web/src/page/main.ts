// Starts the page: the controller with its engine, the views, the service worker. A reload into a new version takes the
// text along.
import { hydrate, mount } from 'svelte';
import App from './App.svelte';
import { isArrival, welcome } from './arrivals';
import { Controller } from './controller.svelte';
import { keepDraft, takeDraft } from './draft';
import { startEngine } from './engine';
import { Offline } from './offline.svelte';
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

const left = takeDraft('left');
const draft = takeDraft('update') ?? (isArrival(location.hash) ? left : null);
if (draft) controller.restore(draft);

// It may have been used since.
const early = target.querySelector('textarea')?.value ?? '';
const focused = document.activeElement?.id;
// Of a text that is taken over something else is to be seen.
if (controller.text) target.replaceChildren();
(controller.text ? mount : hydrate)(App, {
  target,
  props: {
    controller,
    offline,
    onUpdate: () => {
      if (keepDraft('update', controller.draft)) offline.update();
      else controller.inform('Your text is too long to be taken along. Copy it before you reload the page yourself.');
    },
  },
});
addEventListener('pagehide', () => {
  if (controller.text.trim()) keepDraft('left', controller.draft);
});
if (early) controller.edit([early, controller.text].filter(Boolean).join('\n\n'));
if (focused) document.getElementById(focused)?.focus();
welcome(controller);
void offline.register(() => !controller.text.trim());
