# cgo.m4 - which GCC the plugin is for, and what this machine lacks.
#
# SPDX-License-Identifier: MIT

# CGO_MISSING(WHAT, PACKAGE), CGO_WANTED(WHAT, PACKAGE)
# Without the first nothing can be built; the second is for `make check' and the
# examples only.
AC_DEFUN([CGO_MISSING],
[cgo_missing="$cgo_missing
  $1 (Debian package $2)"
cgo_packages="$cgo_packages $2"])

AC_DEFUN([CGO_WANTED],
[cgo_wanted="$cgo_wanted
  $1 (Debian package $2)"])

# CGO_WITH_GCC
# Sets CGO_GCC, and CC and CXX from it where the user did not.  Its C++ twin has
# the same name with `g++' for the last `gcc'.
AC_DEFUN([CGO_WITH_GCC],
[AC_ARG_WITH([gcc],
  [AS_HELP_STRING([--with-gcc=GCC],
    [build the plugin for this GCC, e.g. gcc-12 @<:@CC, or gcc@:>@])],
  [AS_CASE([$withval], [yes|no], [AC_MSG_ERROR([--with-gcc wants the name of a GCC])])
   CGO_GCC=$withval],
  [CGO_GCC=${CC:-gcc}])
AC_ARG_VAR([CGO_GXX], [the C++ compiler beside the GCC of --with-gcc])
AS_IF([test -z "$CGO_GXX"],
  [CGO_GXX=`AS_ECHO(["$CGO_GCC"]) | sed 's/\(.*\)gcc/\1g++/'`])
: "${CC=$CGO_GCC}" "${CXX=$CGO_GXX}"
AC_SUBST([CGO_GCC])])

# CGO_CHECK_GCC
# Sets CGO_GCC_VERSION (12.2.0) and cgo_major (12).
AC_DEFUN([CGO_CHECK_GCC],
[AC_MSG_CHECKING([for the GCC the plugin is for])
CGO_GCC_VERSION=`$CGO_GCC -dumpfullversion 2>/dev/null`
AS_IF([test -z "$CGO_GCC_VERSION"],
  [AC_MSG_RESULT([no])
   AS_CASE([`$CGO_GCC --version 2>&1`],
     [*version*], [AC_MSG_ERROR([$CGO_GCC is not GCC; name one by --with-gcc=gcc-12])],
     [AC_MSG_ERROR([no $CGO_GCC here (on Debian: apt-get install gcc-12 g++-12);
name another by --with-gcc])])])
cgo_gxx_version=`$CGO_GXX -dumpfullversion 2>/dev/null`
AS_IF([test -n "$cgo_gxx_version" && test "$cgo_gxx_version" != "$CGO_GCC_VERSION"],
  [AC_MSG_RESULT([no])
   AC_MSG_ERROR([$CGO_GCC is GCC $CGO_GCC_VERSION, but $CGO_GXX is $cgo_gxx_version])])
cgo_major=`AS_ECHO(["$CGO_GCC_VERSION"]) | sed 's/\..*//'`
AC_MSG_RESULT([$CGO_GCC $CGO_GCC_VERSION])
AS_IF([test "$cgo_major" -lt 12],
  [AC_MSG_ERROR([GCC $CGO_GCC_VERSION is too old; cgoplug needs 12 or later])])
AC_SUBST([CGO_GCC_VERSION])])

# CGO_CHECK_PLUGIN
# Sets PLUGIN_CPPFLAGS and cgo_gcc_plugin_dir.
AC_DEFUN([CGO_CHECK_PLUGIN],
[cgo_gcc_plugin_dir=`$CGO_GCC -print-file-name=plugin`
PLUGIN_CPPFLAGS="-isystem $cgo_gcc_plugin_dir/include"
AC_SUBST([PLUGIN_CPPFLAGS])
AC_MSG_CHECKING([whether $CXX works])
AC_LANG_PUSH([C++])
AC_COMPILE_IFELSE([AC_LANG_PROGRAM([[template <class T> struct s {};]])],
  [AC_MSG_RESULT([yes])
   AC_MSG_CHECKING([for the headers of GCC plugins])
   cgo_save_CPPFLAGS=$CPPFLAGS
   CPPFLAGS="$CPPFLAGS $PLUGIN_CPPFLAGS"
   AC_COMPILE_IFELSE([AC_LANG_PROGRAM([[#include <gcc-plugin.h>]])],
     [AC_MSG_RESULT([$cgo_gcc_plugin_dir/include])],
     [AC_MSG_RESULT([no])
      CGO_MISSING([the headers of plugins for $CGO_GCC],
	[gcc-$cgo_major-plugin-dev])])
   CPPFLAGS=$cgo_save_CPPFLAGS],
  [AC_MSG_RESULT([no])
   CGO_MISSING([the C++ compiler $CXX], [g++-$cgo_major])
   AS_IF([test ! -f "$cgo_gcc_plugin_dir/include/gcc-plugin.h"],
     [CGO_MISSING([the headers of plugins for $CGO_GCC],
       [gcc-$cgo_major-plugin-dev])])])
AC_LANG_POP([C++])])

# CGO_CHECK_LIBBACKTRACE
# Sets LIBBACKTRACE_CPPFLAGS and LIBBACKTRACE, the archive by its name.  It comes
# with GCC; it goes into libcgo.so, so it must be position independent.
AC_DEFUN([CGO_CHECK_LIBBACKTRACE],
[AC_MSG_CHECKING([for a position-independent libbacktrace])
LIBBACKTRACE=`$CGO_GCC -print-file-name=libbacktrace.a`
cgo_save_LIBS=$LIBS cgo_save_CPPFLAGS=$CPPFLAGS cgo_save_CFLAGS=$CFLAGS
LIBBACKTRACE_CPPFLAGS=
# Another compiler does not look where this GCC has its backtrace.h.
AS_IF([test "x$CC" != "x$CGO_GCC"],
  [LIBBACKTRACE_CPPFLAGS="-idirafter `$CGO_GCC -print-file-name=include`"])
CPPFLAGS="$CPPFLAGS $LIBBACKTRACE_CPPFLAGS"
CFLAGS="$CFLAGS -fPIC"
LIBS="-shared $LIBBACKTRACE -Wl,-z,defs -Wl,-z,text $LIBS"
AC_LINK_IFELSE([AC_LANG_SOURCE([[
  #include <backtrace.h>
  struct backtrace_state *
  f (void)
  {
    return backtrace_create_state (0, 1, 0, 0);
  }
  int
  g (struct backtrace_state *s, backtrace_full_callback c)
  {
    return backtrace_pcinfo (s, 0, c, 0, 0);
  }]])],
  [AC_MSG_RESULT([$LIBBACKTRACE])],
  [AC_MSG_RESULT([no])
   CGO_MISSING([libbacktrace.a and backtrace.h], [libgcc-$cgo_major-dev])])
LIBS=$cgo_save_LIBS CPPFLAGS=$cgo_save_CPPFLAGS CFLAGS=$cgo_save_CFLAGS
AC_SUBST([LIBBACKTRACE])
AC_SUBST([LIBBACKTRACE_CPPFLAGS])
# As an option: libtool has its doubts about archives in shared libraries.
AC_SUBST([LIBBACKTRACE_LIBS], ["-Wl,$LIBBACKTRACE"])])

# CGO_CHECK_JIT
# Sets LIBFFI_LIBS and the conditional JIT.  libcgojit wants libgccjit and libffi; without
# them, or told so, it is left out, which the summary says.
AC_DEFUN([CGO_CHECK_JIT],
[AC_ARG_WITH([jit],
  [AS_HELP_STRING([--without-jit],
    [leave libcgojit out @<:@built if libgccjit and libffi are here@:>@])],
  [AS_CASE([$withval], [yes|no], [], [AC_MSG_ERROR([--with-jit wants yes or no])])],
  [with_jit=check])
cgo_jit=no cgo_jit_why="--without-jit"
AS_IF([test $with_jit != no],
  [cgo_jit_why=
   AC_CHECK_HEADER([libgccjit.h],
     [AC_CHECK_LIB([gccjit], [gcc_jit_type_is_bool], [:],
       [cgo_jit_why=" libgccjit-$cgo_major-dev"])],
     [cgo_jit_why=" libgccjit-$cgo_major-dev"])
   AC_CHECK_HEADER([ffi.h],
     [AC_CHECK_LIB([ffi], [ffi_call_go], [:], [cgo_jit_why="$cgo_jit_why libffi-dev"])],
     [cgo_jit_why="$cgo_jit_why libffi-dev"])
   AS_IF([test -z "$cgo_jit_why"], [cgo_jit=yes],
     [cgo_jit_why="needs the Debian packages$cgo_jit_why"
      AS_IF([test $with_jit = yes], [AC_MSG_ERROR([libcgojit $cgo_jit_why])])])])
AC_SUBST([LIBFFI_LIBS], [-lffi])
AM_CONDITIONAL([JIT], [test $cgo_jit = yes])])

# CGO_CHECK_LIBELF
# Sets LIBELF_LIBS, by which the command cgo reads programs.
AC_DEFUN([CGO_CHECK_LIBELF],
[AC_CHECK_HEADER([gelf.h], [cgo_gelf=yes], [cgo_gelf=no])
cgo_save_LIBS=$LIBS
AC_CHECK_LIB([elf], [elf_compress], [cgo_elf=yes], [cgo_elf=no])
LIBS=$cgo_save_LIBS
AS_IF([test "$cgo_gelf$cgo_elf" != yesyes],
  [CGO_MISSING([libelf, by which cgo reads programs], [libelf-dev])])
AC_SUBST([LIBELF_LIBS], [-lelf])])

# CGO_CHECK_TEST_TOOLS
AC_DEFUN([CGO_CHECK_TEST_TOOLS],
[AC_CHECK_PROG([HAVE_RUNTEST], [runtest], [yes], [no])
AS_IF([test $HAVE_RUNTEST = no], [CGO_WANTED([runtest, which runs the tests], [dejagnu])])
AC_CHECK_PROG([HAVE_SPIN], [spin], [yes], [no])
AS_IF([test $HAVE_SPIN = no], [CGO_WANTED([spin, for the model], [spin])])
AC_CHECK_PROG([HAVE_DPIC], [dpic], [yes], [no])
AS_IF([test $HAVE_DPIC = no], [CGO_WANTED([dpic, which makes the pictures], [dpic])])
AC_CHECK_PROG([HAVE_GDB], [gdb], [yes], [no])
AS_IF([test $HAVE_GDB = no], [CGO_WANTED([gdb, which a test drives], [gdb])])
AC_CHECK_PROG([HAVE_VALGRIND], [valgrind], [yes], [no])
AS_IF([test $HAVE_VALGRIND = no], [CGO_WANTED([valgrind, in which tests run], [valgrind])])
AC_CHECK_HEADER([zlib.h], [],
  [CGO_WANTED([zlib.h, for an example], [zlib1g-dev])])
AC_MSG_CHECKING([for GCC's own tests])
cgo_torture=`ls /usr/src/gcc-$cgo_major/gcc-$cgo_major*.tar.xz 2>/dev/null`
AC_MSG_RESULT([${cgo_torture:-no}])
AS_IF([test -z "$cgo_torture"],
  [CGO_WANTED([GCC's execution tests], [gcc-$cgo_major-source])])])

# CGO_REPORT_MISSING
AC_DEFUN([CGO_REPORT_MISSING],
[AS_IF([test -n "$cgo_missing"],
  [AC_MSG_ERROR([cgoplug cannot be built here; this is missing:$cgo_missing
On Debian:  apt-get install$cgo_packages])])])

# CGO_PLUGIN_DIR
# cgoplug.so is in $(libdir), for -fplugin=cgoplug.so by the loader's path; GCC
# looks for -fplugin=cgoplug in a directory of its own, where a link is made.
# Someone with a prefix of their own may not write there.
AC_DEFUN([CGO_PLUGIN_DIR],
[AC_ARG_WITH([plugin-dir],
  [AS_HELP_STRING([--with-plugin-dir=DIR],
    [where GCC finds -fplugin=cgoplug, or `no' @<:@GCC's own if the prefix is
     /usr or /usr/local, else no@:>@])],
  [AS_CASE([$withval],
    [yes], [plugindir=$cgo_gcc_plugin_dir],
    [no], [plugindir=],
    [/*], [plugindir=$withval],
    [AC_MSG_ERROR([--with-plugin-dir wants an absolute directory, `yes' or `no'])])],
  [AS_CASE([$prefix],
    [NONE|/usr|/usr/local], [plugindir=$cgo_gcc_plugin_dir],
    [plugindir=])])
AC_SUBST([plugindir])
AM_CONDITIONAL([PLUGIN_DIR], [test -n "$plugindir"])
AS_IF([test "x$plugindir" = "x$cgo_gcc_plugin_dir"],
  [PLUGIN_NAME=cgoplug], [PLUGIN_NAME='${libdir}/cgoplug.so'])
AC_SUBST([PLUGIN_NAME])])

# CGO_GDB_AUTO_LOAD
# gdb loads our script with the library, if it trusts the directory that the script is in:
# without being told, only that of its own.  Beside the library is where a prefix of one's
# own has it.
AC_DEFUN([CGO_GDB_AUTO_LOAD],
[AC_ARG_WITH([gdb-auto-load],
  [AS_HELP_STRING([--with-gdb-auto-load=DIR],
    [below which gdb finds scripts of libraries, or `no' for that of the library
     @<:@/usr/share/gdb/auto-load if the prefix is /usr or /usr/local, else no@:>@])],
  [AS_CASE([$withval],
    [yes], [gdb_auto_load=/usr/share/gdb/auto-load],
    [no], [gdb_auto_load=],
    [/*], [gdb_auto_load=$withval],
    [AC_MSG_ERROR([--with-gdb-auto-load wants an absolute directory, `yes' or `no'])])],
  [AS_CASE([$prefix],
    [NONE|/usr|/usr/local], [gdb_auto_load=/usr/share/gdb/auto-load],
    [gdb_auto_load=])])
AC_SUBST([gdb_auto_load])])

# CGO_SUMMARY
AC_DEFUN([CGO_SUMMARY],
[AS_ECHO(["
cgoplug $PACKAGE_VERSION for $CGO_GCC $CGO_GCC_VERSION, to be installed under $prefix"])
AS_IF([test $cgo_jit = yes], [AS_ECHO(["With libcgojit."])],
  [AS_ECHO(["Without libcgojit: $cgo_jit_why"])])
AS_IF([test -n "$cgo_wanted"],
  [AS_ECHO(["Tests will be skipped without:$cgo_wanted"])])])
