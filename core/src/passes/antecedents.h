// What a pronoun may mean, and what speaks for each: the features of a learned choice (model/antecedent_net.h), as the
// mention-ranking models have them (Clark and Manning 2015), of whole referents and not of single mentions.
//
// The text is walked once. `note` tells of each site as it is passed, `choices` asks for a pronoun what it may mean.
#pragma once

#include <vector>

#include "passes/antecedent_bits.h"
#include "passes/clause_counts.h"
#include "passes/mention_sites.h"
#include "passes/pronouns.h"
#include "passes/quoted_speech.h"
#include "passes/token_view.h"

namespace pressmark {

struct Choice {
  Index referent = kNone;  // kNone: none of them
  AntecedentBits bits;
};

class Antecedents {
 public:
  // All must outlive it. `sites` is what is still to come as well.
  Antecedents(const ReferenceInput& input, const std::vector<Site>& sites, const std::vector<Referent>& referents,
              const QuotedSpeech& speech);

  void note(const Site& site);
  // A pronoun of this kind meant `referent`.
  void note_choice(Person person, Index referent);

  // For he, she, it and they at a token: "none of them", then every candidate. `next` is the first of `sites` behind
  // it. `blind`: as if nothing were known of anybody's gender; of those who only differ in it, training learns from
  // grammar. Empty then where a pronoun has told already.
  std::vector<Choice> choices(const Pronoun& pronoun, std::uint32_t token, std::uint32_t sentence, std::size_t next,
                              bool blind = false) const;

 private:
  struct State {
    std::uint32_t mentions = 0;
    std::uint32_t last_subject = kNone;  // sentence
    std::uint32_t subject_before = kNone;
    bool in_title = false;
  };
  struct Noted {
    Site site;
    bool first = false;    // of its sentence
    Index marked = kNone;  // the quotation between whose marks it stands
    Index said = kNone;    // the quotation whose words it is among
    bool opens = false;    // its sentence
    bool in_brackets = false;
    bool then_who = false;
  };
  struct Asked;
  struct Candidate;

  bool fits(const Asked& asked, Index referent) const;
  std::vector<Candidate> candidates(const Asked& asked, std::size_t next) const;
  void describe_pronoun(const Asked& asked, AntecedentBits& bits) const;
  void describe_candidate(const Asked& asked, const Candidate& candidate, AntecedentBits& bits) const;
  void describe_mention(const Asked& asked, const Site& site, Index marked, AntecedentBits& bits) const;
  void describe_construction(const Asked& asked, const Candidate& candidate, AntecedentBits& bits) const;
  void look_around(Asked& asked, const std::vector<Candidate>& found) const;
  void look_about(Noted& noted) const;
  Index speaker_of(Index quotation) const;
  bool is_expletive(const Asked& asked) const;
  void describe_between(const Asked& asked, const Site& site, AntecedentBits& bits) const;

  const ReferenceInput& in_;
  const TokenView view_;
  const std::vector<Site>& sites_;
  const std::vector<Referent>& referents_;
  const QuotedSpeech& speech_;
  const ClauseCounts counts_;
  std::vector<State> states_;  // of referents
  std::vector<Noted> noted_;
  std::vector<Index> last_meant_ = std::vector<Index>(8, kNone);  // by Person
  Index first_person_ = kNone;
  struct Spoken {
    Index quotation = kNone;
    Index speaker = kNone;
    Index block = kNone;
  };
  Spoken last_spoken_;
};

}  // namespace pressmark
