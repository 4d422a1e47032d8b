// Written from Data/process.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let process = CatalogueText(
    name: "process.json",
    text: ###"""
{
  "category": "process",
  "alerts": [
    {
      "id": "process-fileless-execution",
      "title": "A program was executed that has no file on disk",
      "description": "The kernel was told to run an anonymous memory file, a descriptor or a file that had already been deleted. Nobody can scan or later examine such a program. Installers and compilers have no need for it; loaders that want to stay unseen do.",
      "trigger": "An execution succeeds whose executable is a memory file (memfd_create) or has no name left, or whose path names a descriptor. fexecve of an ordinary file does not count.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and (proc.is_exe_from_memfd = true or proc.is_exe_deleted = true or evt.arg.filename glob anyof ($paths))",
      "message": "%proc.pname started %proc.exepath, which has no file on disk",
      "object": "%proc.exepath",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": ["/proc/self/fd/*", "/proc/*/fd/*", "/dev/fd/*"],
          "meaning": "Paths that name a descriptor instead of a file."
        }
      },
      "example": {
        "text": "PyLoose: a few lines of Python on exposed notebook servers unpacked a miner into a memory file made with memfd_create and executed it through its descriptor; nothing was ever written to disk.",
        "date": "2023-07",
        "reference": "https://www.wiz.io/blog/pyloose-first-python-based-fileless-attack-on-cloud-workloads"
      },
      "remedy": "Find out which code made the memory file or removed the program: the parent process is in the alert. Unless it is a container runtime or a sandbox that you chose and that starts itself this way, treat it as malware: isolate the machine, keep its memory, and change the secrets that the process could read.",
      "tags": { "attack": ["T1620"], "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "fexecve of a memory file",
          "event": { "evt.type": "execveat", "evt.rawres": 0, "evt.arg.filename": "", "proc.is_exe_from_memfd": true, "proc.is_exe_deleted": true, "proc.exepath": "/memfd:x (deleted)", "proc.pname": "loader" }
        },
        {
          "name": "a descriptor's name is executed",
          "event": { "evt.type": "execve", "evt.rawres": 0, "evt.arg.filename": ["/proc/self/fd/3", "/tmp/.x"], "proc.is_exe_from_memfd": false, "proc.is_exe_deleted": false, "proc.exepath": "/tmp/.x", "proc.pname": "loader" }
        },
        {
          "name": "the file was removed before it was executed",
          "event": { "evt.type": "execveat", "evt.rawres": 0, "evt.arg.filename": "", "proc.is_exe_from_memfd": false, "proc.is_exe_deleted": true, "proc.exepath": "/tmp/x (deleted)", "proc.pname": "dropper" }
        }
      ],
      "silentOn": [
        {
          "name": "fexecve of an ordinary file",
          "event": { "evt.type": "execveat", "evt.rawres": 0, "evt.arg.filename": "", "proc.is_exe_from_memfd": false, "proc.is_exe_deleted": false, "proc.exepath": "/usr/bin/true", "proc.pname": "launcher" }
        },
        {
          "name": "an ordinary execution",
          "event": { "evt.type": "execve", "evt.rawres": 0, "evt.arg.filename": ["/bin/true", "/usr/bin/true"], "proc.is_exe_from_memfd": false, "proc.is_exe_deleted": false, "proc.exepath": "/usr/bin/true", "proc.pname": "make" }
        },
        {
          "name": "the execution failed",
          "event": { "evt.type": "execve", "evt.rawres": -13, "evt.arg.filename": "/proc/self/fd/3", "proc.is_exe_from_memfd": false, "proc.is_exe_deleted": false, "proc.exepath": "/usr/bin/python3.11", "proc.pname": "bash" }
        }
      ]
    },
    {
      "id": "process-dropped-executable",
      "title": "A program that this run wrote was executed",
      "description": "A process of this run wrote a file outside the project and the run then executed it. Compilers, linkers and package managers do that for a living and are excepted; what is left is code that was downloaded, unpacked or assembled on the spot, which is how most malicious packages bring their second stage.",
      "trigger": "An execution succeeds whose executable or script was written during the run, lies outside the project's directory and was not written by one of the excepted programs.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_exe_written_in_run = true and proc.is_exe_in_workspace = false and not proc.exe_writer glob anyof ($excludedWriters)",
      "message": "%proc.program (%proc.exepath) was written by %proc.exe_writer during the run and then executed",
      "object": "%proc.exe_writer:%proc.program",
      "criteria": {
        "excludedWriters": {
          "type": "programs",
          "default": [
            "ld", "ld.*", "*-ld", "*-ld.*", "lld", "lld-*", "mold", "gold", "collect2", "as", "*-as", "nasm", "yasm",
            "cc", "c++", "gcc", "gcc-*", "*-gcc", "*-gcc-*", "g++", "g++-*", "*-g++", "*-g++-*", "cc1", "cc1plus", "lto1", "clang", "clang-*", "clang++", "clang++-*", "tcc",
            "strip", "*-strip", "objcopy", "*-objcopy", "llvm-*", "patchelf", "chrpath", "install", "libtool", "configure", "config.status", "cmake", "meson",
            "gfortran", "gfortran-*", "*-gfortran", "*-gfortran-*", "flang", "flang-*", "ldc2", "dmd", "gdc", "nim", "zig", "fpc",
            "rustc", "cargo", "cargo-*", "rustup", "rustup-init", "go", "link", "compile", "swift", "swift-*", "swiftc",
            "javac", "mvn", "mvnw", "gradle", "gradlew", "kotlinc", "scalac", "sbt", "dotnet",
            "ghc", "ghc-*", "cabal", "stack", "ocaml*", "opam", "dune", "erlc", "rebar3", "mix",
            "dpkg", "dpkg-*", "apt", "apt-get", "aptitude", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "nix", "nix-*", "brew",
            "pip", "pip2", "pip3", "pip3.*", "pipx", "ensurepip", "venv", "virtualenv", "poetry", "pdm", "hatch", "uv", "uvx", "conda", "mamba", "micromamba",
            "npm", "npm-*", "npx", "npx-*", "node-gyp", "node-gyp.js", "yarn", "yarn.js", "yarnpkg", "pnpm", "pnpm.*", "corepack", "bun",
            "gem", "gem[0-9]*", "bundle", "bundle[0-9]*", "bundler", "composer", "composer.phar"
          ],
          "meaning": "Programs whose work is to make executables, as patterns of their names."
        }
      },
      "example": {
        "text": "Releases 8.3.41 and 8.3.42 of ultralytics on PyPI, made through a hijacked build, downloaded a program to /tmp/ultralytics_runner, set its execute permission and started it: a miner on every machine that used the library.",
        "date": "2024-12-05",
        "reference": "https://github.com/ultralytics/ultralytics/issues/18027"
      },
      "remedy": "Look at the writer named in the alert. If a dependency or an install script fetched the program, remove it, pin the last good version and compare checksums before anything downloaded is executed. If it is your own tool's work, write the program below the project or add the writer to excludedWriters.",
      "tags": { "attack": ["T1105"], "cwe": ["CWE-494"] },
      "firesOn": [
        {
          "name": "a script downloads a program to /tmp and runs it",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_exe_written_in_run": true, "proc.is_exe_in_workspace": false, "proc.exe_writer": "downloads.py", "proc.exepath": "/tmp/runner", "proc.program": "runner" }
        },
        {
          "name": "curl's output is executed",
          "event": { "evt.type": "execveat", "evt.rawres": 0, "proc.is_exe_written_in_run": true, "proc.is_exe_in_workspace": false, "proc.exe_writer": "curl", "proc.exepath": "/usr/bin/bash", "proc.program": "install.sh" }
        },
        {
          "name": "a name that merely begins like a linker's",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_exe_written_in_run": true, "proc.is_exe_in_workspace": false, "proc.exe_writer": "ldapsearch", "proc.exepath": "/tmp/x", "proc.program": "x" }
        }
      ],
      "silentOn": [
        {
          "name": "a test that the linker made in a temporary directory",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_exe_written_in_run": true, "proc.is_exe_in_workspace": false, "proc.exe_writer": "x86_64-linux-gnu-ld.bfd", "proc.exepath": "/tmp/cc12/conftest", "proc.program": "conftest" }
        },
        {
          "name": "a program of the project",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_exe_written_in_run": true, "proc.is_exe_in_workspace": true, "proc.exe_writer": "cp", "proc.exepath": "/srv/shop/build/tool", "proc.program": "tool" }
        },
        {
          "name": "a command that a package manager installed",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_exe_written_in_run": true, "proc.is_exe_in_workspace": false, "proc.exe_writer": "pip", "proc.exepath": "/usr/bin/python3.11", "proc.program": "pytest" }
        },
        {
          "name": "a program that was there before",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_exe_written_in_run": false, "proc.is_exe_in_workspace": false, "proc.exepath": "/usr/bin/true", "proc.program": "true" }
        }
      ]
    },
    {
      "id": "process-traced-another",
      "title": "A program tried to control another program",
      "description": "A process attached to another program with ptrace or wrote into its memory or registers. That is what debuggers do; in any other program it is a way to run code under another program's name and rights, or to read the passwords and keys that it holds.",
      "trigger": "ptrace is called to attach to or to change a process that runs another program. The attempt counts, since dftrace's own tracing makes it fail. A program that traces a copy of itself, as the leak sanitizer does, and the debuggers do not count.",
      "condition": "evt.type = ptrace and evt.arg.request in (PTRACE_ATTACH, PTRACE_SEIZE, PTRACE_POKETEXT, PTRACE_POKEDATA, PTRACE_POKEUSR, PTRACE_SETREGS, PTRACE_SETREGSET) and target.is_same_program = false and not proc.program in ($debuggers)",
      "message": "%proc.program tried %evt.arg.request on %target.exepath",
      "object": "%target.exepath",
      "criteria": {
        "debuggers": {
          "type": "programs",
          "default": ["gdb", "gdb-multiarch", "gdbserver", "lldb", "lldb-server", "dlv", "rr", "strace", "ltrace", "uftrace", "perf", "valgrind", "vgdb", "py-spy", "rbspy", "criu", "reptyr", "eu-stack", "crashpad_handler", "proot", "dftrace"],
          "meaning": "Programs whose task it is to trace others."
        }
      },
      "example": {
        "text": "FASTCash for Linux: malware attributed to North Korea was put into the running process of banks' payment switches as a shared object, by the ptrace system call, and there turned declined withdrawals into approved ones.",
        "date": "2024-10",
        "reference": "https://doubleagent.net/fastcash-for-linux"
      },
      "remedy": "If the program is a debugger or profiler that you use on purpose, add it to debuggers or make an exception. Otherwise find out how it got there, and treat the target as altered: stop it, start it anew from a known file and change the secrets it held. kernel.yama.ptrace_scope of 1 or more keeps programs from tracing what they did not start.",
      "tags": { "attack": ["T1055.008"], "cwe": [] },
      "firesOn": [
        {
          "name": "an injector attaches to a server",
          "event": { "evt.type": "ptrace", "evt.rawres": 0, "evt.arg.request": "PTRACE_ATTACH", "target.is_same_program": false, "target.exepath": "/usr/sbin/nginx", "proc.program": "injector" }
        },
        {
          "name": "the attempt counts when it fails",
          "event": { "evt.type": "ptrace", "evt.rawres": -1, "evt.failed": true, "evt.arg.request": "PTRACE_SEIZE", "target.is_same_program": false, "target.exepath": "/usr/bin/sleep", "proc.program": "injector" }
        },
        {
          "name": "code is written into another program",
          "event": { "evt.type": "ptrace", "evt.rawres": 0, "evt.arg.request": "PTRACE_POKETEXT", "target.is_same_program": false, "target.exepath": "/usr/bin/ssh", "proc.program": "injector" }
        }
      ],
      "silentOn": [
        {
          "name": "a debugger at work",
          "event": { "evt.type": "ptrace", "evt.rawres": 0, "evt.arg.request": "PTRACE_SEIZE", "target.is_same_program": false, "target.exepath": "/srv/shop/app", "proc.program": "gdb" }
        },
        {
          "name": "the leak sanitizer stops its own threads",
          "event": { "evt.type": "ptrace", "evt.rawres": 0, "evt.arg.request": "PTRACE_ATTACH", "target.is_same_program": true, "target.exepath": "/srv/shop/tests", "proc.program": "tests" }
        },
        {
          "name": "a program asks to be traced",
          "event": { "evt.type": "ptrace", "evt.rawres": 0, "evt.arg.request": "PTRACE_TRACEME", "proc.program": "tests" }
        }
      ]
    }
  ]
}

"""###)
}
