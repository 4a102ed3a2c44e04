-- The language: calls, closures, coroutines, errors, metamethods, the collector.  Lua's C
-- recurses in the parser, in lua_call from C, and in each coroutine; errors are longjmp.
-- SPDX-License-Identifier: MIT

local function section (name) print ("-- " .. name) end

section "recursion"
local function deep (n) if n == 0 then return 0 end return 1 + deep (n - 1) end
print (deep (100), deep (150000))
local function tail (n, a) if n == 0 then return a end return tail (n - 1, a + n) end
print (tail (1000000, 0))
local function ackermann (m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ackermann (m - 1, 1) end
  return ackermann (m - 1, ackermann (m, n - 1))
end
print (ackermann (2, 200))
print (pcall (function () local function f () return f () + 1 end return f () end))

section "through C and back"
local function through (n)
  if n == 0 then return 0 end
  local ok, v = pcall (through, n - 1)
  return type (v) == "number" and v + 1 or v
end
for n = 10, 250, 40 do print (n, through (n)) end
local function sorting (n)
  local t = { 3, 1, 2 }
  table.sort (t, function (a, b) if n > 0 then sorting (n - 1) end return a < b end)
  return table.concat (t, " ")
end
print (sorting (4))
local function replacing (n)
  return (string.gsub ("x", ".", function (c) return n == 0 and c or c .. replacing (n - 1) end))
end
print (#replacing (100), pcall (replacing, 1000))
local indexed = setmetatable ({}, { __index = function (t, k) return k < 2 and k or t[k - 1] + t[k - 2] end })
print (indexed[18])
print (pcall (function () local t = setmetatable ({}, {}) getmetatable (t).__index =
  function (t, k) return t[k + 1] end return t[1] end))

section "errors"
print (pcall (error))
print (pcall (error, "text", 0))
print (pcall (error, { code = 7 }) == false, select (2, pcall (error, 42)))
print (select (2, xpcall (function () local x = nil; return x.field end, function (m) return "H:" .. m end)))
print (xpcall (function () error "first" end, function () error "second" end))
for _, f in ipairs { function () return 1 + {} end, function () return #5 end,
    function () return {} < {} end, function () return "a" + 1 end, function () return nil .. "x" end,
    function () return 1 // 0 end, function () return 2 ^ 53 | 0.5 end, function () undefined () end,
    function () for i = 1, 10, 0 do end end, function () setmetatable (1, {}) end,
    function () string.rep ("x", 1 << 40) end, function () local t = {} t[nil] = 1 end } do
  print (pcall (f))
end
for i = 1, 20000 do
  local ok, e = pcall (function (...) if select ("#", ...) == i % 7 then error (i) end return i end,
    table.unpack ({ 1, 2, 3, 4, 5, 6 }, 1, i % 6))
  if i % 5000 == 0 then print (i, ok, e) end
end
do
  local log = {}
  local function closing (name)
    return setmetatable ({}, { __close = function (_, e) log[#log + 1] = name .. ":" .. tostring (e) end })
  end
  print (pcall (function ()
    local a <close> = closing "a"
    local b <close> = closing "b"
    error ("out", 0)
  end))
  print (table.concat (log, " "))
end

section "coroutines"
local function permutations (a, n)
  if n == 0 then coroutine.yield (a) return end
  for i = 1, n do
    a[n], a[i] = a[i], a[n]
    permutations (a, n - 1)
    a[n], a[i] = a[i], a[n]
  end
end
local count, sum = 0, 0
for p in coroutine.wrap (function () permutations ({ 1, 2, 3, 4, 5, 6, 7 }, 7) end) do
  count = count + 1
  sum = (sum * 31 + p[1] + 10 * p[7]) % 1000003
end
print (count, sum)
local function sieve (n)
  local function numbers () for i = 2, n do coroutine.yield (i) end end
  local function filter (p, source)
    return coroutine.wrap (function () for i in source do if i % p ~= 0 then coroutine.yield (i) end end end)
  end
  local source, found = coroutine.wrap (numbers), {}
  while true do
    local p = source ()
    if not p then return table.concat (found, " ") end
    found[#found + 1] = p
    source = filter (p, source)
  end
end
print (sieve (300))
local function nest (n)
  if n == 0 then return "bottom" end
  return coroutine.wrap (function () return nest (n - 1) end) ()
end
print (nest (150), pcall (nest, 250) == false)
local co = coroutine.create (function (...) print (...) print (coroutine.yield (1, 2)) error "inside" end)
print (coroutine.resume (co, "a", nil, "c"))
print (coroutine.status (co), coroutine.resume (co, "again"))
print (coroutine.status (co), coroutine.resume (co))
print (coroutine.resume (coroutine.create (function ()
  print (pcall (function () coroutine.yield "across pcall" error "after" end)) return "end" end)))
local across = coroutine.wrap (function ()
  local ok, m = pcall (function () coroutine.yield "y" error ("after", 0) end)
  table.sort ({ 3, 2, 1 }, function (a, b) return a < b end)
  return m, select (2, pcall (table.sort, { 3, 2, 1 }, function () coroutine.yield () end))
end)
print (across (), across ())
print (coroutine.isyieldable (), coroutine.close (coroutine.create (print)))
local many = {}
for i = 1, 2000 do many[i] = coroutine.wrap (function () for k = 1, 5 do coroutine.yield (i * k) end return 0 end) end
sum = 0
for k = 1, 6 do for i = 1, 2000 do sum = sum + many[i] () end end
print (sum)

section "metamethods, closures, goto"
local V = {}
V.__index = V
for name, f in pairs { add = function (a, b) return a + b end, mul = function (a, b) return a * b end } do
  V["__" .. name] = function (a, b) return setmetatable ({ f (a[1], b[1]), f (a[2], b[2]) }, V) end
end
V.__eq = function (a, b) return a[1] == b[1] and a[2] == b[2] end
V.__lt = function (a, b) return a[1] < b[1] end
V.__le = function (a, b) return a[1] <= b[1] end
V.__tostring = function (v) return "<" .. v[1] .. "," .. v[2] .. ">" end
V.__concat = function (a, b) return tostring (a) .. tostring (b) end
V.__call = function (v, x) return v[1] * x end
V.__len = function () return 2 end
V.__unm = function (v) return setmetatable ({ -v[1], -v[2] }, V) end
local v, w = setmetatable ({ 1, 2 }, V), setmetatable ({ 3, 4 }, V)
print (tostring (v + w), tostring (v * w), v == w, v < w, v <= w, v .. w, v (10), #v, tostring (-v))
local counters = {}
for i = 1, 5 do local n = i; counters[i] = function () n = n + i; return n end end
for i = 1, 5 do counters[i] () end
print (counters[1] (), counters[5] ())
for i = 1, 3 do
  for j = 1, 3 do
    if j == 2 then goto continue end
    io.write (i, ":", j, " ")
    ::continue::
  end
end
print ()

section "load and the parser"
print (load "return 1 + 2 * 3 ^ 2 // 4" ())
print (load "x = = 1")
print (load ("return " .. ("("):rep (150) .. "1" .. (")"):rep (150)) ())
print (select (2, load ("return " .. ("("):rep (300) .. "1" .. (")"):rep (300))))
print (select (2, load (("{"):rep (1000))))
print (#select (2, load ("local a " .. ("= {"):rep (190) .. ("}"):rep (190))))
local chunk = string.dump (function (a) return a * 2, "dumped" end)
print (load (chunk, "c", "b") (21), load (chunk, "c", "t"))
local pieces = { "return ", "'from ", "pieces'", nil }
local at = 0
print (load (function () at = at + 1 return pieces[at] end) ())
local big = {}
for i = 1, 3000 do big[i] = "local function f" .. i % 150 .. " (a) return a + " .. i .. " end"
  if i % 150 == 0 then big[i] = big[i] .. " do end" end end
print (load ("do " .. table.concat (big, " end do ") .. " end return 'big'") ())

section "the collector"
local weak, finalized = setmetatable ({}, { __mode = "k" }), 0
for i = 1, 20000 do
  weak[{}] = i
  if i % 10 == 0 then setmetatable ({}, { __gc = function () finalized = finalized + 1 end }) end
end
collectgarbage ()
collectgarbage ()
print (next (weak), finalized)
for _, mode in ipairs { "generational", "incremental" } do
  collectgarbage (mode)
  local list
  for i = 1, 200000 do list = { next = i % 100 ~= 0 and list or nil, value = { i } } end
  local n = 0
  while list do n, list = n + list.value[1], list.next end
  print (mode, n)
end
local chain
for i = 1, 100000 do chain = { chain } end
chain = nil
collectgarbage ()
setmetatable ({}, { __gc = function () print "at the end" end })
print (collectgarbage "count" < 20000)
