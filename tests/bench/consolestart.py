#!/usr/bin/env python3
"""Measures how long the console takes from exec until its window with the sign-in stands on the screen.

    tests/bench/consolestart.py --build build/release

The screen is an Xvfb of its own; the X server itself says when a window was mapped, so nothing is polled. The first
start reads the program from the disk, the figure is the median of those after it.
"""
import argparse, ctypes, ctypes.util, os, select, shutil, statistics, subprocess, tempfile, time

STARTS = 7
PATIENCE_S = 20
SUBSTRUCTURE_NOTIFY = 1 << 19
MAP_NOTIFY = 19


class MapEvent(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("event", ctypes.c_ulong), ("window", ctypes.c_ulong),
                ("override_redirect", ctypes.c_int), ("room", ctypes.c_long * 24)]


class Screen:
    def __init__(self):
        reading, writing = os.pipe()
        # -displayfd: the server picks a free number and says it when it is ready.
        self.process = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten",
                                         "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as said:
            self.name = ":" + said.readline().strip()
        self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(self.name.encode()))
        root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.x.XSelectInput(self.display, root, ctypes.c_long(SUBSTRUCTURE_NOTIFY))
        self.x.XSync(self.display, 0)

    def wait_for_window(self):
        event = MapEvent()
        deadline = time.perf_counter() + PATIENCE_S
        while time.perf_counter() < deadline:
            if not self.x.XPending(self.display):
                select.select([self.x.XConnectionNumber(self.display)], [], [], deadline - time.perf_counter())
                continue
            self.x.XNextEvent(self.display, ctypes.byref(event))
            if event.type == MAP_NOTIFY and not event.override_redirect:
                return
        raise SystemExit("the console showed no window")

    def stop(self):
        self.x.XCloseDisplay(self.display)
        self.process.terminate()
        self.process.wait(10)


def start_once(program, screen, home):
    env = dict(os.environ, DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", HOME=home, XDG_CONFIG_HOME=home,
               LANG="C.UTF-8")
    began = time.perf_counter()
    console = subprocess.Popen([program, "--server", "http://127.0.0.1:1"], env=env, stderr=subprocess.DEVNULL)
    try:
        screen.wait_for_window()
        return (time.perf_counter() - began) * 1000
    finally:
        console.kill()
        console.wait(10)


def measure(program):
    """The milliseconds of the first start and the median of the others."""
    home = tempfile.mkdtemp(prefix="kabaadwala-start-")
    screen = Screen()
    try:
        first = start_once(program, screen, home)
        return first, statistics.median(start_once(program, screen, home) for _ in range(STARTS))
    finally:
        screen.stop()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default="build/release")
    program = os.path.abspath(parser.parse_args().build + "/bin/kabaadwala-console")
    first, again = measure(program)
    print(f"| console: exec to the mapped sign-in window, median of {STARTS} | {again:.0f} ms (first start {first:.0f} ms) |")
