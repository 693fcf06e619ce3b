#include "passes/references.h"

#include <algorithm>

#include "kernels/kernels.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr Score kByRule = 800;
constexpr std::size_t kLongestPronoun = 10;                       // "themselves"
constexpr std::string_view kFirstLetters = "HhSsIiTtMmYyWwUuOo";  // of all pronouns
constexpr float kRatherSomebody = 0.5F;     // between two guesses of one worth, a name is worth more to the reader
constexpr std::size_t kBeforeRelative = 6;  // bytes between a name and "who"

// The share of the chosen one among all, in thousandths.
Score share_of(std::vector<float> scores, std::size_t chosen) {
  const float most = scores[chosen];
  for (float& score : scores) score -= most;
  best_kernels().exponentiate(scores.size(), scores.data());
  float sum = 0;
  for (const float share : scores) sum += share;
  return static_cast<Score>(1000.0F / sum);
}

class Resolver {
 public:
  Resolver(const ReferenceInput& input, const std::function<void(const Resolution&)>& watch)
      : in_(input),
        view_(input.text, input.tokens),
        watch_(watch),
        speech_(input.quotations),
        names_(locate_mentions(input.entities)) {
    MentionSites found = find_sites(input, names_);
    sites_ = std::move(found.sites);
    referents_ = std::move(found.referents);
    references_ = std::move(found.descriptions);
  }

  std::vector<Reference> run() {
    read_words();
    walk(false);
    walk(true);
    std::stable_sort(references_.begin(), references_.end(), [](const Reference& a, const Reference& b) {
      return a.mention.span.start < b.mention.span.start;
    });
    return std::move(references_);
  }

 private:
  // A pronoun, or "who", "which", "that", which are of no person.
  struct Word {
    std::uint32_t token = 0;
    std::uint32_t sentence = 0;
    Pronoun pronoun;
    bool marked = false;
  };

  void read_words() {
    for (std::uint32_t s = 0; s < in_.sentences.size(); ++s) {
      const TokenRange range = in_.sentences[s].tokens;
      for (std::uint32_t i = range.first; i < range.last; ++i) {
        const Span span = in_.tokens[i].span;
        if (in_.tokens[i].kind != TokenKind::word || span.length() > kLongestPronoun) continue;
        if (kFirstLetters.find(in_.text[span.start]) == std::string_view::npos) continue;
        const std::string here = view_.key(i);
        const Pronoun pronoun = pronoun_of(here);
        const bool relative = is_any_of(here, {"who", "which", "that"});
        if (pronoun.person == Person::none && !relative) continue;
        words_.push_back({i, s, pronoun, !relative && speech_.marked(span) != kNone});
      }
    }
  }

  // Resolves the pronouns that stand between marks, or those that do not; what is resolved become sites.
  void walk(bool between_marks) {
    Antecedents antecedents(in_, sites_, referents_, speech_);
    std::vector<Site> passed;
    std::size_t next = 0;
    std::uint32_t name_end = 0;
    const auto pass = [&](const Site& site) {
      antecedents.note(site);
      if (site.kind == SiteKind::pronoun)
        antecedents.note_choice(pronoun_of(view_.key(site.head)).person, site.referent);
      passed.push_back(site);
    };
    for (const Word& here : words_) {
      const Span span = in_.tokens[here.token].span;
      for (; next < sites_.size() && sites_[next].span.start <= span.start; ++next) {
        pass(sites_[next]);
        if (sites_[next].kind == SiteKind::name) name_end = sites_[next].span.end;
      }
      if (here.marked != between_marks || name_end > span.start) continue;
      if (here.pronoun.person == Person::none) {
        resolve_relative(span, passed);
      } else if (here.pronoun.person < Person::speaker) {
        const Index referent = choose(antecedents, here, next);
        if (referent == kNone) continue;
        pass({span, here.token, here.sentence, referent, SiteKind::pronoun, in_.functions[here.token], false, false});
      } else if (between_marks) {
        resolve_by_rule(here.pronoun, span);
      }
    }
    for (; next < sites_.size(); ++next) passed.push_back(sites_[next]);
    sites_ = std::move(passed);
  }

