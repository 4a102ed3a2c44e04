/* zlib.c - goroutines compress files in parallel, through the libz of the system.
 *
 * Writes NAME.gz for each FILE into the current directory, or with -o into DIR.
 * zlib.h is a system header, so its functions are called as C, unmodified.
 *
 * Build: gcc -O2 -fplugin=cgoplug.so zlib.c -o zlib -lz -lcgo
 * Run: ./zlib /usr/include/zlib.h zlib.c zlib
 * Output: zlib.h.gz: [0-9]+ bytes, compressed
 * Output: zlib.c.gz: [0-9]+ bytes, compressed
 * Output: zlib.gz: [0-9]+ bytes, compressed
 * Run: gzip -dc zlib.h.gz | cmp - /usr/include/zlib.h
 * Run: gzip -dc zlib.gz | cmp - zlib
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct job { const char *path, *name; long bytes; };

static void
compress_file (struct job *job, const char *dir, cgo_wg *wg)
{
  char target[1024], block[16384];
  size_t n;
  snprintf (target, sizeof target, "%s/%s.gz", dir, job->name);
  FILE *in = fopen (job->path, "rb");
  gzFile out = in ? gzopen (target, "wb9") : NULL;
  if (!out)
    perror (in ? target : job->path), exit (1);
  while ((n = fread (block, 1, sizeof block, in)) > 0)
    if (gzwrite (out, block, n) != (int) n)
      fprintf (stderr, "%s: cannot write\n", target), exit (1);
  job->bytes = ftell (in);
  if (ferror (in) || gzclose (out) != Z_OK)
    fprintf (stderr, "%s: input or output error\n", job->path), exit (1);
  fclose (in), cgo_wg_done (wg);
}

int
main (int argc, char **argv)
{
  int first = argc > 2 && strcmp (argv[1], "-o") == 0 ? 3 : 1;
  struct job *jobs = calloc (argc, sizeof *jobs);
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, argc - first);
  for (int i = first; i < argc; i++)
    {
      char *slash = strrchr (argv[i], '/');
      jobs[i] = (struct job) { argv[i], slash ? slash + 1 : argv[i], 0 };
      cgo_go (compress_file, &jobs[i], first == 3 ? argv[2] : ".", &wg);
    }
  cgo_wg_wait (&wg);
  for (int i = first; i < argc; i++)
    printf ("%s.gz: %ld bytes, compressed\n", jobs[i].name, jobs[i].bytes);
}
