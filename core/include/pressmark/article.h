// The values: what goes in (Request) and what comes out (Article). ../../../README.md says what Pressmark is;
// the JSON forms of both are in core/schema/.
//
// An Article owns its text once, as UTF-8. Everything else is a layer of half-open byte spans over that text:
//
//     text       Mr. Smith said: “No.” He left.
//     blocks     [body                         ]
//     tokens     Mr. Smith said : “ No . ” He left .
//     sentences  [Mr. Smith said: “No.”] [He left.]
//     marks                      [No.]
//     names          [Smith] PERSON
//     entities   e1 = {Smith}        references  He -> e1
//     quotations q1 = {content “No.”, cue said, speaker Mr. Smith}   speakers q1 -> e1
//
// Each layer is made by one pass (core/src/passes/) from the layers above it and is never changed afterwards. Offsets
// become UTF-16 units or code points only when JSON is read (src/input/) or written (src/output/).
// Scores are whole thousandths: 873 is written 0.873.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// Bytes [start, end) of Article::text. Both ends stand on borders of code points.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  std::uint32_t length() const { return end - start; }
  bool empty() const { return start == end; }
  bool contains(Span other) const { return start <= other.start && other.end <= end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend bool operator==(Span, Span) = default;
};

// Tokens [first, last) of Article::tokens.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint32_t size() const { return last - first; }
  bool empty() const { return first == last; }
  bool contains(std::uint32_t token) const { return first <= token && token < last; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

using Score = std::uint16_t;  // thousandths, 0 to 1000
using Index = std::uint32_t;  // a row of another layer
inline constexpr Index kNone = 0xFFFFFFFF;

// A calendar day of the proleptic Gregorian calendar. Always valid once it has been read.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1 to 12
  std::uint8_t day = 0;    // 1 to 31

  friend bool operator==(Date, Date) = default;
};

// "2024-05-07" and back. None for what is no day of the calendar from 0001-01-01 to 9999-12-31, written just so.
std::optional<Date> date_from(std::string_view iso);
std::string to_string(Date date);

// How a caller counts: in bytes, in UTF-16 units (JavaScript, Java) or in code points (Python).
enum class Offsets : std::uint8_t { utf8, utf16, codepoint };

// ---- What goes in -------------------------------------------------------------------------------------------------

enum class BlockKind : std::uint8_t {
  title,
  subtitle,
  kicker,
  byline,
  dateline,
  date,
  body,
  section,
  list,
  pull_quote,
  caption,
  copyright,
  chrome,
};

enum class EntityType : std::uint8_t { person, org, loc, fac, norp, misc, product, money };

// The names of the enumerators as JSON writes them; empty optional for a name that is none of them.
std::string_view to_string(Offsets offsets);
std::string_view to_string(BlockKind kind);
std::string_view to_string(EntityType type);
std::optional<Offsets> offsets_from(std::string_view name);
std::optional<BlockKind> block_kind_from(std::string_view name);
std::optional<EntityType> entity_type_from(std::string_view name);

// What HTML told of a stretch of the text.
struct Hint {
  Span span;
  std::uint8_t heading = 0;  // 1 to 6; 0 where it is no heading
  bool list = false;
  bool quote = false;
  bool caption = false;
  bool author = false;
  bool date = false;
  bool content = false;    // a reader of whole pages takes it for a part of the article
  Score link_density = 0;  // letters inside links, of all its letters
};

// What HTML told of the page. Empty strings where it told nothing.
struct PageMetadata {
  std::string title;
  std::vector<std::string> authors;
  std::string site;
  std::string published;
  std::string updated;
  std::string section;
  std::string url;
};

// The user's word on what a stretch of the text is; it overrides the analysis.
struct BlockOverride {
  Span span;
  BlockKind kind = BlockKind::body;

  friend bool operator==(BlockOverride, BlockOverride) = default;
};

// A name that the user taught. `is_not`: these words are no such name.
struct DictionaryEntry {
  std::string name;
  EntityType type = EntityType::person;
  std::vector<std::string> aliases;
  bool is_not = false;
};

struct Warning {
  std::string code;     // "invalid_utf8", "unpaired_surrogate", ...
  std::string message;  // one sentence
  std::uint32_t count = 1;
};

// Made by read_request, or by hand: then `text` must be UTF-8 (make_text repairs bytes that are not).
struct Request {
  std::string id;
  std::string text;
  std::optional<Date> reference_date;  // the day of publication, on which "Tuesday" hangs
  bool clean = false;                  // the text is the article: no block of it is set aside
  Offsets offsets = Offsets::utf16;    // how the analysis counts
  std::vector<Hint> hints;
  PageMetadata metadata;
  std::vector<BlockOverride> blocks;
  std::vector<DictionaryEntry> dictionary;
  std::vector<std::string> pins;  // the reader's corrections (pins.h), each the JSON text of one operation
  std::vector<Warning> warnings;  // what reading it had to repair
};

