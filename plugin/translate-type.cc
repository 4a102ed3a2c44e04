/* translate-type.cc - a type as another compiler is to be told of it.

   The stubs that `cgo' writes stand apart from the user's file and do not know its types.
   What they need is a type that is passed in the same registers and has the same layout:

     pointer			void *, const void *
     enum Color			unsigned int
     struct Point		struct { double f0; struct { int f0; int f1; } f1; }

   So a structure is its members, by themselves, and their names do not matter.  A member
   that is not where it would be by its type gets attributes that put it there; what that
   cannot express, bit-fields in odd places, has no such type, and the function that takes
   it by value is an error.  Size, alignment and offsets are told, too: the translated program
   asserts them with its own compiler.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "translate.h"

static bool print_type (pretty_printer *, tree type);

/* As printf: pp_printf has a language of its own.  */

void
cgo_pp (pretty_printer *pp, const char *format, ...)
{
  va_list ap;
  va_start (ap, format);
  char *text = xvasprintf (format, ap);
  va_end (ap);
  pp_string (pp, text);
  free (text);
}

static const char *
integer_name (tree type)
{
  bool u = TYPE_UNSIGNED (type);
  switch (tree_to_uhwi (TYPE_SIZE (type)))
    {
    case 8: return u ? "unsigned char" : "signed char";
    case 16: return u ? "unsigned short" : "short";
    case 32: return u ? "unsigned int" : "int";
    case 64: return u ? "unsigned long" : "long";
    case 128: return u ? "unsigned __int128" : "__int128";
    default: return NULL;
    }
}

static const char *
real_name (tree type)
{
  if (DECIMAL_FLOAT_TYPE_P (type))
    return NULL;
  switch (tree_to_uhwi (TYPE_SIZE (type)))
    {
    case 16: return "_Float16";
    case 32: return "float";
    case 64: return "double";
    case 128: return TYPE_PRECISION (type) == 80 ? "long double" : "__float128";
    default: return NULL;
    }
}

/* Of what it points to only the qualifiers are kept: compilers warn of what is passed to a
   function that could read it and not write it.  */

static const char *
pointer_name (tree type)
{
  tree to = TREE_TYPE (type);
  if (FUNC_OR_METHOD_TYPE_P (to))
    return "void *";
  if (TYPE_VOLATILE (to))
    return TYPE_READONLY (to) ? "const volatile void *" : "volatile void *";
  return TYPE_READONLY (to) ? "const void *" : "void *";
}

/* The name of a type that has a word or a few, or null.  */

static const char *
scalar_name (tree type)
{
  switch (TREE_CODE (type))
    {
    case VOID_TYPE: return "void";
    case POINTER_TYPE: return pointer_name (type);
    case BOOLEAN_TYPE: return "_Bool";
    case INTEGER_TYPE:
    case ENUMERAL_TYPE: return integer_name (type);
    case REAL_TYPE: return real_name (type);
    default: return NULL;
    }
}

/* ---- Structures ---- */

/* Bit POS rounded up to ALIGN bits.  */

static unsigned HOST_WIDE_INT
round_up_to (unsigned HOST_WIDE_INT pos, unsigned HOST_WIDE_INT align)
{
  return (pos + align - 1) / align * align;
}

/* The largest alignment, at most MOST bits, with which what comes behind bit POS stands at
   bit WHERE; 0 if there is none.  */

static unsigned
align_for (unsigned HOST_WIDE_INT pos, unsigned HOST_WIDE_INT where, unsigned most)
{
  for (unsigned align = most; align >= BITS_PER_UNIT; align /= 2)
    if (round_up_to (pos, align) == where)
      return align;
  return 0;
}

/* Member FIELD, called fN, behind bit POS.  TIGHT: its type's alignment does not count.  */

static bool
print_bit_field (pretty_printer *pp, tree field, int n, unsigned HOST_WIDE_INT pos, bool tight)
{
  tree type = DECL_BIT_FIELD_TYPE (field);
  const char *name = scalar_name (TYPE_MAIN_VARIANT (type));
  unsigned HOST_WIDE_INT width = tree_to_uhwi (DECL_SIZE (field));
  unsigned HOST_WIDE_INT unit = tree_to_uhwi (TYPE_SIZE (type));
  unsigned HOST_WIDE_INT where = int_bit_position (field);
  if (!name)
    return false;
  if (!tight && pos % unit + width > unit)
    pos = round_up_to (pos, unit);
  if (pos != where && !tight && round_up_to (pos, unit) == where)
    cgo_pp (pp, "%s : 0; ", name);
  else if (pos != where)
    return false;
  pp_string (pp, name);
  if (DECL_NAME (field))
    cgo_pp (pp, " f%d", n);
  cgo_pp (pp, " : %d%s; ", (int) width, tight ? " __attribute__ ((__packed__))" : "");
  return true;
}

