// Where Pressmark goes wrong, each with a text in which it does. A test gives these texts to the program
// (tests/cli/failures.test.mjs): what it has learned to read comes off this list.

export interface Failure {
  what: string;
  example: string;
  shows: string;
  advice: string;
}

export const failures: Failure[] = [
  {
    what: 'Two people of one surname',
    example: 'Anna Keller owns the bakery. Paul Keller is the mayor of the town. Keller said the rent was too high.',
    shows: 'The words go to Paul Keller, who was named last, and they are shown as certain.',
    advice: 'Where a family or namesakes are in the news, check every bare surname.',
  },
  {
    what: 'Two women, or two men, who talk with each other',
    example: 'Ana Reyes met Ruth Okafor at the gate. “You are late,” she said. “So are you,” she replied.',
    shows: 'Both sentences go to Ana Reyes.',
    advice: 'Read through dialogues in which only “she” or “he” says who speaks.',
  },
  {
    what: 'A speaker whom only the paragraphs around tell',
    example: 'The council met on Monday.\n\n“We tested every bolt.”\n\nThe engineer, Lars Holm, sat down.',
    shows: 'The quotation is found, its speaker is not.',
    advice: 'Look for the quotations without a speaker: the list “Voices” counts them.',
  },
  {
    what: 'Reported words that go on without a new “said”',
    example: 'Holm said the bolts were too short. Nobody had tested them, and the county had known for years.',
    shows: 'The first sentence is shown as Holm’s; the second is left to the newspaper.',
    advice: 'Read on behind every reported sentence. Of all that is missed, this is the most.',
  },
  {
    what: 'What somebody did not say, or might say',
    example: 'Holm did not say that the bridge was safe.',
    shows: '“The bridge was safe” is listed among Holm’s words.',
    advice: 'Never take a reported sentence from the list alone; go to it in the text.',
  },
  {
    what: 'Words at second hand',
    example: 'The bridge is safe, the Harbour Times reported, citing two engineers.',
    shows: 'The newspaper speaks; that it has it from two engineers is not seen.',
    advice: 'Where a paper or an agency is the speaker, look for its source.',
  },
  {
    what: 'Irony and quotation marks that quote nobody',
    example: 'The ministry has found a “solution” that pleases nobody.',
    shows: 'The ministry is said to have called it so; the mockery is the writer’s.',
    advice: 'Be wary of quotations of one or two words.',
  },
  {
    what: 'Firms and products that nobody had heard of',
    example: 'Zuvanta said it would buy the harbour for $3 million.',
    shows: 'Zuvanta is taken for a person.',
    advice: 'Check the type of names that stand without “Mr”, “Ltd” or a word like “company”.',
  },
  {
    what: 'Names of places that are no places',
    example: 'The ferry Aurora left for the island.',
    shows: 'There is a pin on Aurora in Colorado. Rivers, mountains, streets and villages have no pin at all.',
    advice: 'Check the country of every pin before you use the map.',
  },
  {
    what: 'A season or month of a year that was named before',
    example: 'In 2019 the river rose. In the autumn the mayor resigned.',
    shows: 'In an article of March 2026 the autumn is that of 2025.',
    advice: 'In looks back at other years, check each month, season and weekday.',
  },
  {
    what: 'Languages other than English',
    example:
      '« Le pont est sûr », a déclaré la maire Claire Dubois lundi. L’ingénieur Paul Martin a dit que les travaux ' +
      'avaient coûté quatre millions d’euros.',
    shows: 'No quotation is found, neither with marks nor without, and “lundi” is taken for part of a name.',
    advice:
      'Above the article the page says which language it seems to be. If that is not English, do not rely on what is found.',
  },
  {
    what: 'A caption above the headline',
    example:
      'Mayor Priya Raman at the bridge on Friday. Photo: Lars Holm\n\nBridge to reopen in May\n\n' +
      'The bridge will open in May, Mayor Priya Raman said on Friday. “We tested every bolt,” she said.',
    shows: 'The caption is taken for the headline.',
    advice: 'Point at the right paragraph and say that it is the headline.',
  },
];
