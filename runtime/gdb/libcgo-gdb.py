# libcgo-gdb.py - gdb's commands for goroutines:
#
#   info goroutines		what each does, on which thread, in which function
#   goroutine N COMMAND		COMMAND with the frames of goroutine N
#   goroutine all COMMAND	with those of each
#
# What libcgo's structures look like says the table that it exports for debuggers
# (runtime/sched/debugger.c), so this needs no debug information of libcgo and serves any
# version.  Memory is only read, never written, so it works on a core as well.
#
# A goroutine that runs is on a thread, of which gdb shows the frames.  One that waits is on
# none.  For it an unwinder of ours says for a moment that the selected thread's innermost
# frame was called by the goroutine, whose registers it gives: where that frame would be, `bt'
# has a line that tells what the goroutine does.  Rejected: to put the registers into the
# thread and back, as Go's script does, which a core does not allow, and which leaves a
# process broken if gdb ends in between.
#
# gdb takes functions that are inlined where the thread has stopped for frames of their own,
# before it asks any unwinder, so these come first, and the goroutine's have too high a
# number.  We correct it, in what is typed and in what gdb prints (Numbers).  Rejected: to
# borrow a thread that has stopped elsewhere; often there is none, as system calls are inlined.
#
# gdb loads this file with libcgo.so.0 where it finds it, as libcgo(7) says; else `source' it.
#
# SPDX-License-Identifier: MIT

import locale
import re

import gdb
import gdb.unwinder
from gdb.FrameDecorator import FrameDecorator

VERSION = 1                     # of the table, CGO__DEBUG_VERSION
NAME = 24                       # bytes of a name in it
NAME_MAX = 63                   # of a goroutine's, CGO__NAME_MAX
PARK = ("rbx", "rbp", "r12", "r13", "r14", "r15")
CTX = ("rax", "rcx", "rdx", "rsi", "rdi", "rbp", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
       "r15")
BEGUN = 5                       # in a function, behind its endbr64
DEEP = 10000                    # frames that are looked at for a function's name
ZERO = r"(f|fr|fra|fram|frame)\s+(level\s+)?0+$|(dow|down)\b"
SELECTS = r"(f|fr|fra|fram|frame|up|dow|down)(\s+(?!apply\b).+)?$"
SILENT = {"f": "select-frame", "u": "up-silently", "d": "down-silently"}


# ---- The runtime's structures ----

def read(address, size=8):
    memory = gdb.selected_inferior().read_memory(address, size)
    return int.from_bytes(bytes(memory), "little")


def string(address):
    return gdb.Value(address).cast(gdb.lookup_type("char").pointer()).string()


def printable(data):
    """BYTES as text that gdb's terminal has characters for."""
    try:
        text = data.decode("utf-8", "backslashreplace")
        text.encode(locale.nl_langinfo(locale.CODESET))
        return text
    except UnicodeEncodeError:
        return data.decode("ascii", "backslashreplace")


def load_table():
    if gdb.selected_thread() is None:
        raise gdb.GdbError("the program is not being run")
    try:
        at = int(gdb.parse_and_eval("(unsigned long) &__cgo_debug_table"))
    except gdb.error:
        raise gdb.GdbError("no libcgo in this program")
    table = {}
    while True:
        name = string(at)
        if name == "":
            return table
        table[name] = read(at + NAME)
        if table.get("version") != VERSION:
            raise gdb.GdbError("libcgo's table for debuggers has the version %s, and this"
                               " script knows %d: take the script of that libcgo"
                               % (table.get("version", "?"), VERSION))
        at += NAME + 8


