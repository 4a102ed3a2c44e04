-- Work for a second: calls, floats, strings, tables, sort, closures, coroutines, errors.
-- SPDX-License-Identifier: MIT

local function fib (n) if n < 2 then return n end return fib (n - 1) + fib (n - 2) end
print (fib (32))

local function queens (n)
  local found, rows, up, down = 0, {}, {}, {}
  local function place (c)
    if c > n then found = found + 1 return end
    for r = 1, n do
      if not (rows[r] or up[r + c] or down[r - c]) then
        rows[r], up[r + c], down[r - c] = true, true, true
        place (c + 1)
        rows[r], up[r + c], down[r - c] = nil, nil, nil
      end
    end
  end
  place (1)
  return found
end
print (queens (9))

local function mandelbrot (n)
  local inside = 0
  for y = 0, n - 1 do
    for x = 0, n - 1 do
      local cr, ci, zr, zi, k = 2.0 * x / n - 1.5, 2.0 * y / n - 1.0, 0.0, 0.0, 0
      while k < 50 and zr * zr + zi * zi < 4 do zr, zi, k = zr * zr - zi * zi + cr, 2 * zr * zi + ci, k + 1 end
      if k == 50 then inside = inside + 1 end
    end
  end
  return inside
end
print (mandelbrot (300))

local seed = 1
local function random () seed = (seed * 16807) % 2147483647 return seed end
local t = {}
for i = 1, 50000 do t[i] = random () end
table.sort (t, function (a, b) return a > b end)
print (t[1], t[50000])

local parts = {}
for i = 1, 50000 do parts[#parts + 1] = string.format ("%d:%x;", i, i * 7) end
local s = table.concat (parts)
local sum = 0
for a, b in s:gmatch "(%d+):(%x+);" do sum = sum + tonumber (a) + tonumber (b, 16) end
print (#s, sum, #s:gsub ("%d", function (d) return d == "7" and "seven" end))

local function tree (d) return d == 0 and {} or { tree (d - 1), tree (d - 1) } end
local function check (n) return n[1] and 1 + check (n[1]) + check (n[2]) or 1 end
for i = 1, 4 do io.write (check (tree (13)), " ") end
print ()

local ping = coroutine.wrap (function () local n = 0 while true do n = n + coroutine.yield (n) end end)
ping ()
local last
for i = 1, 200000 do last = ping (i % 3) end
print (last)

local failed = 0
for i = 1, 100000 do if not pcall (function () if i % 2 == 0 then error (i, 0) end end) then failed = failed + 1 end end
print (failed)