  Index choose(const Antecedents& antecedents, const Word& here, std::size_t next) {
    const Span span = in_.tokens[here.token].span;
    const std::vector<Choice> choices = antecedents.choices(here.pronoun, here.token, here.sentence, next);
    const AntecedentNet& net = in_.model.antecedents();
    std::vector<float> scores;
    scores.reserve(choices.size());
    for (const Choice& choice : choices) scores.push_back(net.score(choice.bits));
    const Person person = here.pronoun.person;
    if (person == Person::it || person == Person::they) scores[0] -= kRatherSomebody;
    const auto best = std::max_element(scores.begin(), scores.end());
    const auto chosen = static_cast<std::size_t>(best - scores.begin());
    if (watch_) {
      watch_({span, choices, antecedents.choices(here.pronoun, here.token, here.sentence, next, true), sites_,
              referents_, chosen});
    }
    const Index referent = choices[chosen].referent;
    if (referent != kNone) refer(span, referent, share_of(scores, chosen));
    return referent;
  }

  // To the entity, or to both of "Smith and Jones"; nowhere for the unnamed.
  void refer(Span span, Index referent, Score score) {
    const auto add = [&](Index entity) { references_.push_back({{span, MentionKind::pronoun, score, false}, entity}); };
    if (referent < in_.entities.size()) add(referent);
    for (const Index member : referents_[referent].members) add(member);
  }

  // "Smith, who says": a speaker right behind whom it means.
  void resolve_relative(Span span, const std::vector<Site>& passed) {
    const Index quotation = speech_.speaking(span);
    if (quotation == kNone || in_.quotations[quotation].speaker->span != span || passed.empty()) return;
    const Site& site = passed.back();
    const std::string_view between = in_.text.substr(site.span.end, span.start - site.span.end);
    if (between.size() <= kBeforeRelative && between.find_first_not_of(" ,)\n\"—–-") == std::string_view::npos) {
      refer(span, site.referent, kByRule);
    }
  }

  void resolve_by_rule(const Pronoun& pronoun, Span span) {
    const Index quotation = speech_.marked(span);
    const Index speaker = speaker_of(quotation);
    Index meant = kNone;
    if (pronoun.person == Person::speaker) {
      if (speaker < in_.entities.size() && in_.entities[speaker].type == EntityType::person) meant = speaker;
    } else if (pronoun.person == Person::side) {
      meant = side_of(quotation, speaker);
    } else if (const auto& addressee = in_.quotations[quotation].addressee) {
      const std::vector<Index> named = entities_named(in_.text, in_.tokens, names_, in_.entities, *addressee);
      if (named.size() == 1) meant = named[0];
    }
    if (meant != kNone) refer(span, meant, kByRule);
  }

  // Whom a quotation's speaker phrase means: its one name, or its first site.
  Index speaker_of(Index quotation) const {
    const auto& phrase = in_.quotations[quotation].speaker;
    if (!phrase) return kNone;
    const std::vector<Index> named = entities_named(in_.text, in_.tokens, names_, in_.entities, phrase->span);
    if (!named.empty()) return named.size() == 1 ? named[0] : kNone;
    const auto site = std::partition_point(sites_.begin(), sites_.end(),
                                           [&](const Site& s) { return s.span.start < phrase->span.start; });
    return site != sites_.end() && phrase->span.contains(site->span) && !site->owner ? site->referent : kNone;
  }

  // "We" of a body is the body; of a person, the body or country in the words that say who that is: "Panama coach", "a
  // spokesman for Harbour Bank".
  Index side_of(Index quotation, Index speaker) const {
    if (speaker < in_.entities.size() && in_.entities[speaker].type != EntityType::person) return speaker;
    if (speaker < in_.entities.size()) {
      for (const Role& role : in_.entities[speaker].roles) {
        const Index body = body_in(role.span);
        if (body != kNone) return body;
      }
    }
    const auto& phrase = in_.quotations[quotation].speaker;
    return phrase ? body_in(phrase->span) : kNone;
  }

  Index body_in(Span phrase) const {
    const auto before = std::partition_point(names_.begin(), names_.end(),
                                             [&](const LocatedMention& m) { return m.span.start < phrase.start; });
    Index country = kNone;
    for (auto name = before; name != names_.end() && phrase.contains(name->span); ++name) {
      const EntityType type = in_.entities[name->entity].type;
      if (type == EntityType::org) return name->entity;
      if (type == EntityType::loc && country == kNone && name->span.start == phrase.start) country = name->entity;
    }
    return country;
  }

  const ReferenceInput& in_;
  const TokenView view_;
  const std::function<void(const Resolution&)>& watch_;
  const QuotedSpeech speech_;
  const std::vector<LocatedMention> names_;
  std::vector<Word> words_;
  std::vector<Site> sites_;
  std::vector<Referent> referents_;
  std::vector<Reference> references_;
};

}  // namespace

std::vector<Reference> resolve_references(const ReferenceInput& input,
                                          const std::function<void(const Resolution&)>& watch) {
  return Resolver(input, watch).run();
}

}  // namespace pressmark