class Runtime:
    """The state of the program while it stands still."""

    def __init__(self):
        self.table = load_table()
        self.threads = {}
        with Selection():
            for thread in gdb.selected_inferior().threads():
                self.add_thread(thread)
        self.current = self.curg(gdb.selected_thread())

    def __getitem__(self, name):
        if name not in self.table:
            raise gdb.GdbError("libcgo's table for debuggers has no `%s'" % name)
        return self.table[name]

    def add_thread(self, thread):
        """Under the address of its M, if it has one."""
        try:
            thread.switch()
            base = int(gdb.newest_frame().read_register("fs_base"))
            m = read(base + self["slot.m"])
            if m and read(m + self["m.slots"]) == base + self["slot.resume"]:
                self.threads[m] = thread
        except gdb.error:
            pass                # it runs, or ends

    def curg(self, thread):
        for m, its in self.threads.items():
            if its.num == thread.num:
                return read(m + self["m.curg"])
        return 0

    def goroutines(self):
        """Those that a traceback shows, by number."""
        found, g = [], read(self["allg"])
        while g:
            found.append(Goroutine(self, g))
            g = read(g + self["g.allnext"])
        return sorted((g for g in found if g.shown()), key=lambda g: g.id)

    def goroutine(self, number):
        for g in self.goroutines():
            if g.id == number:
                return g
        raise gdb.GdbError("goroutine %d: no such goroutine" % number)


class Goroutine:
    def __init__(self, runtime, address):
        self.runtime, self.address = runtime, address
        self.id = self.field("id")
        self.status = self.field("status", 4)
        self.m = self.field("m")
        self.fn = self.field("fn")

    def field(self, name, size=8):
        return read(self.address + self.runtime["g." + name], size)

    def m_field(self, name, size=8):
        return read(self.m + self.runtime["m." + name], size)

    def has(self, status):
        return self.status == self.runtime["status." + status]

    def in_callback(self):
        return self.m and self.m_field("cb") != self.m_field("cbbase")

    def shown(self):
        if self.has("idle") or self.has("dead"):
            return False
        return not self.field("foreign", 1) or not self.has("running") or self.in_callback()

    def thread(self):
        """That it is on, or null."""
        return self.runtime.threads.get(self.m) if self.m else None

    def in_c(self):
        return self.m and self.m_field("sys") & 1

    def name(self):
        """Of cgo_goname, in quotes and behind a space; or nothing."""
        if "g.name" not in self.runtime.table or not self.field("name"):
            return ""
        try:
            text = gdb.Value(self.field("name")).cast(gdb.lookup_type("char").pointer())
            text = text.string("latin-1").encode("latin-1")
        except gdb.error:
            return ""           # it is setting it
        return ' "%s"' % printable(text[:NAME_MAX])

    def label(self):
        return "goroutine %d%s" % (self.id, self.name())

    def state(self):
        if self.has("waiting"):
            reason = self.field("reason")
            text = string(reason) if reason else "waiting"
            if self.field("queued", 1) and self.field("queue"):
                text += " 0x%x" % self.field("object")
            return text
        if self.has("runnable"):
            return "runnable"
        return "in C" if self.in_c() else "running"

    def locked(self):
        """Whether it cannot leave its thread; and that, or null, if it waits meanwhile."""
        m = self.field("lockedm")
        if not self.m:
            return m != 0, self.runtime.threads.get(m)
        return bool(self.field("locks", 4) or self.field("pinned", 4)
                    or self.field("foreign", 1) or self.in_callback()), None

    def registers(self):
        """What the function that it is in will have when libcgo returns to it; null if it
        is no further than its thread's own registers say."""
        get = self.runtime.__getitem__
        if self.m:
            if not self.m_field("api", 4):
                return None
            sp, ctx = self.m_field("callsp"), 0
        else:
            sp, ctx = self.field("sp"), self.field("ctx")
            stopped = self.field("async")
            if stopped:
                return {r: read(stopped + get("async." + r.upper()))
                        for r in CTX + ("rbx", "rsp", "rip")}
        if ctx:
            mark = read(ctx + get("ctx.rsp"))
            regs = {r: read(ctx + get("ctx." + r)) for r in CTX}
            regs["rbx"] = read(mark + get("mark.rbx"))
            last = mark + get("mark.rip")
        else:
            regs = {r: read(sp + get("park." + r)) for r in PARK}
            last = sp + get("park.rip")
        regs["rip"], regs["rsp"] = read(last), last + 8
        # No address to return to: gdb looks one before.
        if self.has_not_begun(regs):
            regs["rip"] += BEGUN
        return regs

    def has_not_begun(self, regs):
        return any(0 <= regs["rip"] - self.runtime[start] <= BEGUN
                   for start in ("gostart", "gostart_vectors", "gostart_main"))