// ---- What comes out -----------------------------------------------------------------------------------------------

// A row with `by_reader` is as the reader's corrections say (pins.h), and its score is 1000. No pass sets it.

// A stretch of the text that belongs together: a paragraph, a headline, a line of a menu. Blocks do not overlap, hold
// whole tokens, and leave out only white space.
struct Block {
  Span span;
  TokenRange tokens;
  BlockKind kind = BlockKind::body;
  std::uint8_t level = 0;      // of a title or section: 1 to 6; 0 where it has none
  Score score = 1000;          // that it is of this kind
  Index duplicate_of = kNone;  // the block that this pull quote or repeated headline repeats
  bool by_reader = false;

  bool kept() const { return kind != BlockKind::chrome; }
};

enum class TokenKind : std::uint8_t {
  word,         // Smith  didn  n't  U.S.  e-mail  ’s
  number,       // 54  1,200.50  3rd  30-day is a word
  punctuation,  // .  ,  …  —  “
  symbol,       // $  %  €  😀  and whatever else is no letter, digit or mark
};

// Tokens are in order, do not overlap, and what stands between them is white space and nothing else: with those gaps
// they tile the text. "" has no token; " hi " has one, [1, 3). A possessive 's and a negation n't are tokens of their
// own.
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool capital = false;   // its first letter is upper case
  bool all_caps = false;  // two letters or more, all of them upper case
};

// Sentences lie in kept blocks, in order, and cover each block's tokens without a gap.
struct Sentence {
  Span span;
  TokenRange tokens;
  Index block = 0;
};

// A region between quotation marks. `inside` leaves the marks out. A region that runs on into the next paragraph has no
// closing mark (`close` is empty); it is `continued` where that paragraph goes on with an opening mark, or with none
// and closes it: then `open` is empty there.
struct MarkedRegion {
  Span open;
  Span inside;
  Span close;
  TokenRange tokens;  // inside
  Index block = 0;
  Index parent = kNone;      // the region that it is nested in
  bool single_mark = false;  // ‘ ’ or ' '
  bool continued = false;
};

