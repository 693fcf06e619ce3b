// Writes expected.json of every golden folder, or of those named, from what the program answers now. Review the difference
// before it is committed.
//
//     node tests/golden/make.mjs [SLUG...]
import { writeFileSync } from 'node:fs';

import { analysisOf, fileOf, forReview, slugs } from './goldens.mjs';

const named = process.argv.slice(2);
for (const slug of named.length > 0 ? named : slugs) {
  writeFileSync(fileOf(slug, 'expected.json'), forReview(analysisOf(slug)));
}