# ---- Its frames ----

class Selection:
    """Brings the selected thread and frame back."""

    def __enter__(self):
        self.thread = gdb.selected_thread()
        self.level = gdb.selected_frame().level()

    def __exit__(self, *error):
        if not self.thread.is_valid():
            return
        self.thread.switch()
        frame = gdb.newest_frame()
        while frame and frame.level() < self.level:
            frame = frame.older()
        if frame:
            frame.select()


class FrameId:
    """As create_unwind_info wants it."""

    def __init__(self, sp, pc):
        self.sp, self.pc = sp, pc


class Unwinder(gdb.unwinder.Unwinder):
    """While `caller' is set, these registers are those of the caller of the frame that the
    selected thread is in."""

    def __init__(self):
        super().__init__("cgo")
        self.caller = None

    def redirect(self, caller):
        frame = gdb.newest_frame()
        self.thread = gdb.selected_thread().num
        self.sp = int(frame.read_register("rsp"))
        self.pc = int(frame.read_register("rip"))
        self.caller = caller
        gdb.invalidate_cached_frames()

    def release(self):
        if self.caller:
            self.caller = None
            gdb.invalidate_cached_frames()

    def __call__(self, pending):
        # Functions that are inlined into the innermost frame have the same registers.
        if (not self.caller or gdb.selected_thread().num != self.thread
                or int(pending.read_register("rsp")) != self.sp
                or int(pending.read_register("rip")) != self.pc):
            return None
        values = {name: gdb.Value(value).cast(pending.read_register(name).type)
                  for name, value in self.caller.items()}
        info = pending.create_unwind_info(FrameId(values["rsp"], pending.read_register("rip")))
        for name, value in values.items():
            info.add_saved_register(name, value)
        return info

    def pivot(self):
        """The frame that we have given a caller; null if gdb does not go beyond it."""
        frame = gdb.newest_frame()
        while frame.type() == gdb.INLINE_FRAME:
            frame = frame.older()
        return frame if frame.older() else None


class Pivot(FrameDecorator):
    """Stands in `bt' for the thread's own frame."""

    def __init__(self, frame, text):
        super().__init__(frame)
        self.text = text

    def function(self):
        return "<%s>" % self.text

    def nothing(self):
        return None

    address = filename = line = frame_args = frame_locals = nothing


class Filter:
    """For `bt' while frames are redirected."""

    def __init__(self):
        self.name, self.priority, self.enabled = "cgo", 1000, False
        gdb.frame_filters[self.name] = self

    def filter(self, frames):
        for frame in frames:
            level = frame.inferior_frame().level()
            if level == self.level:
                yield Pivot(frame, self.text)
            elif level > self.level:
                yield frame


class Numbers:
    """Of frames: gdb's are higher by N than the user's."""

    LEVEL = r"\d+(-\d+)?"
    TYPED = (r"((i|inf|info)\s+)?(f|fr|fra|fram|frame|select-frame)\s+(level\s+)?\d+$",
             r"frame\s+apply\s+level\s+%s(\s+%s(?=\s))*" % (LEVEL, LEVEL))
    PRINTED = r"(^Stack level |^ inlined into frame |^No frame at level )(\d+)"

    def __init__(self, n):
        self.n = n

    def typed(self, command):
        def higher(match):
            return re.sub(r"\d+", lambda number: str(int(number.group()) + self.n),
                          match.group())
        for pattern in self.TYPED:
            command = re.sub("^" + pattern, higher, command)
        return command

    def lower(self, number):
        """Those of inlined functions are the thread's: `bt -no-filters' shows them."""
        number = int(number)
        return number - self.n if number >= self.n else number

    def printed(self, text):
        text = re.sub(self.PRINTED, lambda match: "%s%d" % (match[1], self.lower(match[2])),
                      text, flags=re.M)
        return re.sub(r"^#(\d+) +", lambda match: "#%-2d " % self.lower(match[1]), text,
                      flags=re.M)