static bool
print_member (pretty_printer *pp, tree field, int n, unsigned HOST_WIDE_INT pos, bool tight,
	      unsigned *most)
{
  tree type = TREE_TYPE (field);
  auto_vec<tree> dims;
  while (TREE_CODE (type) == ARRAY_TYPE)
    {
      dims.safe_push (TYPE_DOMAIN (type));
      type = TREE_TYPE (type);
    }
  type = TYPE_MAIN_VARIANT (type);
  if (!print_type (pp, type))
    return false;
  cgo_pp (pp, " f%d", n);
  for (tree dim : dims)
    {
      tree max = dim ? TYPE_MAX_VALUE (dim) : NULL_TREE;
      if (max && !tree_fits_shwi_p (max))
	return false;
      cgo_pp (pp, "[%ld]", max ? (long) tree_to_shwi (max) + 1 : 0L);
    }
  unsigned HOST_WIDE_INT where = int_bit_position (field);
  unsigned align = TYPE_ALIGN (type);
  if (tight || round_up_to (pos, align) != where)
    {
      align = align_for (pos, where, tight ? *most : BIGGEST_ALIGNMENT);
      if (!align)
	return false;
      cgo_pp (pp, " __attribute__ ((%s__aligned__ (%d)))",
	      TYPE_ALIGN (type) > BITS_PER_UNIT ? "__packed__, " : "",
	      (int) (align / BITS_PER_UNIT));
    }
  *most = MAX (*most, align);
  pp_string (pp, "; ");
  return true;
}

/* The members of TYPE; *ALIGN is its alignment without more words.  */

static bool
print_members (pretty_printer *pp, tree type, bool tight, unsigned *align)
{
  unsigned HOST_WIDE_INT pos = 0;
  int n = 0;
  *align = tight ? TYPE_ALIGN (type) : BITS_PER_UNIT;
  for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
    {
      if (TREE_CODE (field) != FIELD_DECL)
	continue;
      if (TREE_CODE (type) == UNION_TYPE)
	pos = 0;
      if (!DECL_SIZE (field))			/* a flexible array */
	continue;
      if (!tree_fits_uhwi_p (DECL_SIZE (field)))
	return false;
      if (DECL_BIT_FIELD_TYPE (field))
	{
	  if (integer_zerop (DECL_SIZE (field)))
	    continue;				/* seen in what follows */
	  if (!print_bit_field (pp, field, n, pos, tight))
	    return false;
	  if (DECL_NAME (field))
	    *align = MAX (*align, TYPE_ALIGN (DECL_BIT_FIELD_TYPE (field)));
	}
      else if (!print_member (pp, field, n, pos, tight, align))
	return false;
      pos = int_bit_position (field) + tree_to_uhwi (DECL_SIZE (field));
      n++;
    }
  return true;
}

static bool
print_record (pretty_printer *pp, tree type)
{
  unsigned align = 0;
  bool tight = TYPE_PACKED (type);
  pp_string (pp, TREE_CODE (type) == UNION_TYPE ? "union { " : "struct { ");
  if (!TYPE_SIZE (type) || !tree_fits_uhwi_p (TYPE_SIZE (type))
      || !print_members (pp, type, tight, &align) || TYPE_ALIGN (type) < align)
    return false;
  pp_string (pp, "}");
  if (TYPE_ALIGN (type) > align)
    cgo_pp (pp, " __attribute__ ((__aligned__ (%d)))",
	       (int) (TYPE_ALIGN (type) / BITS_PER_UNIT));
  return true;
}

static bool
print_type (pretty_printer *pp, tree type)
{
  if (const char *name = scalar_name (type))
    {
      pp_string (pp, name);
      return true;
    }
  switch (TREE_CODE (type))
    {
    case RECORD_TYPE:
    case UNION_TYPE:
      return print_record (pp, type);
    case COMPLEX_TYPE:
      pp_string (pp, "_Complex ");
      return print_type (pp, TYPE_MAIN_VARIANT (TREE_TYPE (type)));
    case VECTOR_TYPE:
      if (!print_type (pp, TYPE_MAIN_VARIANT (TREE_TYPE (type))))
	return false;
      cgo_pp (pp, " __attribute__ ((__vector_size__ (%d)))",
		 (int) tree_to_uhwi (TYPE_SIZE_UNIT (type)));
      return true;
    default:
      return false;
    }
}

/* ---- What others call ---- */

char *
cgo_type_words (tree type)
{
  pretty_printer pp;
  type = TYPE_MAIN_VARIANT (type);
  if (TREE_CODE (type) == UNION_TYPE && TYPE_TRANSPARENT_AGGR (type))
    type = TYPE_MAIN_VARIANT (TREE_TYPE (first_field (type)));
  if (!print_type (&pp, type))
    return NULL;
  return xstrdup (pp_formatted_text (&pp));
}

char *
cgo_type_layout (tree type)
{
  pretty_printer pp;
  int n = 0;
  type = TYPE_MAIN_VARIANT (type);
  cgo_pp (&pp, "%d\t%d", (int) tree_to_uhwi (TYPE_SIZE_UNIT (type)),
	     (int) (TYPE_ALIGN (type) / BITS_PER_UNIT));
  if (RECORD_OR_UNION_TYPE_P (type))
    for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
      {
	if (TREE_CODE (field) != FIELD_DECL || !DECL_SIZE (field)
	    || (DECL_BIT_FIELD_TYPE (field) && integer_zerop (DECL_SIZE (field))))
	  continue;
	if (!DECL_BIT_FIELD_TYPE (field))
	  cgo_pp (&pp, "\tf%d %d", n, (int) (int_bit_position (field) / BITS_PER_UNIT));
	n++;
      }
  return xstrdup (pp_formatted_text (&pp));
}
