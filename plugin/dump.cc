/* dump.cc - the functions that a file declares, -fplugin-arg-cgoplug-dump-declarations=FILE.

   `cgo header' and `cgo list' want to know what is in a header: they compile a file that
   only includes it, and read what this writes, a line a function with a body elsewhere, in
   the order of the source:

     /usr/include/zlib.h:250 <tab> deflate <tab> deflate <tab> default <tab> libz.list:12
       <tab> callback <tab> int(z_streamp, int)

   which are its place, its name, its assembler name, how it is called, who said so, whether
   it may call back (callback: one of its arguments is a pointer to a function; structure:
   or to a structure with one in it; variadic: nobody can tell; or no), and its type as GCC
   prints types.  FILE is written anew.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* Those that PLUGIN_FINISH_DECL told of, in that order.  */
static auto_vec<tree> declared;
static hash_set<tree> *seen;

void
cgo_dump_decl (tree fndecl)
{
  if (!cgo_options.declarations)
    return;
  if (!seen)
    seen = new hash_set<tree>;
  if (seen->add (fndecl))
    return;
  cgo_keep (fndecl);
  declared.safe_push (fndecl);
}

/* As for pp_printf of GCC's messages; the result is to be freed.  */

static char *
printed (const char *format, ...)
{
  pretty_printer *pp = global_dc->printer->clone ();
  pp_needs_newline (pp) = false;
  pp_show_color (pp) = false;
  pp_line_cutoff (pp) = 0;
  va_list ap;
  va_start (ap, format);
  text_info text;
  text.err_no = 0;
  text.args_ptr = &ap;
  text.format_spec = format;
  text.m_richloc = NULL;
  text.x_data = NULL;
  pp_format (pp, &text);
  pp_output_formatted_text (pp);
  va_end (ap);
  char *result = xstrdup (pp_formatted_text (pp));
  delete pp;
  return result;
}

/* TYPE as GCC prints it, without what its typedefs mean and with one blank at a time; to be
   freed.  */

static char *
printed_type (tree type)
{
  char *text = printed ("%T", type), *to = text;
  if (char *aka = strstr (text, " {aka "))
    *aka = 0;
  for (const char *from = text; *from; from++)
    if (*from != ' ' || from[1] != ' ')
      *to++ = *from;
  *to = 0;
  return text;
}

/* Whether a structure or union TYPE has a pointer to a function in it.  */

static bool
structure_calls_p (tree type)
{
  if (RECORD_OR_UNION_TYPE_P (type))
    for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
      if (TREE_CODE (field) == FIELD_DECL
	  && (cgo_function_in (TREE_TYPE (field)) || structure_calls_p (TREE_TYPE (field))))
	return true;
  return false;
}

static const char *
callback (tree fntype)
{
  const char *result = stdarg_p (fntype) || !prototype_p (fntype) ? "variadic" : "no";
  function_args_iterator it;
  tree type;
  FOREACH_FUNCTION_ARGS (fntype, type, it)
    {
      if (cgo_function_in (type))
	return "callback";
      if (structure_calls_p (POINTER_TYPE_P (type) ? TREE_TYPE (type) : type))
	result = "structure";
    }
  return result;
}

static void
print (FILE *f, tree fndecl)
{
  const char *name = cgo_assembler_name (fndecl);
  struct cgo_class c = cgo_classify (name, fndecl, TREE_TYPE (fndecl));
  expanded_location at = expand_location (DECL_SOURCE_LOCATION (fndecl));
  char *type = printed_type (TREE_TYPE (fndecl));
  char bytes[32] = "";
  if (c.mode == CGO_LEAF)
    snprintf (bytes, sizeof bytes, " %d", c.leaf);
  fprintf (f, "%s:%d\t%s\t%s\t%s%s\t%s\t%s\t%s\n", at.file, at.line,
	   IDENTIFIER_POINTER (DECL_NAME (fndecl)), name,
	   c.mode == CGO_GOROUTINE ? "goroutine" : cgo_mode_name (c.mode), bytes, c.why,
	   callback (TREE_TYPE (fndecl)), type);
  free (type);
}

/* Static functions are nobody else's; what has a body here is no call of C.  */

void
cgo_dump_finish (void)
{
  const char *name = cgo_options.declarations;
  if (!name || seen_error ())
    return;
  FILE *f = fopen (name, "w");
  for (unsigned i = 0; f && i < declared.length (); i++)
    if (TREE_PUBLIC (declared[i]) && DECL_EXTERNAL (declared[i])
	&& DECL_FILE_SCOPE_P (declared[i]))
      print (f, declared[i]);
  if (!f || fclose (f))
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_DUMP, name);
}