def output(command, from_tty):
    """Of COMMAND.  What gdb says when it selects another frame it gives to none but the user."""
    selects = re.match(SELECTS, command)
    if not selects:
        return gdb.execute(command, from_tty, to_string=True)
    if selects[2] or command[0] != "f":
        gdb.execute(SILENT[command[0]] + (selects[2] or ""), to_string=True)
    return gdb.execute("frame", to_string=True)


class View:
    """gdb's frames are the goroutine's, and the innermost of them is selected."""

    def __init__(self, g):
        self.g = g

    def __enter__(self):
        self.selection = Selection()
        self.selection.__enter__()
        self.past_main = gdb.parameter("backtrace past-main")
        self.ran = False
        gdb.events.cont.connect(self.on_cont)
        try:
            self.enter()
        except BaseException:
            self.__exit__()
            raise
        return self

    def enter(self):
        thread, registers = self.g.thread(), self.g.registers()
        if self.g.m and not thread:
            raise gdb.GdbError("goroutine %d: its thread is not known" % self.g.id)
        if thread and thread.num != gdb.selected_thread().num:
            thread.switch()
        if not registers:
            gdb.newest_frame().select()
            return
        unwinder.redirect(registers)
        pivot = unwinder.pivot()
        if not pivot:           # main of a program in C is where gdb stops
            gdb.execute("set backtrace past-main on", to_string=True)
            pivot = unwinder.pivot()
        if not pivot:
            raise gdb.GdbError("goroutine %d: gdb cannot show its frames" % self.g.id)
        pivot.older().select()
        cover.level, cover.enabled = pivot.level(), True
        cover.text = "%s: %s" % (self.g.label(), self.g.state())

    def execute(self, command, from_tty):
        """Frame 0 is what `bt' shows in its place, and the others are counted from there."""
        if not cover.enabled or not (cover.level or re.match(ZERO, command)):
            gdb.execute(command, from_tty)
            return
        numbers = Numbers(cover.level)
        try:
            text = output(numbers.typed(command), from_tty)
        except gdb.error as error:
            raise gdb.error(numbers.printed(str(error)))
        if re.match(SELECTS, command) and gdb.selected_frame().level() <= cover.level:
            gdb.write("#0  <%s> ()\n" % cover.text)
        else:
            gdb.write(numbers.printed(text))

    def on_cont(self, event):
        self.ran = True
        unwinder.release()

    def __exit__(self, *error):
        gdb.events.cont.disconnect(self.on_cont)
        cover.enabled = False
        unwinder.release()
        gdb.execute("set backtrace past-main %s" % ("on" if self.past_main else "off"),
                    to_string=True)
        self.selection.__exit__()


# ---- Names ----

def source_name(name):
    """As sched/symbol.c: without what compilers add."""
    return re.sub(r"(?<=.)\.(cgo|cold|constprop|isra|localalias|lto_priv|part|\d+)(\..*)?$", "",
                  name)


def function_name(pc):
    block = gdb.block_for_pc(pc)
    while block and not block.function:
        block = block.superblock
    if block:
        return block.function.print_name
    text = gdb.execute("info symbol 0x%x" % pc, to_string=True)
    name = re.match(r"(\S+)( \+ \d+)? in section", text)
    return name.group(1) if name else "0x%x" % pc


def name_of(pc):
    return source_name(function_name(pc))


def at_line(sal):
    return " at %s:%d" % (sal.symtab.filename, sal.line) if sal.symtab else ""


def place_of(pc):
    return name_of(pc) + at_line(gdb.find_pc_line(pc))


def is_runtime(name, pc):
    # gdb may take `__' for a dot of Ada's.
    if re.match(r"cgo(__|\.)|__cgo_|__morestack", name or ""):
        return True
    return re.search(r"/libcgo\.so[^/]*$", gdb.solib_name(pc) or "") is not None


