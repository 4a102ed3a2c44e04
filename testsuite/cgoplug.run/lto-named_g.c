/* Declares C without a word.  */
int hungry (int);
int other_unit (int);

int
other_unit (int x)
{
  return hungry (x) + 1;
}
