// A whole page as select-all and copy give it: menus, share lines, captions, related links, comments, a footer; and an
// article among them. All of it made up.
export const comment =
  '“The council said exactly this about the tram,” Otto Lindqvist wrote under the article on Friday.';

export const menu = [
  'Skip to content',
  'The Saltmarsh Courier',
  'Home',
  'News',
  'Sport',
  'Opinion',
  'Culture',
  'Weather',
  'Crosswords',
  'Jobs',
  'Subscribe',
  'Sign in',
];

export const article = [
  'Library boat will sail again after eleven winters ashore',
  'By Ines Okonkwo and Bram Verhoeven',
  'June 12, 2026',
  'SALTMARSH — The library boat that once carried novels to nineteen islands will return to the water in September, the county council decided on Thursday.',
  'The boat Heron in 2014, before she was laid up. Photo: Noor Haddad/Saltmarsh Courier',
  '“A child on Outer Skerry should not have to wait for a storm to end to get a book,” council leader Maren Tollefsen told reporters after the vote.',
  'The repair will cost $2.4 million, a third of it paid by the Harbour Trust. Tollefsen said the money had been set aside in the spring.',
  '“We have heard that promise three times,” said Bashir Qadri, who runs the only bookshop on the islands. “This time I will believe it when I see her mast.”',
  'Captain Ruth Abara, who steered the Heron until she was laid up, will train a new crew of four over the summer.',
];

export const foot = [
  'Share this article',
  'Facebook',
  'WhatsApp',
  'Email',
  'Copy link',
  'Related stories',
  'Ferry timetable changes for the summer',
  'Ten walks along the northern shore',
  'Why the lighthouse went dark',
  'Most read',
  'Comments (2)',
  comment,
  'Sign up for our newsletter',
  'About us',
  'Contact',
  'Privacy policy',
  'Terms of use',
  '© 2026 Saltmarsh Courier. All rights reserved.',
];

export const pastedPage = [menu.join('\n'), article.join('\n\n'), foot.join('\n')].join('\n\n');
