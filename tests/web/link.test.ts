// Links that hold a text: what is written is read again; what is damaged, too long or meant to hurt ends in a sentence.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LinkError, readLink, writeLink } from '../../web/src/page/link';

const page = 'https://news.example/pressmark/';
const text = '“Wir bleiben,” said Zoë Þórsdóttir 🌊.\n\nThe wall stays & so do we: 100 % + more.';

const fragmentOf = (link: string) => link.slice(link.indexOf('#'));
const packed = (bytes: Uint8Array | string) => `#z=${deflateRawSync(bytes).toString('base64url')}`;

// Words that no two texts share, so that they hardly deflate.
function randomText(length: number): string {
  let seed = 7;
  const letters = Array.from({ length }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(33 + (seed % 90));
  });
  return letters.join('');
}

describe('a text that is written into a link', () => {
  test('is read from it, with its day of publication', async () => {
    const link = await writeLink(page, { text, published: '2026-03-04' });
    expect(link).toMatch(/^https:\/\/news\.example\/pressmark\/#z=[\w-]+&published=2026-03-04$/);
    expect(await readLink(fragmentOf(link))).toEqual({ text, published: '2026-03-04' });
  });

  test('needs no day of publication', async () => {
    const link = await writeLink(page, { text, published: '' });
    expect(link).not.toContain('published');
    expect(await readLink(fragmentOf(link))).toEqual({ text, published: '' });
  });

  test('may be so long that the link has 8,000 characters, and no longer', async () => {
    const most = await longestOf((length) => writeLink(page, { text: randomText(length), published: '' }));
    expect(most.length).toBeGreaterThan(7_990);
    expect(most.length).toBeLessThanOrEqual(8_000);
    const longer = writeLink(page, { text: randomText(20_000), published: '' });
    await expect(longer).rejects.toThrow(
      /^This text is too long for a link: it would have [\d,]+ characters, and more/,
    );
  });

  test('is refused where reading it again would be', async () => {
    const spare = writeLink(page, { text: 'a'.repeat(200_001), published: '' });
    await expect(spare).rejects.toThrow('This text is too long for a link, which holds 200,000 bytes at most.');
    const link = await writeLink(page, { text: 'a'.repeat(200_000), published: '' });
    expect((await readLink(fragmentOf(link)))?.text).toHaveLength(200_000);
  });
});

describe('a link made by hand', () => {
  test('holds the text percent-encoded', async () => {
    const made = `#text=${encodeURIComponent(text)}&published=2026-03-04`;
    expect(await readLink(made)).toEqual({ text, published: '2026-03-04' });
    expect(await readLink('#published=2026-03-04&text=One%20&other=1')).toEqual({
      text: 'One ',
      published: '2026-03-04',
    });
  });

  test('means a plus by a plus, an equals sign by an equals sign, and a line end by any line end', async () => {
    expect((await readLink('#text=1+1=2%0D%0Aor%0D3'))?.text).toBe('1+1=2\nor\n3');
  });

  test('with a day that is none is read all the same', async () => {
    for (const day of ['2026-02-30', 'soon', '']) {
      expect(await readLink(`#text=One&published=${day}`)).toEqual({ text: 'One', published: '' });
    }
  });
});

test('other fragments are no links', async () => {
  for (const fragment of [
    '',
    '#',
    '#text',
    '#z',
    '#shared',
    '#reader-heading',
    '#published=2026-03-04',
    '#context=a',
  ]) {
    expect(await readLink(fragment)).toBeNull();
  }
});

describe('what cannot be read ends in one sentence', () => {
  const whole = packed(text);
  const damaged: [string, string][] = [
    ['a link cut short', whole.slice(0, -12)],
    ['letters that are none of base64url', '#z=a*b'],
    ['bytes that were never deflated', '#z=____'],
    ['nothing', '#z='],
    ['bytes that are no UTF-8', packed(Uint8Array.of(0x80, 0xff))],
    ['half a percent sign', '#text=100%'],
    ['percent signs that are no UTF-8', '#text=%FF'],
  ];
  test.each(damaged)('%s', async (_, fragment) => {
    await expect(readLink(fragment)).rejects.toThrow(
      new LinkError('The text in this link cannot be read: the link is damaged or cut short.'),
    );
  });

  test('a text of blanks', async () => {
    await expect(readLink('#text=%20%0A')).rejects.toThrow(new LinkError('This link holds no text.'));
  });

  const tooLong = new LinkError('The text in this link is too long: it has more than 200,000 bytes.');

  test('few characters that unfold to very many', async () => {
    const bomb = packed(new Uint8Array(300_000_000));
    expect(bomb.length).toBeLessThan(500_000);
    const begin = performance.now();
    await expect(readLink(bomb)).rejects.toThrow(tooLong);
    // Unfolding all of it would take longer.
    expect(performance.now() - begin).toBeLessThan(500);
  });

  test('one byte too many', async () => {
    await expect(readLink(packed('a'.repeat(200_001)))).rejects.toThrow(tooLong);
    await expect(readLink(`#text=${'a'.repeat(200_001)}`)).rejects.toThrow(tooLong);
    await expect(readLink(`#text=${'%E2%82%AC'.repeat(66_667)}`)).rejects.toThrow(tooLong);
    expect((await readLink(`#text=${'%E2%82%AC'.repeat(66_666)}`))?.text).toHaveLength(66_666);
  });
});

/** The longest link that can be made, found by halving. */
async function longestOf(make: (length: number) => Promise<string>): Promise<string> {
  let [best, low, high] = ['', 0, 20_000];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const link = await make(middle).catch(() => null);
    if (link === null) high = middle;
    else [best, low] = [link, middle];
  }
  return best;
}
