// The parts of the help: fetched as one when it is opened for the first time.
import './help.css';

export { default as Keys } from './Keys.svelte';
export { default as Privacy } from './Privacy.svelte';
export { default as Quality } from './Quality.svelte';
export { default as Sources } from './Sources.svelte';
