# counts.awk - the table of instructions, from lines PROGRAM PLAIN CONTROL PLUGIN.
#
# SPDX-License-Identifier: MIT

NR == 1 {
  print ""
  printf "instructions by callgrind\n%-10s %12s %9s %12s %8s\n", "program",
    "plain", "control", "cgo", "x plain"
}

{
  printf "%-10s %12d %9.4f %12d %8.3f  wanted <= 1.06: %s\n", $1, $2, $3 / $2, $4,
    $4 / $2, $4 / $2 <= 1.06 ? "met" : "missed"
  sum += log ($4 / $2)
}

END {
  if (NR)
    {
      mean = exp (sum / NR)
      printf "%-10s %12s %9s %12s %8.3f  wanted <= 1.03: %s\n", "geomean", "",
	"", "", mean, mean <= 1.03 ? "met" : "missed"
    }
}
