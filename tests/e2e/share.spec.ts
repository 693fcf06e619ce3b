// What other programs share and what the operating system opens with the page: it is analysed, it costs no text that was
// there, and none of it reaches the server.
import { expectAccessible, PressmarkPage, shortText } from './page';
import { expect, test, type Site } from './site';

const secret = '“Nobody was told,” Amina Diop said on Friday.';

interface Form {
  title?: string;
  text?: string;
  url?: string;
  files?: { name: string; mimeType: string; buffer: Buffer }[];
}

/** Shares as another program does, in a tab of its own or in that of the page. */
async function share({ address, context, page: own }: Site, { files = [], ...fields }: Form, inItsTab = false) {
  const page = inItsTab ? own : await context.newPage();
  await page.goto('about:blank');
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${address}share">` +
      '<input name="title"><textarea name="text"></textarea><input name="url"><input type="file" name="files" multiple></form>',
  );
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  if (files.length) await page.locator('[name=files]').setInputFiles(files);
  await page.evaluate(() => {
    document.forms[0]?.submit();
  });
  return page;
}

const box = (page: Site['page']) => new PressmarkPage(page).box;
const article = (page: Site['page']) => new PressmarkPage(page).article;

async function installed(site: Site) {
  await site.open();
  await expect(site.ready).toBeVisible();
}

function expectNothingSent(site: Site) {
  expect(site.asked.filter(({ method, path }) => method !== 'GET' || path.startsWith('/share'))).toEqual([]);
  expect(site.asked.map(({ path }) => decodeURIComponent(path)).join()).not.toMatch(/Nobody|Diop|news\.example/);
  expect(site.asked.map(({ body }) => body()).join('')).toBe('');
}

test('the manifest offers both', async ({ site }) => {
  await site.open();
  const devTools = await site.context.newCDPSession(site.page);
  const { errors, data } = await devTools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as Record<string, unknown>;
  const { start_url, scope, icons } = manifest as Record<string, { src: string }[]>;
  expect([start_url, scope]).toEqual(['./', './']);
  for (const { src } of icons ?? [])
    expect((await site.page.request.get(new URL(src, site.address).href)).ok()).toBe(true);
  expect(manifest).toMatchObject({
    launch_handler: { client_mode: 'focus-existing' },
    share_target: {
      action: './share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files' }] },
    },
  });
  const { file_handlers } = manifest as { file_handlers: { action: string; accept: Record<string, string[]> }[] };
  expect(file_handlers.map(({ action }) => action)).toEqual(['./']);
  const handled = Object.entries(file_handlers[0]?.accept ?? {}).flatMap(([type, extensions]) => [type, ...extensions]);
  const picked = await site.page.getByLabel('Files to open').getAttribute('accept');
  expect(handled.sort()).toEqual(picked?.split(',').sort());
  const shared = manifest as { share_target: { params: { files: { accept: string[] }[] } } };
  expect(shared.share_target.params.files[0]?.accept.sort()).toEqual(handled.sort());
});

