-- The libraries: string, table, math, utf8, io, os.
-- SPDX-License-Identifier: MIT

local function section (name) print ("-- " .. name) end

section "format"
print (string.format ("%d %5d %-5d| %05d %+d %x %X %#x %o %c", 1, 2, 3, 4, 5, 255, 255, 255, 8, 65))
print (string.format ("%f %.3f %e %g %g %a %10.2f|%-10.1f|", 1.5, math.pi, 12345.678, 1e20, 1e-5, 0.5, 2.345, 9.99))
print (string.format ("%s %10s %-10s| %.2s %q %q %%", "a", "b", "c", "defg", 'q"\n\0\r', 1 / 3))
print (string.format ("%i %u", 3, 4) == "3 4" or "no %u", pcall (string.format, "%d", 1.5))
print (#string.format ("%99.99f", -1e308), string.format ("%.14g", 0.1), -0.0, 1e15, 1e16, 2 ^ 63, math.mininteger)
for _, s in ipairs { "10", "0x10", "1e2", " 5 ", "0x.8p1", "1e", "", "0x", "9223372036854775808", "inf" } do
  io.write (tostring (tonumber (s)), " ")
end
print (tonumber ("zz", 36), tonumber ("8", 8))

section "patterns"
print (string.find ("hello world", "o w"), string.find ("a.b", ".", 1, true), ("x"):find ("", 5))
print (string.match ("key = value", "^(%w+)%s*=%s*(%w+)$"), string.match ("2024-02-29", "(%d+)-(%d+)-(%d+)"))
print (string.gsub ("hello world", "(%w+)", "<%1>"), string.gsub ("abc", "%w", "%0%0", 2))
print (string.gsub ("$name is $age", "%$(%w+)", { name = "Lua", age = 30 }))
print (string.match ("f(a(b)c)d", "%b()"), string.find ("THE (quick) fox", "%((%a+)%)"))
print (string.gsub ("THE (quick) fox", "%f[%a]%a+", string.lower), ("()"):match "()%)()")
for k, v in string.gmatch ("a=1, b=2, c=3", "(%w+)=(%w+)") do io.write (k, v, ";") end
print (pcall (string.find, "a", "[a"), pcall (string.find, "a", "%"), pcall (string.gsub, "a", "(a", ""))
print (pcall (string.find, ("a"):rep (220000), ("a?"):rep (220000)))
print (#string.gsub (("ab "):rep (20000), "(%a)(%a)", "%2%1"), ("x"):rep (5, ","))
print (("a"):rep (200):find ((".-"):rep (3) .. "b"))

section "string"
print (("abc"):byte (1, -1), string.char (72, 105), ("abc"):rep (3), ("abc"):reverse (), ("abc"):upper ())
print (select ("#", ("x"):rep (200):byte (1, -1)), pcall (string.byte, ("x"):rep (2000000), 1, -1))
print (("x"):rep (100000):len (), ("hello"):sub (-3, -2), ("a" < "b"), ("a\0b" < "a\0c"))
print (string.pack (">i4 z s2", 100, "zero", "two"):byte (1, -1))
print (string.unpack ("<d", string.pack ("<d", math.pi)), string.packsize "i4 i8 !8 d")
print (pcall (string.pack, "i17", 1), pcall (string.unpack, "z", "no end"))
for p, c in utf8.codes "aé€😀" do io.write (p, ":", c, " ") end
print (utf8.len "aé€😀", utf8.char (228, 8364), utf8.len "\xff")

section "table"
local t = {}
local seed = 42
local function random () seed = (seed * 1103515245 + 12345) % 2147483648 return seed end
for i = 1, 20000 do t[i] = random () end
table.sort (t)
local ok = true
for i = 2, #t do ok = ok and t[i - 1] <= t[i] end
print (ok, t[1], t[20000])
table.sort (t, function (a, b) return a % 1000 > b % 1000 or a % 1000 == b % 1000 and a < b end)
print (t[1], t[2], t[19999], t[20000])
print (pcall (table.sort, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, function () return true end))
print (pcall (table.sort, { 3, "x", 1 }), pcall (table.sort, { 3, 2, 1 }, function () error ("in sort", 0) end))
print (table.concat ({ 1, 2, "x", 4.5 }, ", "), pcall (table.concat, { {}, 1 }), table.unpack ({ 1, 2, 3 }, 2))
print (table.move ({ 1, 2, 3 }, 1, 3, 2)[4], table.remove ({ 1, 2, 3 }, 1), table.pack (1, nil, 3).n)
print (select ("#", table.unpack ({}, 1, 200000)), pcall (table.unpack, {}, 1, 1e7))
local words = {}
for w in ("the quick brown fox jumps over the lazy dog and the cat"):gmatch "%a+" do words[w] = (words[w] or 0) + 1 end
local keys = {}
for k in pairs (words) do keys[#keys + 1] = k end
table.sort (keys, function (a, b) return words[a] > words[b] or words[a] == words[b] and a < b end)
for _, k in ipairs (keys) do io.write (k, "=", words[k], " ") end
print ()

section "math"
print (math.maxinteger + 1 == math.mininteger, 7 // 2, -7 // 2, -7 % 3, 7.5 // 2, 5.3 % -2, 1 << 63, 1 >> 1, ~0)
print (math.tointeger (3.0), math.type (1), math.type (1.0), math.floor (-3.5), math.ceil (3.2), math.fmod (-7, 3))
print (string.format ("%.10f %.10f %.10f %.10f", math.sin (1), math.exp (1), math.log (10), math.sqrt (2)))
print (math.ult (1, -1), math.max (1, 2.5), math.min (3, -1), 0 / 0 ~= 0 / 0, math.huge, -math.huge)
math.randomseed (42)
print (math.random (100), math.random (100), math.random (1, 1 << 40), string.format ("%.15f", math.random ()))

section "io and os"
local f = assert (io.open ("file.txt", "w"))
for i = 1, 1000 do f:write ("line ", i, " ", i / 8, "\n") end
print (f:seek "end", f:close ())
local n, length = 0, 0
for l in io.lines "file.txt" do n, length = n + 1, length + #l end
print (n, length)
f = io.open ("file.txt", "r+")
print (f:read "l", f:read (4), f:read "n", f:read "n", f:seek ("set", 100), f:read (10))
f:setvbuf ("full", 100)
print (f:seek ("set", 5), f:write "REPLACED" == f, f:seek ("set", 0), f:read "L")
print (io.type (f), f:close (), io.type (f), pcall (f.read, f))
print (#io.open ("file.txt"):read "a")
print (io.open ("no/such/file"))
print (pcall (io.lines, "no-such-file"))
local p = io.popen ("echo from a child; exit 3")
print (p:read "a", p:close ())
print (os.execute "exit 5", os.getenv "NO_SUCH_VARIABLE", os.rename ("file.txt", "other.txt"))
print (os.remove "other.txt", os.remove "other.txt")
print (os.date ("!%Y-%m-%d %H:%M:%S", 86400 * 365), os.time { year = 2001, month = 9, day = 9, hour = 1 })
print (os.date ("!*t", 0).year, pcall (os.date, "%Ez", 0), os.setlocale "C", os.clock () >= 0)
print (pcall (require, "no_such_module") == false, package.loaded.string == string)
local h = io.tmpfile ()
h:write (("x"):rep (100000))
print (h:seek ("set", 99990), h:read "a")
print (select (2, debug.sethook (function () end, "l"), debug.gethook ()) ~= nil, debug.sethook ())
local steps = 0
debug.sethook (function () steps = steps + 1 end, "", 100)
for i = 1, 10000 do local x = i * 2 end
debug.sethook ()
print (steps > 50, debug.getinfo (1, "l").currentline, debug.traceback ("trace", 1))
warn ("@on")
warn ("a warning")
io.stderr:write "end\n"
os.exit (7, true)
