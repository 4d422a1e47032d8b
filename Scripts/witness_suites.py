"""The test suites of Scripts/witnesses: how to get each, and how to read its results."""

import hashlib
import re
import subprocess
import xml.etree.ElementTree


def outcome(bench, output, status):
    """The result of a test: passed, or a digest of its output, so that different mistakes differ. Keeps the output."""
    if status == 0 and not output:
        return "passed"
    if status is None:
        return "hung"
    # Process ids differ between runs.
    said = hashlib.md5(re.sub(r"\d{3,}", "N", output).encode()).hexdigest()[:6]
    (bench.folder / "home" / said).write_text(output)
    return f"failed ({status}, {said})"


class CPython:
    """Debian's python3 and its test suite, unpacked and not installed."""

    # Its modules can run in parallel.
    jobs = 3
    modules = """test_asyncio test_asyncore test_atexit test_audit test_cmd_line test_concurrent_futures test_eintr
        test_epoll test_faulthandler test_fcntl test_file_eintr test_fileio test_fork1 test_httpservers test_io
        test_ioctl test_logging test_mmap test_multiprocessing_fork test_multiprocessing_forkserver
        test_multiprocessing_main_handling test_multiprocessing_spawn test_openpty test_os test_pathlib test_pdb
        test_poll test_popen test_posix test_posixpath test_pty test_readline test_regrtest test_resource test_select
        test_selectors test_shutil test_signal test_site test_socket test_socketserver test_ssl test_subprocess
        test_support test_sys test_tempfile test_thread test_threading test_threading_local test_threadsignals
        test_time test_timeout test_tracemalloc test_venv test_wait3 test_wait4 test_webbrowser""".split()

    def __init__(self, bench):
        self.bench, self.place = bench, bench.folder / "cpython"
        if not self.place.exists():
            with bench.fetching(self.place) as fresh:
                shown = bench.apt("apt-cache", "show", "--no-all-versions", "python3")
                python = re.search(r"Depends: (python3\.\d+)", shown)[1]
                names = [python, f"{python}-minimal"]
                names += [f"lib{python}-{part}" for part in ("minimal", "stdlib", "testsuite")]
                bench.apt("apt-get", "download", *names, directory=fresh)
                for package in fresh.glob("*.deb"):
                    subprocess.run(["dpkg-deb", "-x", package, fresh], check=True)
        self.version = next(self.place.glob("libpython*-testsuite_*.deb")).name.split("_")[1]
        self.program = next(self.place.glob("usr/bin/python3.*"))

    def units(self):
        return self.modules

    def run(self, unit, mode, only=()):
        report = self.bench.folder / f"home/{unit}.xml"
        report.unlink(missing_ok=True)
        # Tests that need other machines, a screen or minutes of CPU time show nothing about a tracer.
        words = [self.program, "-m", "test", "-u", "all,-gui,-network,-urlfetch,-cpu,-largefile"]
        words += ["--junit-xml", report, *(part for name in only for part in ("-m", name)), unit]
        output, status = self.bench.run(
            words, self.bench.folder / "home", mode, {"PYTHONHOME": str(self.place / "usr")})
        results = {unit: f"ended with {status}"}
        if report.exists():
            for case in xml.etree.ElementTree.parse(report).iter("testcase"):
                kinds = {child.tag for child in case} & {"failure", "error", "skipped"}
                result = "skipped" if kinds == {"skipped"} else "failed" if kinds else "passed"
                results[re.sub(r"0x[0-9a-f]+", "0x", case.get("name") or unit)] = result
        return results


class Bash:
    """Debian's bash, built here, by its own tests."""

    jobs = 1

    def __init__(self, bench):
        self.bench = bench
        self.place, self.version = bench.source("bash")
        bench.build(
            self.place, "tests/recho", ["./configure", "-q"], ["make", "-s", "-j2"],
            ["make", "-s", "recho", "zecho", "printenv", "xcase"], ["cp", "recho", "zecho", "printenv", "xcase", "tests"])

    def units(self):
        tests = sorted(path.name for path in (self.place / "tests").glob("run-*"))
        return [name for name in tests if name not in ("run-all", "run-minimal", "run-gprof")]

    def run(self, unit, mode, only=()):
        tests = self.place / "tests"
        output, status = self.bench.run(["sh", unit], tests, mode, {
            "THIS_SH": str(self.place / "bash"), "BUILD_DIR": "..", "BASH_TSTOUT": str(self.bench.folder / "home/output"),
            "PATH": f"{tests}:/usr/bin:/bin:/usr/sbin:/sbin", "TMPDIR": "/tmp"})
        wrong = [line for line in output.splitlines() if not line.startswith("warning:")]
        return {unit: outcome(self.bench, "\n".join(wrong), status)}


class Dash:
    """This machine's dash, by the tests that busybox has for its own shell of the same descent."""

    jobs = 1
    # It ends by an argument of `.`, which dash ignores, so it calls itself forever.
    endless = "ash-vars/var_LINENO1.tests"

    def __init__(self, bench):
        self.bench = bench
        place, version = bench.source("busybox")
        self.place = place / "shell/ash_test"
        bench.build(
            self.place, "zecho", *(["gcc", "-O2", "-o", name, f"{name}.c"] for name in ("printenv", "recho", "zecho")))
        asked = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "dash"], capture_output=True, text=True)
        self.version = f"{asked.stdout} by busybox {version}"

    def units(self):
        tests = (test for test in self.place.glob("*/*.tests") if test.with_suffix(".right").exists())
        return sorted({str(test.relative_to(self.place)) for test in tests} - {self.endless})

    def run(self, unit, mode, only=()):
        test = self.place / unit
        output, status = self.bench.run(["/bin/dash", f"./{test.name}"], test.parent, mode, {
            "THIS_SH": "/bin/dash", "PATH": f"{self.place}:/usr/bin:/bin:/usr/sbin:/sbin"})
        if output == test.with_suffix(".right").read_text(errors="replace"):
            return {unit: "passed"}
        # A feature that dash lacks prints the same text in each mode.
        return {unit: outcome(self.bench, output or "nothing", status)}


class Coreutils:
    """GNU coreutils, built here, by their own tests and those of gnulib."""

    jobs = 1

    def __init__(self, bench):
        self.bench = bench
        self.place, self.version = bench.source("coreutils")
        bench.build(
            self.place, "src/ls", ["env", "FORCE_UNSAFE_CONFIGURE=1", "./configure", "-q"], ["make", "-s", "-j2"])

    def units(self):
        return ["tests", "gnulib-tests"]

    def run(self, unit, mode, only=()):
        where = self.place / unit if unit == "gnulib-tests" else self.place
        below = self.place / unit
        for old in below.rglob("*.trs"):
            old.unlink()
        names = [f"TESTS={' '.join(only)}"] if only else []
        goal = "check" if unit == "gnulib-tests" else "check-TESTS"
        self.bench.run(["nice", "make", "-s", "-k", "-j2", goal, *names], where, mode, {"SHELL": "/bin/bash"})
        results = {}
        for path in below.rglob("*.trs"):
            name = str(path.relative_to(where).with_suffix(""))
            # make needs the file extension, which the name of the result lacks.
            name += next((end for end in (".sh", ".pl", ".xpl") if (where / f"{name}{end}").exists()), "")
            result = re.search(r":global-test-result: (\w+)", path.read_text())[1]
            results[name] = {"PASS": "passed", "SKIP": "skipped", "FAIL": "failed"}.get(result, result)
        return results


SUITES = {"cpython": CPython, "dash": Dash, "bash": Bash, "coreutils": Coreutils}
