/* translate-token.c - the tokens of a preprocessed file.

   Names and parentheses are told from strings, characters and numbers; no more is needed, as
   what a name means is the compiler's to say.

   SPDX-License-Identifier: MIT  */

#include "translate.h"

#include <ctype.h>
#include <string.h>

static bool
name_char (char c)
{
  return isalnum ((unsigned char) c) || c == '_' || c == '$' || (c & 0x80);
}

/* Behind the string or character that begins at POS.  */

static size_t
skip_quoted (const char *text, size_t len, size_t pos)
{
  char quote = text[pos++];
  while (pos < len && text[pos] != quote && text[pos] != '\n')
    pos += text[pos] == '\\' && pos + 1 < len ? 2 : 1;
  return pos < len ? pos + 1 : len;
}

/* 1.e+3, 0x1p-2, .5f.  */

static size_t
skip_number (const char *text, size_t len, size_t pos)
{
  while (pos < len)
    if (strchr ("eEpP", text[pos]) && pos + 1 < len && strchr ("+-", text[pos + 1]))
      pos += 2;
    else if (name_char (text[pos]) || text[pos] == '.')
      pos++;
    else
      break;
  return pos;
}

enum token
cgo_token (const char *text, size_t len, size_t *pos, size_t *end)
{
  size_t p = *pos;
  bool fresh = p == 0 || text[p - 1] == '\n';
  while (p < len && isspace ((unsigned char) text[p]))
    fresh |= text[p++] == '\n';
  *pos = p;
  if (p >= len)
    {
      *end = len;
      return TOKEN_END;
    }
  if (fresh && text[p] == '#' && p + 2 < len && text[p + 1] == ' '
      && isdigit ((unsigned char) text[p + 2]))
    {
      *end = p + strcspn (text + p, "\n");
      return TOKEN_MARKER;
    }
  if (isdigit ((unsigned char) text[p])
      || (text[p] == '.' && p + 1 < len && isdigit ((unsigned char) text[p + 1])))
    {
      *end = skip_number (text, len, p);
      return TOKEN_OTHER;
    }
  if (text[p] == '"' || text[p] == '\'')
    {
      *end = skip_quoted (text, len, p);
      return TOKEN_OTHER;
    }
  if (!name_char (text[p]))
    {
      *end = p + 1;
      return TOKEN_OTHER;
    }
  while (p < len && name_char (text[p]))
    p++;
  *end = p;
  return TOKEN_NAME;
}

bool
cgo_token_is (const char *text, size_t pos, size_t end, const char *word)
{
  return strlen (word) == end - pos && memcmp (text + pos, word, end - pos) == 0;
}

size_t
cgo_token_skip (const char *text, size_t len, size_t pos)
{
  size_t end;
  int depth = 0;
  for (; cgo_token (text, len, &pos, &end) != TOKEN_END; pos = end)
    if (end == pos + 1 && strchr ("([{", text[pos]))
      depth++;
    else if (end == pos + 1 && strchr (")]}", text[pos]) && --depth == 0)
      return end;
  return len;
}