test('a shared text is analysed, with its title and address, and nothing of it reaches the server', async ({
  site,
}) => {
  await installed(site);
  const page = await share(site, {
    title: 'Harbour wall',
    text: `${secret}\nNo more.`,
    url: 'https://news.example/wall',
  });
  await expect(box(page)).toHaveValue(`${secret}\nNo more.`);
  await expect(article(page)).toContainText('Nobody was told');
  await page.getByRole('tab', { name: 'Quotations' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Amina Diop');
  await page.getByRole('tab', { name: 'Source' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Harbour wall');
  await expect(page.getByRole('tabpanel').getByRole('link')).toHaveAttribute('href', 'https://news.example/wall');
  expect(page.url()).toBe(site.address);
  expect(await page.evaluate(() => caches.keys())).not.toContainEqual(expect.stringContaining('shared'));
  await page.reload();
  await expect(box(page)).toHaveValue(`${secret}\nNo more.`);
  await expect(page.getByRole('button', { name: 'Back to your text' })).toBeHidden();
  expectNothingSent(site);
});

test('shared files are opened, without a network, too', async ({ site }) => {
  await installed(site);
  await site.context.setOffline(true);
  const page = await share(site, {
    text: 'Look at this',
    files: [
      { name: 'wall.md', mimeType: 'text/markdown', buffer: Buffer.from(`# The wall\n\n${secret}`) },
      { name: 'bridge.txt', mimeType: 'text/plain', buffer: Buffer.from(shortText) },
    ],
  });
  await expect(box(page)).toHaveValue(`The wall\n\n${secret}`);
  await page.getByRole('button', { name: 'bridge.txt' }).click();
  await expect(box(page)).toHaveValue(shortText);
  expectNothingSent(site);
});

test('an address alone is told apart, for nothing is loaded from elsewhere', async ({ site }) => {
  await installed(site);
  const page = await share(site, { title: 'Harbour wall', text: 'https://news.example/wall' });
  await expect(page.locator('.notice', { hasText: 'Only an address was shared' })).toBeVisible();
  await expect(box(page)).toHaveValue('');
  expectNothingSent(site);
});

test('a share that takes the place of a page with a text leaves the way back to it', async ({ site }) => {
  await installed(site);
  await site.pressmark.analysed(() => site.pressmark.box.fill(shortText));
  const page = await share(site, { text: secret }, true);
  await expect(box(page)).toHaveValue(secret);
  await page.getByRole('button', { name: 'Back to your text' }).click();
  await expect(box(page)).toHaveValue(shortText);
  await expect(article(page)).toContainText('The bridge is safe again');
  await expect(page.getByRole('button', { name: 'Back to your text' })).toBeHidden();
});

test('what was shared and is gone is told', async ({ site }) => {
  await installed(site);
  await site.open('#shared');
  await expect(site.page.locator('.notice', { hasText: 'What was shared has not come through' })).toBeVisible();
  expect(site.page.url()).toBe(site.address);
});

test.describe('files that the operating system opens', () => {
  interface Launch {
    name: string;
    bytes: string;
    gone?: boolean;
  }

  // The queue is the browser's, and only that of an installed page is ever filled.
  test.beforeEach(async ({ site }) => {
    await site.page.addInitScript(() => {
      Object.defineProperty(window, 'launchQueue', {
        value: { setConsumer: (consumer: unknown) => Object.assign(window, { launch: consumer }) },
      });
    });
    await site.open();
  });

  const launch = ({ page }: Site, files: Launch[], targetURL?: string) =>
    page.evaluate(
      async ([given, target]) => {
        const handles = given.map(({ name, bytes, gone }) => ({
          getFile: () => (gone ? Promise.reject(new Error('gone')) : Promise.resolve(new File([bytes], name))),
        }));
        // The browser, too, waits until somebody takes what is launched.
        const taker = window as unknown as { launch?: (launched: unknown) => void };
        while (!taker.launch) await new Promise(requestAnimationFrame);
        taker.launch({ files: handles, targetURL: target });
      },
      [files, targetURL] as const,
    );

  test('are opened, and what was typed waits', async ({ site }) => {
    const { page, pressmark } = site;
    await pressmark.analysed(() => pressmark.box.fill(shortText));
    await page.getByLabel('Published').fill('2026-03-04');
    await pressmark.analysed(() => launch(site, [{ name: 'wall.md', bytes: `# The wall\n\n${secret}` }]));
    await expect(pressmark.box).toHaveValue(`The wall\n\n${secret}`);
    await expect(page.getByLabel('Published')).toHaveValue('');
    await expect(page.locator('.notice', { hasText: '“wall.md” is open.' })).toBeVisible();
    await expectAccessible(page);

    await pressmark.analysed(() => launch(site, [{ name: 'ferry.txt', bytes: 'The ferry sails.' }]));
    const back = page.getByRole('button', { name: 'Back to your text' });
    await back.click();
    await expect(pressmark.box).toHaveValue(`The wall\n\n${secret}`);
    await back.click();
    await expect(pressmark.box).toHaveValue(shortText);
    await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
    await expect(back).toBeHidden();

    await pressmark.analysed(() => launch(site, [{ name: 'ferry.txt', bytes: 'The ferry sails.' }]));
    await page.getByRole('button', { name: 'Forget it' }).click();
    await expect(back).toBeHidden();
    await expect(pressmark.box).toHaveValue('The ferry sails.');
  });

  test('take no place of anything where the box was empty', async ({ site }) => {
    await site.pressmark.analysed(() => launch(site, [{ name: 'wall.txt', bytes: secret }]));
    await expect(site.pressmark.box).toHaveValue(secret);
    await expect(site.page.getByRole('button', { name: 'Back to your text' })).toBeHidden();
  });

  test('that cannot be read are told, and the text stays', async ({ site }) => {
    const { page, pressmark } = site;
    await pressmark.analysed(() => pressmark.box.fill(shortText));
    await launch(site, [{ name: 'wall.txt', bytes: '', gone: true }]);
    await expect(page.locator('.notice', { hasText: 'cannot be read' })).toBeVisible();
    await launch(site, [{ name: 'wall.pdf', bytes: 'none' }]);
    await expect(page.locator('.notice', { hasText: 'The file “wall.pdf” is damaged' })).toBeVisible();
    await expect(pressmark.box).toHaveValue(shortText);
    await expect(page.getByRole('button', { name: 'Back to your text' })).toBeHidden();
  });

  test('and links that it brings to the open window', async ({ site }) => {
    const { pressmark } = site;
    await pressmark.analysed(() => launch(site, [], `${site.address}#text=${encodeURIComponent(secret)}`));
    await expect(pressmark.box).toHaveValue(secret);
  });
});
