// The lists that are seldom looked at first: they come when one of them is opened, or once an analysis is on the page.
export { default as Check } from './Check.svelte';
export { default as People } from './People.svelte';
export { default as Source } from './Source.svelte';
export { default as When } from './When.svelte';
export { default as Where } from './Where.svelte';
