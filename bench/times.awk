# times.awk - the table of times, from lines ROUND WHO CASE NANOSECONDS.
#
# A figure is the smallest of all rounds; of the crossing, the smallest of each
# depth and then the worst depth.  The control compares a program with itself, by
# the same rule, once over all rounds and once in each quarter of them: its spread
# is the lowest and the highest of those.  README has the rules.
#
# SPDX-License-Identifier: MIT

function note(who, name, part, ns,   k)
{
  k = who SUBSEP name SUBSEP part
  if (!(k in least) || ns < least[k])
    least[k] = ns
}

{
  if ($1 + 0 > last)
    last = $1 + 0
  round[NR] = $1; who[NR] = $2; name[NR] = $3; ns[NR] = $4
  if (sub (/^cross-/, "", $3) && $3 + 0 > deepest)
    deepest = $3 + 0
}

# The figure of a case in a quarter of the rounds, or in "all"; "" if there is
# none.  The plain program's crossing is that of its middle depth: a plain call
# costs the same everywhere.
function figure(who, name, part,   d, k, n, v, list)
{
  if (name != "cross")
    {
      k = who SUBSEP name SUBSEP part
      return (k in least) ? least[k] : ""
    }
  for (d = 0; d <= deepest; d++)
    {
      k = who SUBSEP "cross-" d SUBSEP part
      if (!(k in least))
	return ""
      v = least[k]
      for (n = d; n > 0 && list[n - 1] > v; n--)
	list[n] = list[n - 1]
      list[n] = v
    }
  return who == "plain" ? list[int (deepest / 2)] : list[deepest]
}

function spread(base, name,   q, r, a, b)
{
  low = high = figure("control", name, "all") / figure(base, name, "all")
  for (q = 0; q < 4; q++)
    {
      a = figure("control", name, q); b = figure(base, name, q)
      if (a == "" || b == "")
	continue
      r = a / b
      if (r < low) low = r
      if (r > high) high = r
    }
}

function verdict(ratio, wanted)
{
  if (wanted == "")
    return ratio >= low && ratio <= high ? "equal" : ""
  return ratio <= wanted ? "met" : "missed"
}

# A case that plain C has too.
function row(name, wanted, peer, peername,   p, c, o)
{
  p = figure("plain", name, "all"); c = figure("cgo", name, "all")
  if (p == "" || c == "")
    return
  spread("plain", name)
  printf "%-14s %9.2f  %5.2f .. %-5.2f %9.2f %8.2f  %-7s %-7s", name, p,
    low, high, c, c / p, "<= " wanted, verdict(c / p, wanted)
  o = figure(peer, name, "all")
  if (o != "")
    printf "  %s: %.2f, %.1f x plain", peername, o, o / p
  if (o != "" && peer == "split")
    printf ", %.1f x cgo (wanted >= 50: %s)", o / c,
      o / c >= 50 ? "met" : "missed"
  printf "\n"
}

# The formula in way NAME, beside plain C.
function formularow(name,   p, c)
{
  p = figure("plain", "formula-ahead", "all"); c = figure("cgo", name, "all")
  if (p == "" || c == "")
    return
  spread("plain", "formula-ahead")
  printf "%-14s %9.2f  %5.2f .. %-5.2f %9.2f %8.2f  %-7s %s\n", name, p, low, high, c,
    c / p, "-", verdict(c / p, "")
}

# A case that only goroutines have: the control is the program itself.
function peerrow(name, wanted, peer, most,   c, o)
{
  c = figure("cgo", name, "all")
  if (c == "")
    return
  spread("cgo", name)
  printf "%-14s %9s  %5.2f .. %-5.2f %9.2f", name, "-", low, high, c
  o = figure("go", name, "all")
  if (o != "")
    printf "   cgo/go %.2f (<= %.2f: %s)  Go: %.2f", c / o, wanted, verdict(c / o, wanted), o
  o = figure(peer, name, "all")
  if (o != "")
    printf "   %s: %.2f, cgo is %.2f times that (<= %.1f: %s)", peer, o, c / o, most,
      verdict(c / o, most)
  printf "\n"
}

END {
  for (i = 1; i <= NR; i++)
    {
      note(who[i], name[i], "all", ns[i])
      note(who[i], name[i], int (round[i] * 4 / (last + 1)), ns[i])
    }
  printf "nanoseconds, least of %d rounds\n", last + 1
  printf "%-14s %9s  %-14s %9s %8s  %-7s %s\n", "case", "plain", "control",
    "cgo", "x plain", "wanted", ""
  row("call-1", 2.5, "go", "Go")
  row("call-10", 2.5, "go", "Go")
  row("call-errno", 2.5, "go", "Go")
  row("callback", 7, "go", "Go")
  row("callback-bound", 9, "go", "Go")
  row("callback-fresh", 1.2, "go", "Go")
  row("cross", 6, "split", "gcc -fsplit-stack")
  formularow("formula-ahead")
  formularow("formula-jit")
  formularow("formula-interp")
  peerrow("spawn", 0.35, "libdill", 1.2)
  peerrow("yield", 0.35, "switch", 4)
  peerrow("ping-pong", 1)
}
