#!/usr/bin/env python3
"""SEC-14: attacks a server of its own on this machine, and shows for every attack that it can succeed.

    tests/attack/attack.py PROGRAM [CHECK…]

Each check runs twice: against the server as it is, where nothing may be found, and against one that must fail it: the
same server with that one limit loosened, or a naive stand-in. Prints what was measured, and what other clients felt
meanwhile (the 99th percentile of GET /health in a process of its own).
"""
import os, shutil, signal, subprocess, sys, tempfile, time

import frames, harness, heads, inner, slow, tls, trust

MODULES = (heads, slow, trust, frames, tls, inner)


def certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem", "-days", "2", "-subj",
                    "/CN=localhost", "-batch"], check=True, capture_output=True)


def started(program, folder, settings):
    settings = {"limits-shutdown-seconds": 1, **settings}
    if settings.pop("tls", False):
        settings["http-tls-certificate"], settings["http-tls-key"] = folder + "/cert.pem", folder + "/key.pem"
    return harness.start_server(program, folder, settings)


def run(check, target, slack_ms, stops=False):
    found = harness.Findings(slack_ms, stops)
    try:
        check(target, found)
    except harness.Enough:
        pass
    finally:
        harness.end_pulse()
    if stops:
        return found
    found.expect(target.is_alive(), "the server has died")
    return found


def at_rest(program, folder):
    """What a request takes on this machine when nobody attacks."""
    target = started(program, folder, {})
    pulse = harness.Pulse(target)
    time.sleep(1)
    p99 = pulse.p99()
    target.stop()
    return p99


def judge(program, folder, check, settings, control, slack_ms):
    """True when the server stands and the control falls."""
    name = check.__name__.replace("_", " ")
    target = started(program, folder, settings)
    try:
        found = run(check, target, slack_ms)
    finally:
        target.stop()
    print(f"{name}: {', '.join(found.figures)}", flush=True)
    for complaint in found.complaints:
        print(f"    FAILED: {complaint}", flush=True)

    weak = harness.start_naive(control, folder) if isinstance(control, str) else started(program, folder,
                                                                                         {**settings, **control})
    try:
        shown = run(check, weak, slack_ms, stops=True)
    finally:
        weak.stop()
    if shown.complaints:
        print(f"    a weak server fails it: {shown.complaints[0]}", flush=True)
    else:
        print("    FAILED: a weak server passes it too, so it proves nothing", flush=True)
    return not found.complaints and bool(shown.complaints)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    harness.raise_limit()
    folder = tempfile.mkdtemp()
    began = time.monotonic()
    try:
        certificate(folder)
        slack_ms = at_rest(program, folder)
        print(f"at rest a request takes {slack_ms:.1f} ms (p99)", flush=True)
        failed, count = [], 0
        for module in MODULES:
            for check, settings, control in module.CHECKS:
                if wanted and check.__name__ not in wanted:
                    continue
                count += 1
                if not judge(program, folder, check, settings, control, slack_ms):
                    failed.append(check.__name__)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{count} attacks in {time.monotonic() - began:.0f} s, {len(failed)} failed: {' '.join(failed)}")
    sys.exit(1 if failed or not count else 0)


if __name__ == "__main__":
    main()