def innermost(g):
    """The function, of the selected thread's; of C, also where it was called from.  If none of
the program's has a frame, the one that it began in has left its own to its last call."""
    in_c, began = g.in_c(), place_of(g.fn) if g.fn else None
    frame, called, n = gdb.selected_frame(), None, 0
    while frame and n < DEEP:
        if is_runtime(frame.name(), frame.pc()):
            in_c = in_c and not called
        elif frame.type() == gdb.SIGTRAMP_FRAME:
            pass
        elif in_c or frame.name() is None:
            called = frame.name() or called or "0x%x" % frame.pc()
        else:
            where = source_name(frame.name()) + at_line(frame.find_sal())
            return "%s from %s" % (called, where) if called else where
        frame, n = frame.older(), n + 1
    if called and began:
        return "%s from %s" % (called, began)
    return called or began or "?"


def function(g):
    registers = g.registers()
    if registers and g.has_not_begun(registers):
        return "%s, not begun" % name_of(g.fn)
    pc = registers["rip"] - 1 if registers else 0
    if (registers and not g.field("ctx") and not g.field("async")
            and not is_runtime(function_name(pc), pc)):
        text = place_of(pc)
    else:
        try:
            with View(g):
                text = innermost(g)
        except gdb.error:
            text = "?"
    return "%s, began in %s" % (text, name_of(g.fn) if g.fn else "a callback")


def name_thread(thread):
    return "%d (LWP %d)" % (thread.num, thread.ptid[1])


# ---- The commands ----

class InfoGoroutines(gdb.Command):
    """Goroutines: what each does or waits for, the thread that it is on, or is locked to, the
function it is in, and the one it began in.  `*' is the one of the selected thread."""

    def __init__(self):
        super().__init__("info goroutines", gdb.COMMAND_STATUS)

    def row(self, g):
        thread = g.thread()
        locked, waits = g.locked()
        where = name_thread(thread or waits) if thread or waits else "-"
        mark = "*" if g.address == g.runtime.current else " "
        return ("%s %d%s" % (mark, g.id, g.name()), g.state(),
                where + (", locked" if locked else ""), function(g))

    def invoke(self, arg, from_tty):
        goroutines = Runtime().goroutines()
        if not goroutines:
            print("No goroutines.")
            return
        rows = [("  Id", "State", "Thread", "Function")]
        rows += [self.row(g) for g in goroutines]
        widths = [max(map(len, column)) for column in zip(*rows)]
        for row in rows:
            print("  ".join(map(str.ljust, row, widths)).rstrip())


class GoroutineCommand(gdb.Command):
    """goroutine N COMMAND, goroutine all COMMAND: COMMAND with the frames of goroutine N, or of
each, as in `goroutine 7 bt', `goroutine 7 info locals'.  The thread and frame that are selected
stay so.  COMMAND must not run the program."""

    def __init__(self):
        super().__init__("goroutine", gdb.COMMAND_STACK)

    def run(self, g, command, from_tty):
        with View(g) as view:
            try:
                view.execute(command.strip(), from_tty)
            except gdb.error as error:
                raise gdb.GdbError(str(error))
        if view.ran:
            raise gdb.GdbError("goroutine %d: `%s' has run the program, on the thread that is"
                               " selected" % (g.id, command))

    def run_all(self, runtime, command, from_tty):
        for g in runtime.goroutines():
            locked = ", locked to its thread" if g.locked()[0] else ""
            print("\n%s [%s%s]:" % (g.label(), g.state(), locked))
            try:
                self.run(g, command, from_tty)
            except gdb.GdbError as error:
                print(error)

    def invoke(self, arg, from_tty):
        words = arg.split(None, 1)
        if not words or not re.match(r"(\d+|all)$", words[0]):
            raise gdb.GdbError("goroutine: `%s' is not the number of a goroutine, nor `all'"
                               % (words[0] if words else ""))
        if len(words) == 1:
            raise gdb.GdbError("goroutine %s: and a command, as in `goroutine %s bt'"
                               % (words[0], words[0]))
        runtime = Runtime()
        if words[0] == "all":
            self.run_all(runtime, words[1], from_tty)
        else:
            self.run(runtime.goroutine(int(words[0])), words[1], from_tty)


unwinder = Unwinder()
gdb.unwinder.register_unwinder(None, unwinder, replace=True)
cover = Filter()
InfoGoroutines()
GoroutineCommand()
