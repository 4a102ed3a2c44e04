/* jit.c - makes callees by libgccjit: what gen.c says in FILE becomes the object OUTPUT.

     jit FILE OUTPUT LEVEL [OPTION...]	  LEVEL 0 to 3, options of gcc such as -mavx2

   FILE has these lines; members follow their type, types stand before their use.

     struct NAME COUNT  or  union NAME COUNT
     member TYPE ELEMENTS BITS ALIGNMENT    ELEMENTS 0: no array; BITS -1: no bit-field
     signature ID COUNT RESULT TYPE...

   A function realID does what callees.c would: begin, see each argument, return a value
   (shapes.h).  libgccjit is the whole of GCC, so its layout of types and its calls are the
   compiler's; what is new to the plugin's code are callees without a line of C.

   SPDX-License-Identifier: MIT  */

#include <libgccjit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TYPES = 6000, MOST_ARGS = 24, MOST_MEMBERS = 10 };

static gcc_jit_context *context;
static gcc_jit_function *begin, *see;
static gcc_jit_lvalue *given;
static gcc_jit_type *int_type, *void_type, *pointer_type;

static struct { char name[32]; gcc_jit_type *type; } types[MOST_TYPES];
static int ntypes;

static void
fail (const char *what, const char *which)
{
  fprintf (stderr, "jit: %s %s\n", what, which);
  exit (2);
}

static gcc_jit_type *
basic (const char *name)
{
  static const struct { const char *name; enum gcc_jit_types type; } names[] =
  {
    { "void", GCC_JIT_TYPE_VOID }, { "bool", GCC_JIT_TYPE_BOOL },
    { "char", GCC_JIT_TYPE_CHAR }, { "int8", GCC_JIT_TYPE_SIGNED_CHAR },
    { "uint8", GCC_JIT_TYPE_UNSIGNED_CHAR }, { "short", GCC_JIT_TYPE_SHORT },
    { "ushort", GCC_JIT_TYPE_UNSIGNED_SHORT }, { "int", GCC_JIT_TYPE_INT },
    { "uint", GCC_JIT_TYPE_UNSIGNED_INT }, { "long", GCC_JIT_TYPE_LONG },
    { "ulong", GCC_JIT_TYPE_UNSIGNED_LONG }, { "llong", GCC_JIT_TYPE_LONG_LONG },
    { "int128", GCC_JIT_TYPE_INT128_T }, { "uint128", GCC_JIT_TYPE_UINT128_T },
    { "pointer", GCC_JIT_TYPE_VOID_PTR }, { "float", GCC_JIT_TYPE_FLOAT },
    { "double", GCC_JIT_TYPE_DOUBLE }, { "ldouble", GCC_JIT_TYPE_LONG_DOUBLE },
    { "cfloat", GCC_JIT_TYPE_COMPLEX_FLOAT }, { "cdouble", GCC_JIT_TYPE_COMPLEX_DOUBLE },
    { "cldouble", GCC_JIT_TYPE_COMPLEX_LONG_DOUBLE }
  };
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp (names[i].name, name))
      return gcc_jit_context_get_type (context, names[i].type);
  return NULL;
}

/* A basic type, `v:ELEMENT:COUNT', or an aggregate.  */

static gcc_jit_type *
type_named (const char *name)
{
  char element[32];
  int n;
  gcc_jit_type *t = basic (name);
  if (t)
    return t;
  if (sscanf (name, "v:%31[a-z]:%d", element, &n) == 2)
    return gcc_jit_type_get_vector (basic (element), n);
  for (int i = ntypes - 1; i >= 0; i--)
    if (!strcmp (types[i].name, name))
      return types[i].type;
  fail ("no type", name);
  return NULL;
}

static gcc_jit_field *
read_member (FILE *f, int number)
{
  char name[32], member[8];
  int count, bits, align;
  if (fscanf (f, " member %31s %d %d %d", name, &count, &bits, &align) != 4)
    fail ("no member in", "input");
  snprintf (member, sizeof member, "m%d", number);
  gcc_jit_type *t = type_named (name);
  if (bits >= 0)
    return gcc_jit_context_new_bitfield (context, NULL, t, bits, member);
  if (count)
    t = gcc_jit_context_new_array_type (context, NULL, t, count);
  if (align)
    t = gcc_jit_type_get_aligned (t, align);
  return gcc_jit_context_new_field (context, NULL, t, member);
}

static void
read_aggregate (FILE *f, int is_union)
{
  gcc_jit_field *fields[MOST_MEMBERS];
  int n;
  if (ntypes == MOST_TYPES)
    fail ("too many types in", "input");
  char *name = types[ntypes].name;
  if (fscanf (f, "%31s %d", name, &n) != 2 || n > MOST_MEMBERS)
    fail ("bad type", name);
  for (int i = 0; i < n; i++)
    fields[i] = read_member (f, i);
  types[ntypes++].type
    = is_union ? gcc_jit_context_new_union_type (context, NULL, name, n, fields)
      : gcc_jit_struct_as_type (gcc_jit_context_new_struct_type (context, NULL, name, n,
								 fields));
}