// A name where it stands, without title or possessive. Names do not overlap.
struct Name {
  TokenRange tokens;
  Span span;
  EntityType type = EntityType::person;
  Score score = 1000;
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

struct Mention {
  Span span;
  MentionKind kind = MentionKind::name;
  Score score = 1000;
  bool metonym = false;  // a place that acts: "Moscow said"
  bool by_reader = false;
};

// How the text says who or what an entity is: "Kremlin spokesman", "a teacher from Leeds".
struct Role {
  Span span;
  Index head = kNone;  // the token of its head noun; its first token where it has none ("of Leeds")
};

enum class PlaceKind : std::uint8_t {
  continent,
  region,  // a sea, or a region of several countries
  country,
  capital,
  admin1,  // a first division of a country: state, province, Bundesland
  admin2,  // a second one: county, department
  city,
  district,  // a part of a city
};

// Where on the map a place lies.
struct Geo {
  std::uint32_t geonames_id = 0;
  std::int32_t latitude = 0;   // thousandths of a degree; an area's middle
  std::int32_t longitude = 0;  // likewise
  std::string country;         // ISO 3166-1: "FR"; empty for what is of no one country
  PlaceKind kind = PlaceKind::city;
  Score score = 0;  // that it is this place
  bool by_reader = false;
};

// Who or what several names mean. `mentions` holds the names only; pronouns and descriptions are References.
struct Entity {
  EntityType type = EntityType::person;
  std::string name;  // the fullest form
  std::vector<std::string> aliases;
  std::vector<Role> roles;  // longest first
  std::string pronouns;     // "she" "he" as titles and roles show it, else empty
  Score salience = 0;
  Index stands_for = kNone;  // a capital's state
  std::vector<Mention> mentions;
  bool by_reader = false;
  bool geo_told = false;        // the reader said where it lies:
  std::optional<Geo> told_geo;  // there, or nowhere
};

// A pronoun or description and the entity that it means.
struct Reference {
  Mention mention;
  Index entity = kNone;
};

enum class QuotationKind : std::uint8_t {
  direct,    // over 95 % of the content's letters stand between marks
  mixed,     // some do
  indirect,  // none do
};

enum class SpeakerClass : std::uint8_t { person, organization, unnamed, collective, document };

struct Evidence {
  std::string kind;  // cue frame tag chain previous_speaker
  Span span;
};

struct Cue {
  Span span;
  std::string lemma;   // "say", "accord"
  std::string stance;  // "neutral" "claimed" "admitted" "denied" ... (core/lexicons/cues.tsv)
};

// The noun phrase that names the speaker, with titles and appositions.
struct SpeakerPhrase {
  Span span;
  SpeakerClass speaker_class = SpeakerClass::person;
  Score score = 0;  // that this is the speaker
  std::vector<Evidence> evidence;
  bool by_reader = false;
};

// One attribution: all that one cue governs, in pieces, with the sentences in marks that carry it on in the same
// paragraph. A paragraph that goes on with the same speaker is a quotation of its own, which keeps the phrase of the
// one that it continues.
struct Quotation {
  QuotationKind kind = QuotationKind::direct;
  std::string act = "said";  // said wrote asked thought ... (core/lexicons/cues.tsv)
  Index block = 0;
  std::vector<Span> content;  // in order, without marks at the ends
  std::vector<Span> marks;    // in order, what stands between marks, marks left out
  std::optional<Cue> cue;
  std::optional<SpeakerPhrase> speaker;  // none where nobody can tell
  std::optional<Span> via;               // the medium through whom it came
  std::optional<Span> addressee;
  Index parent = kNone;        // the quotation it is nested in
  Index duplicate_of = kNone;  // the quotation that this pull quote repeats
  Score score = 0;             // that it is a quotation
  bool by_reader = false;
};

// Whom the phrases of the quotation of the same index mean.
struct Speakers {
  std::vector<Index> speaker;  // several for a joint statement, none for the unnamed
  Index via = kNone;
  Index addressee = kNone;
};

enum class TimeType : std::uint8_t { date, time, duration, set };

// What a relative expression hangs on, so that another reference date gives new values without a new analysis.
struct TimeAnchor {
  Index to = kNone;  // another time; kNone: the reference date
  std::string unit;
  std::int32_t offset = 0;
  std::string weekday;
  std::string month;
  std::string direction;  // "past" "future" "nearest"
};

// TIMEX3: https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html
struct TimeExpression {
  Span span;
  TimeType type = TimeType::date;
  std::string value;
  std::string mod;
  std::string grain;
  std::string begin;
  std::string end;
  std::optional<TimeAnchor> anchor;
  bool by_reader = false;
};

struct Figure {
  Span span;
  std::string kind;   // money percentage count ...
  std::string value;  // decimal digits
  std::string unit;
};

// A value found in the text (its span) or told by the page (no span).
struct Field {
  std::string value;
  std::optional<Span> span;
  Score score = 1000;
  bool by_reader = false;
};

struct Metadata {
  std::optional<Field> title, subtitle, kicker, agency, site, section, published, updated, dateline, copyright, url;
  std::vector<Field> authors;
  std::optional<Date> dateline_day;  // "KYIV, March 4, 2026 —"; times are counted from it where nothing better is known
};

struct Language {
  std::string code;  // ISO 639-1; empty where nobody can tell
  Score score = 0;
};

struct ReferenceDate {
  std::optional<Date> value;
  std::string source;  // "given" "published" "dateline", empty where there is no value
};

// What made the analysis. `model` and `lexicons` are content hashes (SHA-256, first 16 digits).
struct Engine {
  std::string version;
  std::string model;
  std::string lexicons;
};

// What became of one of the reader's corrections.
struct PinReport {
  std::string id;
  std::string op;
  bool placed = false;
  std::optional<Span> span;  // where its words stand now
  std::string why;           // one sentence, where it is not placed
};

struct Article {
  std::string id;
  std::string text;
  Offsets offsets = Offsets::utf16;
  Engine engine;
  ReferenceDate reference_date;
  Language language;
  std::vector<Warning> warnings;

  std::vector<Block> blocks;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<MarkedRegion> marks;
  std::vector<Name> names;
  std::vector<Entity> entities;
  std::vector<std::optional<Geo>> geo;  // one an entity; empty until places are resolved (analyzer.h)
  std::vector<Reference> references;
  std::vector<std::string> pronouns;  // one an entity: "she" "he" as the text itself shows it, else empty
  std::vector<Quotation> quotations;
  std::vector<Speakers> speakers;  // one a quotation
  Metadata metadata;
  std::vector<TimeExpression> times;
  std::vector<Figure> figures;

  std::vector<BlockOverride> told_blocks;  // what the corrections said of blocks when it was analysed
  std::vector<PinReport> pins;             // one for each correction that was not taken back

  std::string_view text_of(Span span) const { return std::string_view(text).substr(span.start, span.length()); }
};

std::string_view to_string(MentionKind kind);
std::string_view to_string(PlaceKind kind);
std::string_view to_string(QuotationKind kind);
std::string_view to_string(SpeakerClass speaker_class);
std::string_view to_string(TimeType type);
std::optional<PlaceKind> place_kind_from(std::string_view name);
std::optional<QuotationKind> quotation_kind_from(std::string_view name);
std::optional<TimeType> time_type_from(std::string_view name);

}  // namespace pressmark
