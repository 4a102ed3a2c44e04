/* A C library's header that nobody has annotated; of pragma.c.  */
long nine (long, long, long, long, long, long, long, long, long);
int hungry (int);
static inline int
twice (int x)
{
  return hungry (x) + hungry (x);
}