static void
call (gcc_jit_block *block, gcc_jit_function *fn, int n, gcc_jit_rvalue **args)
{
  gcc_jit_block_add_eval (block, NULL, gcc_jit_context_new_call (context, NULL, fn, n, args));
}

static gcc_jit_rvalue *
number (int n)
{
  return gcc_jit_context_new_rvalue_from_int (context, int_type, n);
}

/* *(TYPE *) given[ID]  */

static gcc_jit_rvalue *
value_to_return (gcc_jit_type *type, int id)
{
  gcc_jit_lvalue *p = gcc_jit_context_new_array_access (context, NULL,
							gcc_jit_lvalue_as_rvalue (given),
							number (id));
  gcc_jit_rvalue *q = gcc_jit_context_new_cast (context, NULL, gcc_jit_lvalue_as_rvalue (p),
						gcc_jit_type_get_pointer (type));
  return gcc_jit_lvalue_as_rvalue (gcc_jit_rvalue_dereference (q, NULL));
}

static void
read_signature (FILE *f)
{
  int id, n;
  char name[32];
  gcc_jit_param *params[MOST_ARGS];
  if (fscanf (f, "%d %d %31s", &id, &n, name) != 3 || n > MOST_ARGS)
    fail ("bad signature before", name);
  gcc_jit_type *result = type_named (name);
  for (int i = 0; i < n; i++)
    {
      if (fscanf (f, "%31s", name) != 1)
	fail ("end of", "input");
      gcc_jit_type *t = type_named (name);
      snprintf (name, sizeof name, "a%d", i);
      params[i] = gcc_jit_context_new_param (context, NULL, t, name);
    }
  snprintf (name, sizeof name, "real%d", id);
  gcc_jit_function *fn
    = gcc_jit_context_new_function (context, NULL, GCC_JIT_FUNCTION_EXPORTED, result, name, n,
				    params, 0);
  gcc_jit_block *block = gcc_jit_function_new_block (fn, NULL);
  gcc_jit_rvalue *args[3] = { number (id) };
  call (block, begin, 1, args);
  for (int i = 0; i < n; i++)
    {
      gcc_jit_lvalue *place = gcc_jit_param_as_lvalue (params[i]);
      args[1] = number (i);
      args[2] = gcc_jit_context_new_cast (context, NULL,
					  gcc_jit_lvalue_get_address (place, NULL),
					  pointer_type);
      call (block, see, 3, args);
    }
  if (result == void_type)
    gcc_jit_block_end_with_void_return (block, NULL);
  else
    gcc_jit_block_end_with_return (block, NULL, value_to_return (result, id));
}

static gcc_jit_function *
imported (const char *name, int n, gcc_jit_type **args)
{
  gcc_jit_param *params[3];
  for (int i = 0; i < n; i++)
    params[i] = gcc_jit_context_new_param (context, NULL, args[i], "p");
  return gcc_jit_context_new_function (context, NULL, GCC_JIT_FUNCTION_IMPORTED, void_type,
				       name, n, params, 0);
}

static void
prepare (int level, int noptions, char **options)
{
  context = gcc_jit_context_acquire ();
  if (!context)
    fail ("no", "context");
  gcc_jit_context_set_int_option (context, GCC_JIT_INT_OPTION_OPTIMIZATION_LEVEL, level);
  for (int i = 0; i < noptions; i++)
    gcc_jit_context_add_command_line_option (context, options[i]);
  gcc_jit_context_add_command_line_option (context, "-w");
  gcc_jit_context_add_command_line_option (context, "-Wno-psabi");
  int_type = basic ("int");
  void_type = basic ("void");
  pointer_type = basic ("pointer");
  gcc_jit_type *args[3] = { int_type, int_type, pointer_type };
  begin = imported ("begin", 1, args);
  see = imported ("see", 3, args);
  gcc_jit_type *table = gcc_jit_context_new_array_type (context, NULL, pointer_type, 1000);
  given = gcc_jit_context_new_global (context, NULL, GCC_JIT_GLOBAL_IMPORTED, table, "given");
}

int
main (int argc, char **argv)
{
  char word[32];
  FILE *f = argc < 4 ? NULL : fopen (argv[1], "r");
  if (!f)
    fail ("cannot read", argc < 4 ? "arguments" : argv[1]);
  prepare (atoi (argv[3]), argc - 4, argv + 4);
  while (fscanf (f, "%31s", word) == 1)
    if (!strcmp (word, "signature"))
      read_signature (f);
    else
      read_aggregate (f, !strcmp (word, "union"));
  gcc_jit_context_compile_to_file (context, GCC_JIT_OUTPUT_KIND_OBJECT_FILE, argv[2]);
  const char *error = gcc_jit_context_get_first_error (context);
  if (error)
    fail ("libgccjit:", error);
  return 0;
}
