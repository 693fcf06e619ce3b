// Every golden request gives the analysis that was reviewed, and both keep to their JSON Schema.
import { readFileSync } from 'node:fs';

import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import { analysisOf, fileOf, forReview, requestLine, slugs } from './goldens.mjs';

const schemaOf = (name) =>
  JSON.parse(readFileSync(new URL(`../../core/schema/${name}.schema.json`, import.meta.url), 'utf8'));

/** The same schema, but an object may have no field that is not declared: readers must be lenient, our writer may not. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return copy.properties ? { additionalProperties: false, ...copy } : copy;
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const isRequest = ajv.compile(schemaOf('request-1'));
const isAnalysis = ajv.compile(schemaOf('analysis-1'));
const strict = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const isExactAnalysis = strict.compile(closed(schemaOf('analysis-1')));
const isExactRequest = strict.compile(closed(schemaOf('request-1')));

function expectValid(validate, value) {
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

test('there are goldens', () => {
  expect(slugs.length).toBeGreaterThanOrEqual(8);
});

describe.each(slugs)('%s', (slug) => {
  const analysis = analysisOf(slug);

  test('gives what is expected', () => {
    expect(forReview(analysis)).toBe(readFileSync(fileOf(slug, 'expected.json'), 'utf8'));
  });

  test('is one line', () => {
    expect(analysis.indexOf('\n')).toBe(analysis.length - 1);
  });

  test('keeps to the schema, without a field that is not declared', () => {
    expectValid(isExactRequest, JSON.parse(requestLine(slug).toString('utf8')));
    expectValid(isExactAnalysis, JSON.parse(analysis));
  });
});

test('the examples in the schemas are valid', () => {
  const request = schemaOf('request-1').examples;
  expect(request.length).toBeGreaterThan(0);
  for (const example of request) expectValid(isExactRequest, example);
  const analysis = schemaOf('analysis-1').examples;
  expect(analysis.length).toBeGreaterThan(0);
  for (const example of analysis) expectValid(isExactAnalysis, example);
});

test('readers pass over fields that they do not know', () => {
  expectValid(isRequest, { text: '', colour: 'red' });
  expectValid(isAnalysis, { ...JSON.parse(analysisOf('harbour')), colour: 'red' });
});

test('the schemas refuse what is wrong', () => {
  expect(isRequest({})).toBe(false);
  expect(isRequest({ text: '', offsets: 'utf-8' })).toBe(false);
  const { blocks, ...rest } = JSON.parse(analysisOf('harbour'));
  expect(isAnalysis(rest)).toBe(false);
  expect(isAnalysis({ ...rest, blocks: [{ ...blocks[0], kind: 'menu' }] })).toBe(false);
});

test('request and analysis name the same kinds and types', () => {
  const request = schemaOf('request-1').$defs;
  const analysis = schemaOf('analysis-1');
  expect(request.BlockOverride.properties.kind.enum).toEqual(analysis.$defs.BlockKind.enum);
  expect(request.DictionaryEntry.properties.type.enum).toEqual(analysis.$defs.EntityType.enum);
  expect(request.OffsetKind.enum).toEqual(analysis.properties.offsets.enum);
});
