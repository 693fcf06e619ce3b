#include "passes/antecedents.h"

#include <algorithm>

namespace pressmark {

namespace {

using Bit = AntecedentBit;

constexpr std::uint32_t kSentencesBack = 7;
constexpr std::size_t kSitesBack = 48;
constexpr std::size_t kMostCandidates = 12;

Bit plus(Bit bit, std::uint32_t more) { return static_cast<Bit>(static_cast<std::uint32_t>(bit) + more); }

}  // namespace

// The pronoun that is asked for.
struct Antecedents::Asked {
  Pronoun pronoun;
  Span span;
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  Function function = Function::other;
  bool possessive = false;
  Index marked = kNone;
  Index said = kNone;
  Index sayer = kNone;  // the referent that says the words in which it stands
  bool opens = false;
  bool blind = false;
  // The sentence's first comma behind the pronoun, where the pronoun stands in a phrase that opens it and nobody else
  // who may be meant stands before; otherwise 0.
  std::uint32_t fronted_until = 0;
  Index nearest_subject = kNone;  // referents
  Index first_subject_before = kNone;
  Index only_here = kNone;
  Index only_before = kNone;
};

struct Antecedents::Candidate {
  Index referent = kNone;
  const Noted* last = nullptr;   // its last mention before the pronoun
  const Site* behind = nullptr;  // its first mention behind it in the sentence
  std::size_t rank = 0;          // how many candidates were mentioned later
};

Antecedents::Antecedents(const ReferenceInput& input, const std::vector<Site>& sites,
                         const std::vector<Referent>& referents, const QuotedSpeech& speech)
    : in_(input),
      view_(input.text, input.tokens),
      sites_(sites),
      referents_(referents),
      speech_(speech),
      counts_(input, sites),
      states_(referents.size()) {}

void Antecedents::note(const Site& site) {
  const bool first = noted_.empty() || noted_.back().site.sentence != site.sentence;
  noted_.push_back({site, first});
  look_about(noted_.back());
  State& state = states_[site.referent];
  ++state.mentions;
  if (site.function == Function::subject && state.last_subject != site.sentence) {
    state.subject_before = state.last_subject;
    state.last_subject = site.sentence;
  }
  if (in_.blocks[in_.sentences[site.sentence].block].kind == BlockKind::title) state.in_title = true;
  const Referent& referent = referents_[site.referent];
  const bool person = referent.type == EntityType::person && !referent.plural;
  if (person && !referent.unnamed && first_person_ == kNone) first_person_ = site.referent;
  // The first name of a speaker's phrase is the speaker's.
  const Index spoken = speech_.speaking(site.span);
  if (spoken != kNone && spoken != last_spoken_.quotation && !site.owner) {
    last_spoken_ = {spoken, site.referent, in_.sentences[site.sentence].block};
  }
}

void Antecedents::note_choice(Person person, Index referent) {
  last_meant_[static_cast<std::size_t>(person)] = referent;
}

bool Antecedents::fits(const Asked& asked, Index referent) const {
  const Referent& r = referents_[referent];
  switch (asked.pronoun.person) {
    case Person::he:
      return r.type == EntityType::person && !r.plural && (asked.blind || r.gender > -3);
    case Person::she:
      return r.type == EntityType::person && !r.plural && (asked.blind || r.gender < 3);
    case Person::it:
      return r.type != EntityType::person && r.type != EntityType::norp && r.type != EntityType::money && !r.plural;
    default:
      return r.plural || (r.type != EntityType::person && r.type != EntityType::money);
  }
}

std::vector<Antecedents::Candidate> Antecedents::candidates(const Asked& asked, std::size_t next) const {
  std::vector<Candidate> found;
  const auto known = [&](Index referent) {
    return std::find_if(found.begin(), found.end(), [&](const Candidate& c) { return c.referent == referent; });
  };
  std::size_t looked = 0;
  for (auto it = noted_.rbegin(); it != noted_.rend() && looked < kSitesBack; ++it, ++looked) {
    if (it->site.sentence + kSentencesBack < asked.sentence || found.size() == kMostCandidates) break;
    const Index referent = it->site.referent;
    // "its branches" is not what "its" means.
    if (it->site.span.contains(asked.span)) continue;
    if (!fits(asked, referent) || known(referent) != found.end()) continue;
    found.push_back({referent, &*it, nullptr, found.size()});
  }
  for (std::size_t k = next; k < sites_.size() && sites_[k].sentence == asked.sentence; ++k) {
    const Site& site = sites_[k];
    if (site.kind == SiteKind::pronoun || site.kind == SiteKind::indefinite || !fits(asked, site.referent)) continue;
    const auto candidate = known(site.referent);
    if (candidate == found.end()) {
      if (found.size() < kMostCandidates) found.push_back({site.referent, nullptr, &site, found.size()});
    } else if (candidate->behind == nullptr) {
      candidate->behind = &site;
    }
  }
  return found;
}

void Antecedents::describe_pronoun(const Asked& asked, AntecedentBits& bits) const {
  const Person person = asked.pronoun.person;
  bits.set(person == Person::it ? Bit::it : person == Person::they ? Bit::they : Bit::he_or_she);
  if (asked.pronoun.reflexive) {
    bits.set(Bit::pronoun_reflexive);
  } else if (asked.possessive) {
    bits.set(Bit::pronoun_possessive);
  } else if (asked.function == Function::subject) {
    bits.set(Bit::pronoun_subject);
  } else if (asked.function == Function::object) {
    bits.set(Bit::pronoun_object);
  } else {
    bits.set(Bit::pronoun_oblique);
  }
  bits.set(Bit::pronoun_speaks, speech_.speaking(asked.span) != kNone);
  bits.set(Bit::pronoun_quoted, asked.marked != kNone);
  bits.set(Bit::pronoun_opens, asked.opens);
  bits.set(Bit::expletive, is_expletive(asked));
  const Sentence& sentence = in_.sentences[asked.sentence];
  bits.set(Bit::headed_sentence, in_.blocks[sentence.block].kind == BlockKind::title);
  if (asked.token + 1 < sentence.tokens.last) {
    const std::string next = view_.key(asked.token + 1);
    bits.set(Bit::then_be,
             next == "is" || next == "was" || next == "'s" || next == "will" || next == "would" || next == "has");
  }
}

// "It is clear that", "it was time to", "it seems": nothing is meant.
bool Antecedents::is_expletive(const Asked& asked) const {
  const std::uint32_t last = in_.sentences[asked.sentence].tokens.last;
  if (asked.pronoun.person != Person::it || asked.possessive || asked.token + 2 >= last) return false;
  const std::string verb = view_.key(asked.token + 1);
  if (is_any_of(verb,
                {"seems", "seemed", "appears", "appeared", "turns", "turned", "rained", "rains", "takes", "took"})) {
    return true;
  }
  if (!is_any_of(verb, {"is", "was", "'s", "be", "would", "will", "has", "became", "becomes", "makes", "made"}))
    return false;
  for (std::uint32_t i = asked.token + 2; i < std::min(last, asked.token + 7); ++i) {
    const std::string next = view_.key(i);
    if (is_any_of(next, {"that", "to", "for", "whether", "when", "how", "who", "if"})) return true;
    // "It is also encouraging people to"
    if (in_.tokens[i].kind == TokenKind::punctuation || next.ends_with("ing")) return false;
  }
  return false;
}

void Antecedents::describe_between(const Asked& asked, const Site& site, AntecedentBits& bits) const {
  if (site.head >= asked.token) return;
  const auto between = [&](const RunningCount& count) { return count.between(site.head, asked.token) > 0; };
  bits.set(Bit::subject_between, between(counts_.subjects));
  bits.set(Bit::object_between, between(counts_.objects));
  bits.set(Bit::plural_between, between(counts_.plurals));
}

void Antecedents::describe_mention(const Asked& asked, const Site& site, Index marked, AntecedentBits& bits) const {
  bits.set(plus(Bit::by_name, static_cast<std::uint32_t>(site.kind)));
  bits.set(plus(Bit::function, static_cast<std::uint32_t>(site.function)));
  bits.set(Bit::listed, site.listed);
  bits.set(Bit::owner, site.owner);
  if (marked != asked.marked) {
    bits.set(Bit::quoted_apart);
  } else {
    bits.set(Bit::quoted_alike, marked != kNone);
  }
  bits.set(Bit::parallel, site.function == asked.function && asked.function != Function::other);
  if (site.sentence != asked.sentence) return;
  const std::uint32_t low = std::min(site.head, asked.token);
  const std::uint32_t high = std::max(site.head, asked.token);
  const std::uint32_t verbs = counts_.verbs.between(low, high);
  bits.set(verbs == 0 ? Bit::no_verb_between : verbs == 1 ? Bit::one_verb_between : Bit::more_verbs_between);
  bits.set(Bit::same_clause, site.head < asked.token && site.function == Function::subject && verbs == 1);
  const std::uint32_t distance = high - low;
  bits.set(Bit::within_3_tokens, distance <= 3);
  bits.set(Bit::within_8_tokens, distance > 3 && distance <= 8);
  bits.set(Bit::within_20_tokens, distance > 8 && distance <= 20);
}

// What a mention's place tells of it, whoever asks.
void Antecedents::look_about(Noted& noted) const {
  const Site& site = noted.site;
  const TokenRange sentence = in_.sentences[site.sentence].tokens;
  const std::uint32_t first = tokens_in(in_.tokens, site.span).first;
  noted.marked = speech_.marked(site.span);
  noted.said = speech_.said(site.span);
  noted.opens = first == sentence.first;
  noted.in_brackets = first > sentence.first && view_.is(first - 1, "(");
  std::uint32_t next = site.head + 1;
  if (next < sentence.last && view_.is(next, ",")) ++next;
  noted.then_who =
      next < sentence.last && (view_.is(next, "who") || view_.is(next, "whose") || view_.is(next, "which"));
}

// The referent of a quotation's speaker, by the first site of the phrase that owns nothing.
Index Antecedents::speaker_of(Index quotation) const {
  if (quotation == kNone || !in_.quotations[quotation].speaker) return kNone;
  const Span phrase = in_.quotations[quotation].speaker->span;
  auto at =
      std::partition_point(sites_.begin(), sites_.end(), [&](const Site& s) { return s.span.start < phrase.start; });
  while (at != sites_.end() && at->owner && phrase.contains(at->span)) ++at;
  return at != sites_.end() && phrase.contains(at->span) ? at->referent : kNone;
}

// What the sentence of the pronoun and the one before it tell of all candidates.
void Antecedents::look_around(Asked& asked, const std::vector<Candidate>& found) const {
  std::size_t here = 0;
  std::size_t before = 0;
  for (auto it = noted_.rbegin(); it != noted_.rend() && it->site.sentence + 1 >= asked.sentence; ++it) {
    const Site& site = it->site;
    if (!fits(asked, site.referent) || site.function != Function::subject) continue;
    if (site.sentence == asked.sentence) {
      if (asked.nearest_subject == kNone) asked.nearest_subject = site.referent;
    } else {
      asked.first_subject_before = site.referent;
    }
  }
  for (const Candidate& candidate : found) {
    if (candidate.last == nullptr) continue;
    const std::uint32_t sentence = candidate.last->site.sentence;
    if (sentence == asked.sentence && ++here == 1) asked.only_here = candidate.referent;
    if (sentence + 1 == asked.sentence && ++before == 1) asked.only_before = candidate.referent;
  }
  if (here != 1) asked.only_here = kNone;
  if (here != 0 || before != 1) asked.only_before = kNone;

  const TokenRange sentence = in_.sentences[asked.sentence].tokens;
  if (here != 0 || asked.token == sentence.first || counts_.mains.in({sentence.first, asked.token}) > 0) return;
  const std::string_view opener = in_.lexicons.function_words.find(view_.key(sentence.first));
  const Function function = in_.functions[sentence.first];
  if (opener != "prep" && opener != "conj" && function != Function::adverbial && function != Function::open) return;
  for (std::uint32_t i = asked.token + 1; i < sentence.last; ++i) {
    if (view_.key(i) != ",") continue;
    asked.fronted_until = i;
    return;
  }
}

void Antecedents::describe_construction(const Asked& asked, const Candidate& candidate, AntecedentBits& bits) const {
  if (const Site* behind = candidate.behind; behind != nullptr && asked.fronted_until != 0) {
    const std::uint32_t comma = in_.tokens[asked.fronted_until].span.end;
    const std::uint32_t most =
        std::min<std::uint32_t>(asked.fronted_until + 6, in_.sentences[asked.sentence].tokens.last);
    bits.set(Bit::cataphor, behind->span.start >= comma && behind->span.start < in_.tokens[most - 1].span.end);
  }
  bits.set(Bit::nearest_subject, candidate.referent == asked.nearest_subject);
  bits.set(Bit::first_subject_before, candidate.referent == asked.first_subject_before);
  bits.set(Bit::goes_on, asked.opens && candidate.referent == asked.first_subject_before);
  bits.set(Bit::only_here, candidate.referent == asked.only_here);
  bits.set(Bit::only_before, candidate.referent == asked.only_before);
  if (candidate.last == nullptr) return;
  const Site& site = candidate.last->site;
  if (bits.has(Bit::same_clause)) {
    bits.set(Bit::own_subject, asked.possessive);
    bits.set(Bit::bound, !asked.possessive && !asked.pronoun.reflexive && asked.function != Function::subject);
  }
  bits.set(Bit::conjoined, site.head + 2 == asked.token && view_.is(site.head + 1, "and"));
  bits.set(Bit::opens_sentence, candidate.last->opens);
  bits.set(Bit::in_brackets, candidate.last->in_brackets);
  bits.set(Bit::then_who, candidate.last->then_who);
}

void Antecedents::describe_candidate(const Asked& asked, const Candidate& candidate, AntecedentBits& bits) const {
  const Referent& referent = referents_[candidate.referent];
  const State& state = states_[candidate.referent];
  const Site& site = candidate.last == nullptr ? *candidate.behind : candidate.last->site;
  const std::uint32_t back = asked.sentence - site.sentence;
  bits.set(plus(Bit::same_sentence, std::min(back, 3U)));
  bits.set(Bit::same_paragraph, in_.sentences[site.sentence].block == in_.sentences[asked.sentence].block);
  if (candidate.rank < 3) bits.set(plus(Bit::nearest, static_cast<std::uint32_t>(candidate.rank)));
  if (const Site* behind = candidate.behind) {
    bits.set(Bit::behind);
    bits.set(Bit::behind_subject, behind->function == Function::subject);
    bits.set(Bit::behind_first, counts_.mains.between(asked.token, behind->head) == 0);
    bits.set(Bit::behind_only, candidate.last == nullptr);
  }
  describe_mention(asked, site, candidate.last == nullptr ? speech_.marked(site.span) : candidate.last->marked, bits);
  describe_construction(asked, candidate, bits);
  describe_between(asked, site, bits);
  bits.set(Bit::first_of_sentence, candidate.last != nullptr && candidate.last->first);
  bits.set(Bit::subject_here, state.last_subject == asked.sentence);
  bits.set(Bit::subject_before, asked.sentence > 0 && (state.last_subject == asked.sentence - 1 ||
                                                       state.subject_before == asked.sentence - 1));
  const bool spoke = candidate.referent == last_spoken_.speaker;
  bits.set(Bit::spoke_last, spoke);
  bits.set(Bit::speaks_on, spoke && bits.has(Bit::pronoun_speaks));
  bits.set(Bit::spoke_here, spoke && last_spoken_.block == in_.sentences[asked.sentence].block);
  const Index said = candidate.last == nullptr ? speech_.said(site.span) : candidate.last->said;
  bits.set(Bit::said_within, said != kNone);
  if (candidate.referent == asked.sayer) bits.set(asked.marked != kNone ? Bit::speaks_marked : Bit::speaks_unmarked);
  const std::uint32_t mentions = state.mentions;
  bits.set(mentions <= 1 ? Bit::once : mentions == 2 ? Bit::twice : mentions <= 5 ? Bit::several : Bit::many);
  bits.set(Bit::first_mentioned, candidate.referent == first_person_);
  bits.set(Bit::in_title, state.in_title);
  bits.set(Bit::last_meant,
           !asked.blind && last_meant_[static_cast<std::size_t>(asked.pronoun.person)] == candidate.referent);
  const int sign = asked.pronoun.person == Person::he ? 1 : asked.pronoun.person == Person::she ? -1 : 0;
  if (sign != 0) {
    const int gender = asked.blind ? 0 : referent.gender * sign;
    bits.set(gender >= 3   ? Bit::agrees_surely
             : gender > 0  ? Bit::agrees
             : gender == 0 ? Bit::unknown_gender
                           : Bit::disagrees);
  }
  switch (referent.type) {
    case EntityType::person:
      bits.set(Bit::person);
      break;
    case EntityType::org:
      bits.set(Bit::organization);
      break;
    case EntityType::loc:
    case EntityType::fac:
      bits.set(Bit::place);
      break;
    case EntityType::norp:
      bits.set(Bit::people);
      break;
    default:
      bits.set(Bit::thing);
  }
  bits.set(Bit::plural, referent.plural);
  bits.set(Bit::unnamed, referent.unnamed && referent.members.empty());
  bits.set(Bit::pair, !referent.members.empty());
}

std::vector<Choice> Antecedents::choices(const Pronoun& pronoun, std::uint32_t token, std::uint32_t sentence,
                                         std::size_t next, bool blind) const {
  Asked asked{pronoun, in_.tokens[token].span, token, sentence, in_.functions[token]};
  const bool her = pronoun.person == Person::she && asked.function == Function::possessor;
  asked.possessive = pronoun.possessive || her;
  asked.marked = speech_.marked(asked.span);
  asked.said = speech_.said(asked.span);
  asked.sayer = speaker_of(asked.marked != kNone ? asked.marked : asked.said);
  const std::uint32_t first = in_.sentences[sentence].tokens.first;
  const bool alone = noted_.empty() || noted_.back().site.sentence != sentence;
  asked.blind = blind;
  asked.opens = alone && counts_.verbs.in({first, token}) == 0;

  const std::vector<Candidate> found = candidates(asked, next);
  look_around(asked, found);
  const bool told = std::any_of(found.begin(), found.end(), [](const Candidate& candidate) {
    return candidate.last != nullptr && candidate.last->site.kind == SiteKind::pronoun;
  });
  if (blind && told) return {};
  std::vector<Choice> choices(found.size() + 1);
  AntecedentBits shared;
  describe_pronoun(asked, shared);
  for (Choice& choice : choices) choice.bits = shared;
  choices[0].bits.set(Bit::nobody);
  choices[0].bits.set(plus(Bit::no_candidate, static_cast<std::uint32_t>(std::min<std::size_t>(found.size(), 3))));
  std::uint32_t most = 0;
  for (const Candidate& candidate : found) most = std::max(most, states_[candidate.referent].mentions);
  for (std::size_t i = 0; i < found.size(); ++i) {
    Choice& choice = choices[i + 1];
    choice.referent = found[i].referent;
    describe_candidate(asked, found[i], choice.bits);
    choice.bits.set(Bit::most_mentioned, states_[found[i].referent].mentions == most && most > 1);
  }
  return choices;
}

}  // namespace pressmark
