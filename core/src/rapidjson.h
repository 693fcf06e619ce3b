// RapidJSON, as every file of the core includes it. Its assertions would abort; they are off, because types are asked
// for before values are taken, and writers are used in their order.
#pragma once

#define RAPIDJSON_ASSERT(condition) (static_cast<void>(0))

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
