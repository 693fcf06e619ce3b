// Letters without their diacritics, typographic marks as a typewriter has them.
#pragma once

namespace pressmark {

// é -> e, Ł -> L, ’ -> ', “ -> ", – -> -; any other code point as it is. Of Latin letters only.
char32_t fold(char32_t c);

}  // namespace pressmark
