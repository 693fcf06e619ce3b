// Starts the page: the controller with its engine, the views, the service worker. A reload into a new version takes the
// text along.
import { mount } from 'svelte';
import App from './App.svelte';
import { Controller, type Draft } from './controller.svelte';
import { startEngine } from './engine';
import { Offline } from './offline.svelte';
import './styles/tokens.css';
import './styles/base.css';

const draftKey = 'pressmark.draft';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app.');

const controller = new Controller(startEngine);
const offline = new Offline();

const kept = sessionStorage.getItem(draftKey);
if (kept) {
  sessionStorage.removeItem(draftKey);
  controller.restore(JSON.parse(kept) as Draft);
}

mount(App, {
  target,
  props: {
    controller,
    offline,
    onUpdate: () => {
      sessionStorage.setItem(draftKey, JSON.stringify(controller.draft));
      offline.update();
    },
  },
});
void offline.register();
