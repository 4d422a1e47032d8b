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
      "tags": { "attack": ["T1620"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
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
            "ld", "ld.*", "*-ld", "*-ld.*", "lld", "lld-*", "mold", "gold", "collect2", "as", "*-as", "nasm", "yasm", "cc", "c++", "gcc", "gcc-*",
            "*-gcc", "*-gcc-*", "g++", "g++-*", "*-g++", "*-g++-*", "cc1", "cc1plus", "lto1", "clang", "clang-*", "clang++", "clang++-*", "tcc", "strip",
            "*-strip", "objcopy", "*-objcopy", "llvm-*", "patchelf", "chrpath", "install", "libtool", "configure", "config.status", "cmake", "meson",
            "gfortran", "gfortran-*", "*-gfortran", "*-gfortran-*", "flang", "flang-*", "ldc2", "dmd", "gdc", "nim", "zig", "fpc", "rustc", "cargo",
            "cargo-*", "rustup", "rustup-init", "go", "link", "compile", "swift", "swift-*", "swiftc", "javac", "mvn", "mvnw", "gradle", "gradlew",
            "kotlinc", "scalac", "sbt", "dotnet", "ghc", "ghc-*", "cabal", "stack", "ocaml*", "opam", "dune", "erlc", "rebar3", "mix", "dpkg", "dpkg-*",
            "apt", "apt-get", "aptitude", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "nix", "nix-*", "brew", "pip", "pip2",
            "pip3", "pip3.*", "pipx", "ensurepip", "venv", "virtualenv", "poetry", "pdm", "hatch", "uv", "uvx", "conda", "mamba", "micromamba", "npm",
            "npm-*", "npx", "npx-*", "node-gyp", "node-gyp.js", "yarn", "yarn.js", "yarnpkg", "pnpm", "pnpm.*", "corepack", "bun", "gem", "gem[0-9]*",
            "bundle", "bundle[0-9]*", "bundler", "composer", "composer.phar", "autom4te", "autoconf", "autoheader", "autoreconf", "automake",
            "automake-*", "aclocal", "aclocal-*", "autoupdate", "m4"
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
      "tags": { "attack": ["T1105"], "attackVersion": "18.1", "cwe": ["CWE-494"] },
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
          "default": [
            "gdb", "gdb-multiarch", "gdbserver", "lldb", "lldb-server", "dlv", "rr", "strace", "ltrace", "uftrace", "perf", "valgrind", "vgdb", "py-spy",
            "rbspy", "criu", "reptyr", "eu-stack", "crashpad_handler", "proot", "dftrace"
          ],
          "meaning": "Programs whose task it is to trace others."
        }
      },
      "example": {
        "text": "FASTCash for Linux: malware attributed to North Korea was put into the running process of banks' payment switches as a shared object, by the ptrace system call, and there turned declined withdrawals into approved ones.",
        "date": "2024-10",
        "reference": "https://doubleagent.net/fastcash-for-linux"
      },
      "remedy": "If the program is a debugger or profiler that you use on purpose, add it to debuggers or make an exception. Otherwise find out how it got there, and treat the target as altered: stop it, start it anew from a known file and change the secrets it held. kernel.yama.ptrace_scope of 1 or more keeps programs from tracing what they did not start.",
      "tags": { "attack": ["T1055.008"], "attackVersion": "18.1", "cwe": [] },
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
          "event": { "evt.type": "ptrace", "evt.rawres": 0, "evt.arg.request": "PTRACE_TRACEME", "proc.program": "gdb" }
        }
      ]
    },
    {
      "id": "process-gained-root",
      "title": "A process became root",
      "description": "A process that was not root has the effective user id 0 now, by one of the set-user-id calls or by executing a set-user-id program. That is the last step of every local attack, and a build or test has no need for it.",
      "trigger": "setuid, setreuid, setresuid or an execution succeeds and the effective user id is 0 afterwards, which it was not before. Root inside a user namespace of its own is not root.",
      "condition": "evt.type in (setuid, setreuid, setresuid, execve, execveat) and evt.failed = false and proc.gained_root = true and not proc.program in ($programs)",
      "message": "%proc.program (%proc.exepath) runs as root now, by %evt.type",
      "object": "%proc.exepath %evt.type",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "sudo", "su", "doas", "pkexec", "mount", "umount", "fusermount", "fusermount3", "passwd", "newgrp", "chsh", "chfn", "gpasswd", "crontab",
            "at", "ssh-keysign", "snap-confine", "unix_chkpwd", "runuser", "login", "sshd", "sshd-session", "cron", "crond", "atd"
          ],
          "meaning": "Programs of the system whose task it is: set-user-id ones, and those of root's that act as a user for a while."
        }
      },
      "example": {
        "text": "CVE-2021-4034 (PwnKit): an argument vector without arguments made pkexec read its environment as arguments, so that any local user became root with every polkit release since 2009.",
        "date": "2022-01-25",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2021-4034"
      },
      "remedy": "Run the command as an ordinary user without set-user-id helpers; in CI, without sudo. If the program drops privileges for a while and takes them back, drop them for good by setresuid with all three ids. If you did not expect it, treat the machine as taken over.",
      "tags": { "attack": ["T1548.001"], "attackVersion": "18.1", "cwe": ["CWE-250", "CWE-269"] },
      "firesOn": [
        {
          "name": "saved privileges are taken back",
          "event": { "evt.type": "setresuid", "evt.rawres": 0, "evt.failed": false, "proc.gained_root": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "a set-user-id program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "evt.failed": false, "proc.gained_root": true, "proc.exepath": "/tmp/rootshell", "proc.program": "rootshell" }
        }
      ],
      "silentOn": [
        {
          "name": "privileges are dropped",
          "event": { "evt.type": "setuid", "evt.rawres": 0, "evt.failed": false, "proc.gained_root": false, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "refused",
          "event": { "evt.type": "setuid", "evt.rawres": -1, "evt.failed": true, "proc.gained_root": false, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "sudo",
          "event": { "evt.type": "execve", "evt.rawres": 0, "evt.failed": false, "proc.gained_root": true, "proc.exepath": "/usr/bin/sudo", "proc.program": "sudo" }
        }
      ]
    },
    {
      "id": "process-shell-spawned",
      "title": "A program started a shell",
      "description": "A program that is neither a shell nor a build tool executed a shell. Applications do that with system() or shell=True, where one unquoted value from outside becomes a command.",
      "trigger": "An execution of a shell succeeds, and the program that executed it is none of those whose task it is to run commands. What a person or a build tool starts does not count.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_shell = true and proc.pprogram exists and not proc.pprogram glob anyof ($parents)",
      "message": "%proc.pprogram started a shell: %proc.cmdline",
      "object": "%proc.pprogram",
      "criteria": {
        "parents": {
          "type": "programs",
          "default": [
            "sh", "bash", "rbash", "dash", "ash", "zsh", "ksh*", "mksh", "csh", "tcsh", "fish", "busybox", "*.sh", "make", "gmake", "remake", "ninja",
            "cmake", "ctest", "cpack", "meson", "scons", "waf", "bazel", "buck2", "configure", "config.status", "libtool", "automake*", "autoconf",
            "autoreconf", "just", "task", "rake", "tup", "b2", "cargo", "cargo-*", "rustc", "go", "swift", "swift-*", "swiftc", "gcc", "g++", "cc",
            "c++", "clang*", "collect2", "ld*", "javac", "mvn", "gradle", "sbt", "ant", "dotnet", "ghc", "cabal", "stack", "opam", "dune", "mix",
            "rebar3", "npm", "npm-cli.js", "npx", "npx-cli.js", "yarn", "yarn.js", "pnpm", "pnpm.*", "node-gyp*", "bun", "lerna", "nx", "turbo", "pip",
            "pip3*", "pipx", "poetry", "pdm", "hatch", "uv", "tox", "nox", "pytest", "py.test", "unittest", "ensurepip", "venv", "virtualenv", "tar",
            "rsync", "ssh", "scp", "setup.py", "gem", "bundle", "composer", "conda", "mamba", "git", "git-*", "hg", "svn", "gh", "pre-commit", "husky",
            "lefthook", "env", "xargs", "find", "parallel", "timeout", "time", "nohup", "nice", "ionice", "setsid", "stdbuf", "script", "expect",
            "watch", "entr", "chronic", "flock", "setpriv", "sudo", "su", "doas", "runuser", "login", "sshd", "cron", "crond", "anacron", "at", "atd",
            "systemd*", "init", "tini", "dumb-init", "runc", "crun", "docker*", "podman", "bwrap", "unshare", "nsenter", "chroot", "fakeroot", "tmux*",
            "screen*", "xterm", "gnome-terminal*", "konsole", "man", "less", "more", "vi", "vim*", "nvim", "emacs*", "nano", "ed", "perldoc", "dpkg",
            "dpkg-*", "apt", "apt-*", "aptitude", "debconf*", "frontend", "run-parts", "rpm", "rpmbuild", "dnf*", "yum", "zypper", "pacman", "apk",
            "nix*", "debuild", "dh*", "gdb", "lldb", "strace", "ltrace", "perf", "valgrind", "dftrace", "act", "gitlab-runner", "buildkite-agent",
            "Runner.Worker", "autom4te", "autoheader", "automake", "automake-*", "aclocal", "aclocal-*", "autoupdate", "m4"
          ],
          "meaning": "Shells, build tools, package managers and launchers, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2016-3714 (ImageTragick): ImageMagick built a command line from a file name inside the uploaded picture and handed it to a shell, so that a picture ran commands on the web server.",
        "date": "2016-05-03",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-3714"
      },
      "remedy": "Start the other program directly with a list of arguments: subprocess without shell=True, execFile, exec.Command. If a shell is really needed, pass values by its positional parameters and never as part of the text.",
      "tags": { "attack": ["T1059.004"], "attackVersion": "18.1", "cwe": ["CWE-78"] },
      "firesOn": [
        {
          "name": "a web application calls system()",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.program": "sh", "proc.pprogram": "app.py", "proc.cmdline": "sh -c convert x" }
        },
        {
          "name": "a server of its own",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.program": "bash", "proc.pprogram": "server", "proc.cmdline": "bash -i" }
        }
      ],
      "silentOn": [
        {
          "name": "make's recipes",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.program": "sh", "proc.pprogram": "make", "proc.cmdline": "sh -c cc" }
        },
        {
          "name": "a shell starts a shell script",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.program": "build.sh", "proc.pprogram": "bash", "proc.cmdline": "bash build.sh" }
        },
        {
          "name": "the command itself is a shell",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.program": "bash", "proc.cmdline": "bash" }
        },
        {
          "name": "the application starts a program directly",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": false, "proc.program": "convert", "proc.pprogram": "app.py", "proc.cmdline": "convert x" }
        }
      ]
    },
    {
      "id": "process-executes-from-temporary",
      "title": "A program was executed from a temporary directory",
      "description": "A program was executed from a directory that is meant for temporary files or that everybody may write. Software is not installed there; code that was downloaded or unpacked on the spot is, and on a shared machine others can replace it.",
      "trigger": "An execution succeeds whose executable or script lies below one of the directories or below one that others may write, outside the project. What a compiler, linker or package manager of this run wrote there does not count.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and (proc.executed pmatch ($directories) or proc.is_exe_in_writable_dir = true) and proc.is_exe_in_workspace = false and not proc.exe_writer glob anyof ($excludedWriters)",
      "message": "%proc.program was executed from %proc.executed",
      "object": "%proc.executed",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": ["/tmp", "/var/tmp", "/dev/shm", "/run/user", "/run/shm"],
          "meaning": "Directories for temporary files."
        },
        "excludedWriters": {
          "type": "programs",
          "default": [
            "ld", "ld.*", "*-ld", "*-ld.*", "lld", "lld-*", "mold", "gold", "collect2", "as", "*-as", "nasm", "yasm", "cc", "c++", "gcc", "gcc-*",
            "*-gcc", "*-gcc-*", "g++", "g++-*", "*-g++", "*-g++-*", "cc1", "cc1plus", "lto1", "clang", "clang-*", "clang++", "clang++-*", "tcc", "strip",
            "*-strip", "objcopy", "*-objcopy", "llvm-*", "patchelf", "chrpath", "install", "libtool", "configure", "config.status", "cmake", "meson",
            "gfortran", "gfortran-*", "*-gfortran", "*-gfortran-*", "flang", "flang-*", "ldc2", "dmd", "gdc", "nim", "zig", "fpc", "rustc", "cargo",
            "cargo-*", "rustup", "rustup-init", "go", "link", "compile", "swift", "swift-*", "swiftc", "javac", "mvn", "mvnw", "gradle", "gradlew",
            "kotlinc", "scalac", "sbt", "dotnet", "ghc", "ghc-*", "cabal", "stack", "ocaml*", "opam", "dune", "erlc", "rebar3", "mix", "dpkg", "dpkg-*",
            "apt", "apt-get", "aptitude", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "nix", "nix-*", "brew", "pip", "pip2",
            "pip3", "pip3.*", "pipx", "ensurepip", "venv", "virtualenv", "poetry", "pdm", "hatch", "uv", "uvx", "conda", "mamba", "micromamba", "npm",
            "npm-*", "npx", "npx-*", "node-gyp", "node-gyp.js", "yarn", "yarn.js", "yarnpkg", "pnpm", "pnpm.*", "corepack", "bun", "gem", "gem[0-9]*",
            "bundle", "bundle[0-9]*", "bundler", "composer", "composer.phar", "autom4te", "autoconf", "autoheader", "autoreconf", "automake",
            "automake-*", "aclocal", "aclocal-*", "autoupdate", "m4"
          ],
          "meaning": "Programs whose work is to make executables, as patterns of their names."
        }
      },
      "example": {
        "text": "Kinsing: the attackers' container downloaded its malware to /tmp/kinsing, made it executable and ran it from there.",
        "date": "2020-04",
        "reference": "https://attack.mitre.org/software/S0599/"
      },
      "remedy": "Find out who put the program there. Install programs below the project, a virtual environment or the system, and mount the temporary directories noexec where nothing needs otherwise.",
      "tags": { "attack": ["T1059", "T1105"], "attackVersion": "18.1", "cwe": ["CWE-379"] },
      "firesOn": [
        {
          "name": "a program below /tmp",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.executed": "/tmp/runner", "proc.is_exe_in_writable_dir": true, "proc.is_exe_in_workspace": false, "proc.program": "runner" }
        },
        {
          "name": "a directory that others may write",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.executed": "/srv/share/tool", "proc.is_exe_in_writable_dir": true, "proc.is_exe_in_workspace": false, "proc.program": "tool" }
        },
        {
          "name": "a user's runtime directory",
          "event": { "evt.type": "execveat", "evt.rawres": 0, "proc.executed": "/run/user/1000/x", "proc.is_exe_in_writable_dir": false, "proc.is_exe_in_workspace": false, "proc.program": "x" }
        }
      ],
      "silentOn": [
        {
          "name": "a test that the linker made",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.executed": "/tmp/cc12/conftest", "proc.is_exe_in_writable_dir": true, "proc.is_exe_in_workspace": false, "proc.exe_writer": "ld.bfd", "proc.program": "conftest" }
        },
        {
          "name": "a project that lies below /tmp",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.executed": "/tmp/build/app", "proc.is_exe_in_writable_dir": false, "proc.is_exe_in_workspace": true, "proc.program": "app" }
        },
        {
          "name": "an installed program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.executed": "/usr/bin/true", "proc.is_exe_in_writable_dir": false, "proc.is_exe_in_workspace": false, "proc.program": "true" }
        }
      ]
    },
    {
      "id": "process-memory-of-another",
      "title": "Another process's memory was read or written",
      "description": "The program reads or writes the memory of another process, where passwords, tokens and keys lie in the clear whatever protects them on disk.",
      "trigger": "process_vm_readv or process_vm_writev is called for another process, or /proc/PID/mem of one is opened; a failed attempt counts. A process's own memory and debuggers do not.",
      "condition": "(evt.type in (process_vm_readv, process_vm_writev) or ((evt.is_open_read = true or evt.is_open_write = true) and fd.name glob anyof (/proc/*/mem, /proc/*/task/*/mem))) and target.is_self = false and not proc.program in ($debuggers)",
      "message": "%proc.program reached for the memory of process %target.pid",
      "object": "%target.exepath",
      "criteria": {
        "debuggers": {
          "type": "programs",
          "default": [
            "gdb", "gdb-multiarch", "gdbserver", "lldb", "lldb-server", "dlv", "rr", "strace", "ltrace", "uftrace", "perf", "valgrind", "vgdb", "py-spy",
            "rbspy", "criu", "reptyr", "eu-stack", "crashpad_handler", "proot", "dftrace"
          ],
          "meaning": "Programs whose task it is to trace others."
        }
      },
      "example": {
        "text": "CVE-2025-30066: the changed tj-actions/changed-files action ran a script that read the memory of the CI runner through /proc/PID/mem and printed the secrets of 23,000 repositories' builds into their logs.",
        "date": "2025-03-14",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2025-30066"
      },
      "remedy": "Treat secrets that the other process held as known to others. Remove the dependency or action that did it. A profiler or crash handler of your own belongs into the list of debuggers.",
      "tags": { "attack": ["T1003.007", "T1055.009"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a script dumps the CI runner",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/812/mem", "target.is_self": false, "target.pid": 812, "target.exepath": "/opt/runner/Runner.Worker", "proc.program": "memdump.py" }
        },
        {
          "name": "code is written into another process",
          "event": { "evt.type": "process_vm_writev", "target.is_self": false, "target.pid": 812, "target.exepath": "/usr/sbin/nginx", "proc.program": "inject" }
        }
      ],
      "silentOn": [
        {
          "name": "its own memory",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": ["/proc/self/mem", "/proc/99/mem"], "target.is_self": true, "proc.program": "app" }
        },
        {
          "name": "a stack unwinder reads its own stack",
          "event": { "evt.type": "process_vm_readv", "target.is_self": true, "proc.program": "app" }
        },
        {
          "name": "a debugger",
          "event": { "evt.type": "process_vm_readv", "target.is_self": false, "target.pid": 812, "target.exepath": "/srv/app", "proc.program": "gdb" }
        },
        {
          "name": "the memory map is no memory",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/812/maps", "target.is_self": false, "proc.program": "app" }
        }
      ]
    },
    {
      "id": "process-crashed",
      "title": "A process crashed",
      "description": "A process of the run was ended by a signal that means a fault: a bad memory access, an illegal instruction, an abort. A crash that input can cause is a denial of service, and often the first sign of a memory error that can be made to do more.",
      "trigger": "A process ends by SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSYS or SIGTRAP. The program's own handler keeps it from counting, and so does a termination from outside.",
      "condition": "evt.type = procexit and proc.exit_signal in (SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSYS, SIGTRAP)",
      "message": "%proc.program crashed by %proc.exit_signal",
      "object": "%proc.program %proc.exit_signal",
      "example": {
        "text": "CVE-2021-3156 (Baron Samedit): sudoedit crashed on an argument that ended with a backslash. The crash was a heap overflow that had made every local user root for ten years.",
        "date": "2021-01-26",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2021-3156"
      },
      "remedy": "Build with the address sanitizer and debug information and run the same command again: it names the line. The alert has the code address and, where frame pointers allow, the callers. A test that is meant to crash can be excepted by proc.program.",
      "tags": { "attack": ["T1499.004"], "attackVersion": "18.1", "cwe": ["CWE-119", "CWE-476"] },
      "firesOn": [
        {
          "name": "a null pointer",
          "event": { "evt.type": "procexit", "proc.exit_signal": "SIGSEGV", "proc.program": "app" }
        },
        {
          "name": "an assertion",
          "event": { "evt.type": "procexit", "proc.exit_signal": "SIGABRT", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "it was asked to end",
          "event": { "evt.type": "procexit", "proc.exit_signal": "SIGTERM", "proc.program": "app" }
        },
        {
          "name": "it exited",
          "event": { "evt.type": "procexit", "proc.program": "app" }
        },
        {
          "name": "its reader went away",
          "event": { "evt.type": "procexit", "proc.exit_signal": "SIGPIPE", "proc.program": "yes" }
        }
      ]
    },
    {
      "id": "process-namespace-changed",
      "title": "A process entered new namespaces",
      "description": "The process made or joined namespaces. Container runtimes do that; in any other program a new user namespace opens parts of the kernel that unprivileged users otherwise never reach, and joining another's leaves a container.",
      "trigger": "unshare, setns, clone or clone3 succeeds with one of the CLONE_NEW flags, or setns with whatever its descriptor is for. Launchers of containers and sandboxes do not count.",
      "condition": "(evt.type = setns or (evt.type in (unshare, clone, clone3) and evt.arg.flags contains anyof (CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWCGROUP, CLONE_NEWTIME))) and evt.failed = false and not proc.program glob anyof ($launchers)",
      "message": "%proc.program changed its namespaces by %evt.type",
      "object": "%evt.type",
      "criteria": {
        "launchers": {
          "type": "programs",
          "default": [
            "docker", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "youki", "podman", "buildah", "conmon", "netavark", "slirp4netns",
            "pasta", "rootlesskit", "bwrap", "flatpak*", "snap-confine", "snap", "systemd*", "(sd-*", "lxc*", "firejail", "nsjail", "minijail0",
            "chrome", "chromium*", "firefox*", "electron", "code", "linux-sandbox", "process-wrapper", "nix-daemon", "nix-build", "nix", "ip",
            "apptainer", "singularity", "starter*"
          ],
          "meaning": "Container runtimes and sandboxes, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2022-0185: any user could make a user namespace by unshare and there overflow a buffer of the kernel's file-system context, which broke out of containers.",
        "date": "2022-01-18",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-0185"
      },
      "remedy": "If a sandbox of your own does it, add it to the launchers. Where nothing needs unprivileged user namespaces, forbid them by the container's seccomp profile or user.max_user_namespaces = 0.",
      "tags": { "attack": ["T1611"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a user namespace",
          "event": { "evt.type": "unshare", "evt.rawres": 0, "evt.failed": false, "evt.arg.flags": "CLONE_NEWUSER|CLONE_NEWNS", "proc.program": "exploit" }
        },
        {
          "name": "a child in its own",
          "event": { "evt.type": "clone3", "evt.rawres": 99, "evt.failed": false, "evt.arg.flags": "CLONE_NEWPID", "proc.program": "app" }
        },
        {
          "name": "another's are joined",
          "event": { "evt.type": "setns", "evt.rawres": 0, "evt.failed": false, "proc.program": "nsenter" }
        }
      ],
      "silentOn": [
        {
          "name": "descriptors are unshared",
          "event": { "evt.type": "unshare", "evt.rawres": 0, "evt.failed": false, "evt.arg.flags": "CLONE_FILES", "proc.program": "app" }
        },
        {
          "name": "a thread",
          "event": { "evt.type": "clone", "evt.rawres": 99, "evt.failed": false, "evt.arg.flags": "CLONE_VM|CLONE_THREAD", "proc.program": "app" }
        },
        {
          "name": "refused",
          "event": { "evt.type": "unshare", "evt.rawres": -1, "evt.failed": true, "evt.arg.flags": "CLONE_NEWUSER", "proc.program": "app" }
        },
        {
          "name": "a sandbox",
          "event": { "evt.type": "unshare", "evt.rawres": 0, "evt.failed": false, "evt.arg.flags": "CLONE_NEWUSER", "proc.program": "bwrap" }
        }
      ]
    },
    {
      "id": "process-mounted",
      "title": "File systems were mounted or the root was changed",
      "description": "The process changed what files programs see: it mounted or unmounted a file system, moved the root or its own. That needs the highest privilege, hides and replaces files, and is how a container's walls are taken down.",
      "trigger": "mount, umount2, pivot_root, chroot, fsopen, fsmount or move_mount succeeds. Container runtimes and sandboxes do not count.",
      "condition": "evt.type in (mount, umount2, pivot_root, chroot, fsopen, fsmount, move_mount) and evt.failed = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program called %evt.type",
      "object": "%evt.type",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "docker", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "youki", "podman", "buildah", "conmon", "netavark", "slirp4netns",
            "pasta", "rootlesskit", "bwrap", "flatpak*", "snap-confine", "snap", "systemd*", "(sd-*", "lxc*", "firejail", "nsjail", "minijail0",
            "chrome", "chromium*", "firefox*", "electron", "code", "linux-sandbox", "process-wrapper", "nix-daemon", "nix-build", "nix", "ip",
            "apptainer", "singularity", "starter*", "fusermount", "fusermount3", "udisksd", "sshd"
          ],
          "meaning": "Container runtimes, sandboxes and system services whose task it is."
        }
      },
      "example": {
        "text": "CVE-2022-0492: a process in a container made new namespaces, mounted a cgroup file system and wrote its release_agent, which the kernel then ran as root on the host.",
        "date": "2022-02-04",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-0492"
      },
      "remedy": "Take CAP_SYS_ADMIN from the container or service. A build that needs a prepared root directory can leave it to a container image. If you did not expect it, treat the machine as taken over.",
      "tags": { "attack": ["T1611"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a cgroup file system is mounted",
          "event": { "evt.type": "mount", "evt.rawres": 0, "evt.failed": false, "proc.program": "escape" }
        },
        {
          "name": "chroot",
          "event": { "evt.type": "chroot", "evt.rawres": 0, "evt.failed": false, "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "refused",
          "event": { "evt.type": "mount", "evt.rawres": -1, "evt.failed": true, "proc.program": "app" }
        },
        {
          "name": "a container runtime",
          "event": { "evt.type": "pivot_root", "evt.rawres": 0, "evt.failed": false, "proc.program": "runc" }
        }
      ]
    },
    {
      "id": "process-runs-as-root",
      "title": "The command runs as root",
      "description": "The traced command itself was started with the effective user id 0, on a machine where that is not the custom. Whatever goes wrong in it, or in one of its dependencies, then happens with every right that the machine has to give.",
      "trigger": "The command's own execution succeeds with the effective user id 0. What it starts later does not count, and neither do containers and CI jobs, unless the policy says so.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and user.euid = 0 and (node.root_is_usual = false or node.root_is_usual != $allowInContainer)",
      "message": "The command %proc.program (%proc.exepath) runs with the user id %user.euid",
      "object": "%proc.exepath",
      "criteria": {
        "allowInContainer": {
          "type": "boolean",
          "default": true,
          "meaning": "Whether root may be the user in containers and CI jobs, where it is the custom."
        }
      },
      "example": {
        "text": "CVE-2020-7247: a sender's address with shell syntax in it was executed by OpenSMTPD as a command. That part of the mail server ran as root, so one message was enough to own the machine.",
        "date": "2020-01-28",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2020-7247"
      },
      "remedy": "Start the command as an ordinary user; what it needs of root's rights can be given one by one: a capability, a group, ownership of a directory. In a container, set USER. If root is really meant, make an exception for this command.",
      "tags": { "attack": ["T1078.003"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "on a workstation",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "user.euid": 0, "node.root_is_usual": false, "proc.program": "server", "proc.exepath": "/srv/shop/server" }
        },
        {
          "name": "on a machine, whatever is allowed in containers",
          "criteria": { "allowInContainer": false },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "user.euid": 0, "node.root_is_usual": false, "proc.program": "make", "proc.exepath": "/usr/bin/make" }
        },
        {
          "name": "in a container where the policy forbids it",
          "criteria": { "allowInContainer": false },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "user.euid": 0, "node.root_is_usual": true, "proc.program": "server", "proc.exepath": "/srv/shop/server" }
        }
      ],
      "silentOn": [
        {
          "name": "in a container or CI job",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "user.euid": 0, "node.root_is_usual": true, "proc.program": "make", "proc.exepath": "/usr/bin/make" }
        },
        {
          "name": "an ordinary user",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "user.euid": 1000, "node.root_is_usual": false, "proc.program": "make", "proc.exepath": "/usr/bin/make" }
        },
        {
          "name": "an ordinary user in a container where root is forbidden",
          "criteria": { "allowInContainer": false },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "user.euid": 1000, "node.root_is_usual": true, "proc.program": "make", "proc.exepath": "/usr/bin/make" }
        },
        {
          "name": "what the command starts",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "user.euid": 0, "node.root_is_usual": false, "proc.program": "helper", "proc.exepath": "/srv/shop/helper" }
        }
      ]
    },
    {
      "id": "process-setuid-executed",
      "title": "An unusual set-user-id program was executed",
      "description": "A program was executed whose file gives it more rights than its user has: a set-user-id or set-group-id bit, or capabilities. Every mistake in such a program is a way to those rights, and a file of this kind outside the system's own ones is often a door that somebody left open on purpose.",
      "trigger": "An execution succeeds whose executable has the set-user-id or set-group-id bit or file capabilities and is none of the listed ones that distributions install.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and (proc.is_setuid = true or proc.has_file_capabilities = true) and not proc.exepath glob anyof ($paths)",
      "message": "%proc.exepath was executed, whose file gives rights that its user has not",
      "object": "%proc.exepath",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/bin/su", "/usr/bin/su", "/bin/mount", "/usr/bin/mount", "/bin/umount", "/usr/bin/umount", "/bin/ping", "/usr/bin/ping", "/bin/ping4",
            "/usr/bin/ping4", "/bin/ping6", "/usr/bin/ping6", "/bin/fusermount", "/usr/bin/fusermount", "/bin/fusermount3", "/usr/bin/fusermount3",
            "/bin/ntfs-3g", "/usr/bin/ntfs-3g", "/bin/bbsuid", "/usr/bin/bbsuid", "/usr/bin/sudo", "/usr/bin/sudoedit", "/usr/bin/sudoreplay",
            "/usr/bin/doas", "/usr/bin/pkexec", "/usr/bin/ksu", "/usr/bin/passwd", "/usr/bin/chage", "/usr/bin/chfn", "/usr/bin/chsh", "/usr/bin/expiry",
            "/usr/bin/gpasswd", "/usr/bin/newgrp", "/usr/bin/sg", "/usr/bin/newuidmap", "/usr/bin/newgidmap", "/usr/bin/at", "/usr/bin/batch",
            "/usr/bin/crontab", "/usr/bin/bsd-write", "/usr/bin/write", "/usr/bin/write.ul", "/usr/bin/wall", "/usr/bin/ssh-agent", "/usr/bin/locate",
            "/usr/bin/mlocate", "/usr/bin/plocate", "/usr/bin/dotlockfile", "/usr/bin/procmail", "/usr/bin/lockfile", "/usr/bin/screen",
            "/usr/bin/dumpcap", "/usr/bin/mtr-packet", "/usr/bin/arping", "/usr/bin/clockdiff", "/usr/bin/traceroute6*", "/usr/bin/tcptraceroute*",
            "/usr/bin/staprun", "/usr/bin/gnome-keyring-daemon", "/usr/bin/kwin_wayland", "/usr/bin/systemd-detect-virt",
            "/usr/bin/vmware-user-suid-wrapper", "/usr/bin/cgexec", "/usr/bin/cgclassify", "/usr/bin/vlock-main", "/usr/bin/Xorg", "/sbin/unix_chkpwd",
            "/usr/sbin/unix_chkpwd", "/usr/bin/unix_chkpwd", "/sbin/pam_timestamp_check", "/usr/sbin/pam_timestamp_check",
            "/usr/bin/pam_timestamp_check", "/sbin/pam_extrausers_chkpwd", "/usr/sbin/pam_extrausers_chkpwd", "/usr/bin/pam_extrausers_chkpwd",
            "/sbin/mount.nfs", "/usr/sbin/mount.nfs", "/usr/bin/mount.nfs", "/sbin/mount.cifs", "/usr/sbin/mount.cifs", "/usr/bin/mount.cifs",
            "/sbin/mount.ntfs-3g", "/usr/sbin/mount.ntfs-3g", "/usr/bin/mount.ntfs-3g", "/sbin/mount.fuse3", "/usr/sbin/mount.fuse3",
            "/usr/bin/mount.fuse3", "/usr/sbin/usernetctl", "/usr/sbin/userhelper", "/usr/sbin/grub2-set-bootflag", "/usr/sbin/exim", "/usr/sbin/exim4",
            "/usr/sbin/sendmail", "/usr/sbin/sendmail.sendmail", "/usr/sbin/postdrop", "/usr/sbin/postqueue", "/usr/sbin/lockdev", "/usr/sbin/suexec",
            "/usr/sbin/pppd", "/usr/sbin/arping", "/usr/sbin/clockdiff", "/usr/sbin/mtr-packet", "/usr/lib/openssh/ssh-keysign",
            "/usr/lib/ssh/ssh-keysign", "/usr/libexec/openssh/ssh-keysign", "/usr/*/dbus-daemon-launch-helper", "/usr/*/polkit-agent-helper-1",
            "/usr/*/snap-confine", "/snap/*/snap-confine", "/usr/*/Xorg.wrap", "/usr/*/dmcrypt-get-device", "/usr/*/utempter", "/usr/*/chrome-sandbox",
            "/opt/*/chrome-sandbox", "/snap/*/chrome-sandbox", "/usr/*/gst-ptp-helper", "/usr/*/qemu-bridge-helper",
            "/usr/*/spice-client-glib-usb-acl-helper*", "/usr/*/cockpit-session", "/usr/*/pt_chown", "/usr/*/camel-lock-helper-*", "/usr/libexec/sssd/*",
            "/usr/lib/virtualbox/*", "/usr/games/*", "/run/wrappers/*"
          ],
          "meaning": "The set-user-id and set-group-id programs and those with capabilities that distributions install, as patterns."
        }
      },
      "example": {
        "text": "CVE-2023-2640 (GameOver(lay)): on Ubuntu any user could give a copy of a program capabilities inside a user namespace and carry it out through overlayfs with them in force. To execute that copy was to be root.",
        "date": "2023-07",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2023-2640"
      },
      "remedy": "Find out which package the file belongs to. If none, take the bit or the capabilities away (chmod u-s,g-s or setcap -r) and find out who set them. If it is a program of your own, grant the one right it needs by a service instead, or add its path to the list.",
      "tags": { "attack": ["T1548.001"], "attackVersion": "18.1", "cwe": ["CWE-250", "CWE-269"] },
      "firesOn": [
        {
          "name": "a set-user-id file in a home directory",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/home/eve/.cache/x", "proc.is_setuid": true, "proc.has_file_capabilities": false }
        },
        {
          "name": "a file with capabilities",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/srv/lower/python3", "proc.is_setuid": false, "proc.has_file_capabilities": true }
        },
        {
          "name": "a link in the system's directory to a copy elsewhere",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": ["/usr/bin/su", "/srv/su"], "proc.is_setuid": true, "proc.has_file_capabilities": false }
        }
      ],
      "silentOn": [
        {
          "name": "sudo",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/usr/bin/sudo", "proc.is_setuid": true, "proc.has_file_capabilities": false }
        },
        {
          "name": "ping",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": ["/bin/ping", "/usr/bin/ping"], "proc.is_setuid": false, "proc.has_file_capabilities": true }
        },
        {
          "name": "a browser's sandbox",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/opt/google/chrome/chrome-sandbox", "proc.is_setuid": true, "proc.has_file_capabilities": false }
        },
        {
          "name": "an ordinary program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/usr/bin/true", "proc.is_setuid": false, "proc.has_file_capabilities": false }
        },
        {
          "name": "refused",
          "event": { "evt.type": "execve", "evt.rawres": -13, "proc.exepath": "/home/eve/.cache/x", "proc.is_setuid": true, "proc.has_file_capabilities": false }
        }
      ]
    },
    {
      "id": "process-capabilities-gained",
      "title": "A process took capabilities",
      "description": "A process has capabilities in force that it had not before the call: it took back what it held in reserve, or it made capabilities ambient, so that every program it starts has them too. Each capability is a part of root's power, and few programs have a reason to raise one.",
      "trigger": "capset or prctl succeeds and a capability is effective, permitted or ambient afterwards that was not so before. Programs of the system that keep capabilities in reserve do not count.",
      "condition": "evt.type in (capset, prctl) and evt.failed = false and proc.capabilities_gained exists and not proc.program glob anyof ($programs)",
      "message": "%proc.program took the capabilities %proc.capabilities_gained by %evt.type",
      "object": "%proc.capabilities_gained",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "docker", "dockerd", "docker-init", "containerd", "containerd-shim*", "runc", "crun", "youki", "podman", "buildah", "conmon", "netavark",
            "slirp4netns", "pasta", "pasta.avx2", "rootlesskit", "bwrap", "flatpak*", "snap-confine", "firejail", "nsjail", "minijail0", "lxc*",
            "apptainer", "starter*", "chrome", "chromium*", "unshare", "nsenter", "systemd*", "(sd-*", "dbus-daemon", "dbus-broker*", "rtkit-daemon",
            "rpcbind", "avahi-daemon", "gnome-keyring-daemon", "irqbalance", "su", "sudo", "doas", "pkexec", "login", "sshd", "sshd-session", "cron",
            "crond", "newuidmap", "newgidmap", "capsh", "setpriv", "setcap", "pscap", "captest", "ping", "ping4", "ping6", "arping", "clockdiff",
            "tracepath", "traceroute*", "mtr", "mtr-packet", "dumpcap", "tcpdump", "chronyd", "ntpd", "dnsmasq", "named", "dhclient", "dhcpcd",
            "openvpn", "wpa_supplicant", "keepalived", "squid", "vsftpd", "proftpd", "smbd", "ganesha.nfsd", "mount.cifs", "umount.cifs"
          ],
          "meaning": "Programs that hold capabilities in reserve or pass them on, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2022-24769: Docker and containerd started containers with inheritable capabilities that nobody had asked for, so that programs in them could come to capabilities which their user was not to have.",
        "date": "2022-03-24",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-24769"
      },
      "remedy": "If you did not expect it, see who gave the process the capability in reserve: a set-user-id start, a file capability, a container with too many of them; take it away there. A program of your own should drop for good what it does not need, from the permitted and the bounding set as well; otherwise add it to the programs.",
      "tags": { "attack": ["T1548"], "attackVersion": "18.1", "cwe": ["CWE-250", "CWE-271"] },
      "firesOn": [
        {
          "name": "raised from the reserve",
          "event": { "evt.type": "capset", "evt.rawres": 0, "evt.failed": false, "proc.capabilities_gained": ["CAP_NET_RAW"], "proc.program": "app" }
        },
        {
          "name": "made ambient, for the programs it starts",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.option": "PR_CAP_AMBIENT", "proc.capabilities_gained": ["CAP_SETUID", "CAP_DAC_OVERRIDE"], "proc.program": "launcher" }
        }
      ],
      "silentOn": [
        {
          "name": "capabilities are dropped",
          "event": { "evt.type": "capset", "evt.rawres": 0, "evt.failed": false, "proc.program": "app" }
        },
        {
          "name": "the bounding set gets smaller",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.option": "PR_CAPBSET_DROP", "proc.program": "app" }
        },
        {
          "name": "ping opens its socket",
          "event": { "evt.type": "capset", "evt.rawres": 0, "evt.failed": false, "proc.capabilities_gained": ["CAP_NET_RAW"], "proc.program": "ping" }
        },
        {
          "name": "a container runtime",
          "event": { "evt.type": "capset", "evt.rawres": 0, "evt.failed": false, "proc.capabilities_gained": ["CAP_CHOWN"], "proc.program": "runc" }
        },
        {
          "name": "refused",
          "event": { "evt.type": "capset", "evt.rawres": -1, "evt.failed": true, "proc.program": "app" }
        }
      ]
    },
    {
      "id": "process-command-injection",
      "title": "A server ran a composed shell command",
      "description": "A program that serves connections handed a shell a command line with shell syntax in it. If any part of that line comes from a request, whoever sends the request can end the intended command and begin another: command injection, one of the most exploited mistakes there are.",
      "trigger": "A program that has accepted an internet connection executes a shell with -c, and the command holds one of the listed pieces of shell syntax. Whether a request's text is in it is not known; simple commands do not count.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_shell = true and proc.parent_has_accepted = true and proc.args startswith \"-c \" and proc.args contains anyof ($syntax)",
      "message": "%proc.pname, which serves connections, handed a shell the command %proc.args",
      "object": "%proc.pname",
      "criteria": {
        "syntax": {
          "type": "texts",
          "default": [";", "|", "&", "`", "$(", ">", "\n"],
          "meaning": "Shell syntax that joins, redirects or replaces commands."
        }
      },
      "example": {
        "text": "CVE-2022-46169: Cacti put the poller_id of a request that needed no login into a command line for a shell. Within weeks it was used to bring malware onto servers.",
        "date": "2022-12-05",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-46169"
      },
      "remedy": "Look for the request that came before and at the command in the alert: if it is not one of your own, treat the server as taken over. Start programs with a list of arguments and without a shell; where a shell is needed, keep the text constant and pass values as its positional parameters or in the environment.",
      "tags": { "attack": ["T1059.004", "T1190"], "attackVersion": "18.1", "cwe": ["CWE-78", "CWE-88"] },
      "firesOn": [
        {
          "name": "a second command after a semicolon",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.parent_has_accepted": true, "proc.args": "-c ping -c1 example.org; id", "proc.pname": "server" }
        },
        {
          "name": "a command inside a command",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.parent_has_accepted": true, "proc.args": "-c convert $(curl -s 192.0.2.1) x.png", "proc.pname": "gunicorn" }
        },
        {
          "name": "a second line",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.parent_has_accepted": true, "proc.args": "-c nslookup example.org\nid", "proc.pname": "server" }
        }
      ],
      "silentOn": [
        {
          "name": "a simple command",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.parent_has_accepted": true, "proc.args": "-c convert in.png out.jpg", "proc.pname": "server" }
        },
        {
          "name": "a build's recipe",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.parent_has_accepted": false, "proc.args": "-c cd src && make; echo done", "proc.pname": "make" }
        },
        {
          "name": "a script",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.parent_has_accepted": true, "proc.args": "/srv/shop/report.sh a;b", "proc.pname": "server" }
        },
        {
          "name": "no shell in between",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": false, "proc.parent_has_accepted": true, "proc.args": "-c a;b", "proc.pname": "server" }
        }
      ]
    },
    {
      "id": "process-network-tool",
      "title": "A network tool was executed",
      "description": "A tool was executed that scans networks, listens to their traffic, or carries connections and shells from one machine to another. Administrators have it at hand; an application or a build seldom needs it, while an intruder uses it to look around and to get further.",
      "trigger": "An execution succeeds of a program with one of the listed names. Questions to the name service, ping and downloads do not count.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.program in ($names)",
      "message": "The network tool %proc.program (%proc.exepath) was executed",
      "object": "%proc.program",
      "criteria": {
        "names": {
          "type": "programs",
          "default": [
            "nc", "nc.openbsd", "nc.traditional", "ncat", "netcat", "socat", "socat1", "telnet", "inetutils-telnet", "telnet.netkit", "cryptcat",
            "pwncat", "nmap", "nping", "masscan", "zmap", "zgrab", "zgrab2", "rustscan", "naabu", "pnscan", "unicornscan", "hping3", "arp-scan",
            "netdiscover", "nbtscan", "tcpdump", "tshark", "dumpcap", "termshark", "ngrep", "tcpflow", "dsniff", "p0f", "kismet", "airodump-ng",
            "aireplay-ng", "ettercap", "bettercap", "arpspoof", "dnsspoof", "yersinia", "responder", "Responder.py", "mitmproxy", "mitmdump", "mitmweb",
            "sslstrip", "chisel", "ligolo-ng", "gost", "frpc", "frps", "ngrok", "bore", "iodine", "iodined", "dnscat", "dnscat2", "ptunnel",
            "ptunnel-ng", "microsocks", "proxychains", "proxychains4", "proxychains-ng", "gs-netcat", "hydra", "medusa", "ncrack", "patator",
            "patator.py"
          ],
          "meaning": "Names of programs that scan, listen to or forward network traffic."
        }
      },
      "example": {
        "text": "A miner's worm that spread through Docker interfaces left open to the internet installed masscan in each container it took and let it scan random networks for the next victims.",
        "date": "2025-05",
        "reference": "https://securebulletin.com/dero-miner-container-infection-campaign"
      },
      "remedy": "Find out what started it: the parent's name is in the alert. If no script of yours did, treat the machine as taken over, and leave such tools out of images for production. A check that only waits for a port can do that in the program itself; if you use the tool on purpose, take its name from the list or make an exception.",
      "tags": { "attack": ["T1046", "T1040", "T1095"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "netcat",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "nc.openbsd", "proc.exepath": "/usr/bin/nc.openbsd" }
        },
        {
          "name": "a port scanner",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "masscan", "proc.exepath": "/usr/bin/masscan" }
        },
        {
          "name": "a tool that somebody brought along",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "chisel", "proc.exepath": "/home/eve/chisel" }
        }
      ],
      "silentOn": [
        {
          "name": "a download",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "curl", "proc.exepath": "/usr/bin/curl" }
        },
        {
          "name": "a question to the name service",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "dig", "proc.exepath": "/usr/bin/dig" }
        },
        {
          "name": "ssh",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "ssh", "proc.exepath": "/usr/bin/ssh" }
        },
        {
          "name": "a name that merely begins alike",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "ncdu", "proc.exepath": "/usr/bin/ncdu" }
        },
        {
          "name": "it is not installed",
          "event": { "evt.type": "execve", "evt.rawres": -2, "proc.program": "nc", "proc.exepath": "/usr/bin/dash" }
        }
      ]
    },
    {
      "id": "process-package-manager",
      "title": "A package manager was executed",
      "description": "A package manager was executed. When software is installed that is the point; in a program that is already installed and running it means that the code changes under way, by whatever the registry delivers at that moment and with the install scripts that come with it.",
      "trigger": "An execution succeeds of a program whose name matches one of the patterns. This is no sign of anything in a build, therefore the alert is off unless a policy for running programs switches it on.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.program glob anyof ($names)",
      "message": "The package manager %proc.program (%proc.exepath) was executed",
      "object": "%proc.program",
      "criteria": {
        "names": {
          "type": "programs",
          "default": [
            "apt", "apt-get", "aptitude", "dpkg", "dnf", "dnf-*", "dnf5", "microdnf", "yum", "rpm", "zypper", "pacman", "apk", "emerge", "xbps-install",
            "opkg", "snap", "flatpak", "brew", "brew.sh", "nix", "nix-env", "nix-shell", "guix", "conda", "mamba", "micromamba", "pip", "pip[23]",
            "pip[23].*", "pipx", "uv", "uvx", "poetry", "pdm", "easy_install*", "ensurepip", "npm", "npm-cli.js", "npx", "npx-cli.js", "yarn", "yarn.js",
            "yarnpkg", "pnpm", "pnpm.*", "pnpx", "bun", "bunx", "corepack", "corepack.js", "bower", "gem", "gem[23]*", "bundle", "bundler", "composer",
            "composer.phar", "cpan", "cpanm", "luarocks", "opam", "cabal"
          ],
          "meaning": "Programs that install software, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2019-3462: apt followed redirections of a mirror without checking their text, so that whoever stood between could make any package of his own look right. It was installed as root wherever apt-get ran.",
        "date": "2019-01-22",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2019-3462"
      },
      "remedy": "If a running service or a test did it, find the caller and move the installation into the build, from a lock file with checksums; leave the package manager out of the image. If the command is a build, switch the alert off for it.",
      "tags": { "attack": ["T1195.002", "T1072"], "attackVersion": "18.1", "cwe": ["CWE-494"] },
      "firesOn": [
        {
          "name": "a system package manager",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "apt-get", "proc.exepath": "/usr/bin/apt-get" }
        },
        {
          "name": "a module of an interpreter",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "pip", "proc.exepath": "/usr/bin/python3.11" }
        },
        {
          "name": "a script of an interpreter",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "npm-cli.js", "proc.exepath": "/usr/bin/node" }
        }
      ],
      "silentOn": [
        {
          "name": "a question to the package database",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "dpkg-query", "proc.exepath": "/usr/bin/dpkg-query" }
        },
        {
          "name": "an application of the same interpreter",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "app.py", "proc.exepath": "/usr/bin/python3.11" }
        },
        {
          "name": "a name that merely begins alike",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "snapper", "proc.exepath": "/usr/bin/snapper" }
        },
        {
          "name": "it is not installed",
          "event": { "evt.type": "execve", "evt.rawres": -2, "proc.program": "apt-get", "proc.exepath": "/usr/bin/dash" }
        }
      ]
    },
    {
      "id": "process-compiler",
      "title": "A compiler was executed",
      "description": "A compiler, assembler or linker was executed. In a build nothing is more ordinary; on a machine where programs only run, it is how code that was brought as source becomes a program that fits the machine and that no scanner knows.",
      "trigger": "An execution succeeds of a program whose name matches one of the patterns. This is no sign of anything in a build, therefore the alert is off unless a policy for running programs switches it on.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.program glob anyof ($names)",
      "message": "The compiler %proc.program (%proc.exepath) was executed",
      "object": "%proc.program",
      "criteria": {
        "names": {
          "type": "programs",
          "default": [
            "cc", "c++", "c89", "c99", "cpp", "gcc", "gcc-[0-9]*", "*-gcc", "*-gcc-[0-9]*", "g++", "g++-[0-9]*", "*-g++", "*-g++-[0-9]*", "cc1",
            "cc1plus", "collect2", "lto1", "clang", "clang-[0-9]*", "clang++", "clang++-[0-9]*", "tcc", "icc", "icx", "as", "*-linux-gnu-as", "nasm",
            "yasm", "ld", "ld.bfd", "ld.gold", "ld.lld", "*-linux-gnu-ld", "*-linux-gnu-ld.*", "lld", "mold", "gfortran", "gfortran-[0-9]*",
            "*-gfortran-[0-9]*", "flang*", "rustc", "cargo", "go", "gccgo", "swiftc", "swift-frontend", "zig", "dmd", "ldc2", "gdc", "nim", "ghc",
            "ghc-[0-9]*", "ocamlc*", "ocamlopt*", "fpc", "gnat*", "javac", "kotlinc", "scalac", "csc", "mcs", "tsc", "erlc", "nvcc"
          ],
          "meaning": "Compilers, assemblers and linkers, as patterns of their names."
        }
      },
      "example": {
        "text": "The Slapper worm came to web servers through OpenSSL's flaw CVE-2002-0656 as C source text and had gcc compile it on each victim before it ran.",
        "date": "2002-09",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2002-0656"
      },
      "remedy": "Find out who called the compiler and what it made. Leave compilers out of images and machines that only run programs. If the program compiles for its work, as some tuning and plug-in systems do, make an exception for it; if the command is a build, switch the alert off.",
      "tags": { "attack": ["T1027.004"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "gcc",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "x86_64-linux-gnu-gcc-12", "proc.exepath": "/usr/bin/x86_64-linux-gnu-gcc-12" }
        },
        {
          "name": "what gcc starts",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "cc1", "proc.exepath": "/usr/libexec/gcc/x86_64-linux-gnu/12/cc1" }
        },
        {
          "name": "another language's",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "rustc", "proc.exepath": "/usr/bin/rustc" }
        }
      ],
      "silentOn": [
        {
          "name": "an interpreter",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "app.py", "proc.exepath": "/usr/bin/python3.11" }
        },
        {
          "name": "a tool of the compiler's package",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "x86_64-linux-gnu-gcov-12", "proc.exepath": "/usr/bin/x86_64-linux-gnu-gcov-12" }
        },
        {
          "name": "the lister of libraries",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "ldconfig", "proc.exepath": "/usr/sbin/ldconfig" }
        },
        {
          "name": "it is not installed",
          "event": { "evt.type": "execve", "evt.rawres": -2, "proc.program": "gcc", "proc.exepath": "/usr/bin/dash" }
        }
      ]
    },
    {
      "id": "process-not-allowed",
      "title": "A program was executed that is not allowed",
      "description": "The policy says which programs may be executed, and another one was. For an application whose helpers are known, such a list is the strictest protection: what an intruder or a changed dependency brings along is not on it.",
      "trigger": "An execution succeeds of an executable that no pattern in paths matches. While the list is empty nothing is raised. For a script the interpreter is what is executed.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and $paths exists and not proc.exepath glob anyof ($paths)",
      "message": "%proc.program was executed from %proc.exepath, which the policy does not allow",
      "object": "%proc.exepath",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [],
          "meaning": "The executables that may be executed, as patterns of their paths; everything is allowed while it is empty."
        }
      },
      "example": {
        "text": "SUNSPOT: a program that had no place on SolarWinds' build server watched there for the compiler and exchanged one source file while it ran, so that up to 18,000 customers got a back door in a signed update.",
        "date": "2021-01-11",
        "reference": "https://www.crowdstrike.com/blog/sunspot-malware-technical-analysis/"
      },
      "remedy": "If you did not expect the program, find out who brought it and who started it before you allow anything. If it belongs to the application, add its path to the list, as narrow as it can be: a directory that the application itself may write should never be in it.",
      "tags": { "attack": ["T1204.002", "T1195.002"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a program from elsewhere",
          "criteria": { "paths": ["/usr/bin/*", "/srv/shop/bin/server"] },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/home/eve/x", "proc.program": "x" }
        },
        {
          "name": "a sibling of an allowed program",
          "criteria": { "paths": ["/usr/bin/*", "/srv/shop/bin/server"] },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/srv/shop/bin/server2", "proc.program": "server2" }
        },
        {
          "name": "an allowed name that is a link to another place",
          "criteria": { "paths": ["/usr/bin/*", "/srv/shop/bin/server"] },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": ["/usr/bin/tool", "/home/eve/x"], "proc.program": "x" }
        }
      ],
      "silentOn": [
        {
          "name": "no list was given",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/home/eve/x", "proc.program": "x" }
        },
        {
          "name": "an allowed program",
          "criteria": { "paths": ["/usr/bin/*", "/srv/shop/bin/server"] },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/srv/shop/bin/server", "proc.program": "server" }
        },
        {
          "name": "an allowed directory",
          "criteria": { "paths": ["/bin/*", "/usr/bin/*"] },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": ["/bin/true", "/usr/bin/true"], "proc.program": "true" }
        },
        {
          "name": "refused",
          "criteria": { "paths": ["/usr/bin/*", "/srv/shop/bin/server"] },
          "event": { "evt.type": "execve", "evt.rawres": -13, "proc.exepath": "/home/eve/x", "proc.program": "x" }
        }
      ]
    },
    {
      "id": "process-anti-debugging",
      "title": "A process tried to keep debuggers away",
      "description": "A process asked to be traced by its parent, which leaves no place for a debugger, or made its memory unreadable for others of its user. Malware does so to find out that it is watched, or not to be. Programs that hold passwords and keys do it as well and are excepted. A look at one's own TracerPid is a further way; since virtual machines, allocators and sanitizers read the same file for other reasons, it counts only where a policy names the file.",
      "trigger": "ptrace is called with PTRACE_TRACEME or prctl sets PR_SET_DUMPABLE to 0, or a process opens one of selfFiles about itself. Attempts count: under dftrace, which traces already, the first cannot succeed.",
      "condition": "((evt.type = ptrace and evt.arg.request = PTRACE_TRACEME) or (evt.type = prctl and evt.arg.option = PR_SET_DUMPABLE and evt.rawarg.arg2 = 0) or (evt.is_open_read = true and fd.name glob anyof ($selfFiles) and target.is_self = true)) and not proc.program glob anyof ($programs)",
      "message": "%proc.program looked for a debugger or shut it out by %evt.type",
      "object": "%proc.program %evt.type",
      "criteria": {
        "selfFiles": {
          "type": "paths",
          "default": [],
          "meaning": "Files about itself that a program reads to see a debugger, as patterns: \"/proc/*/status\" shows TracerPid, but is read for other reasons too, therefore the list is empty."
        },
        "programs": {
          "type": "programs",
          "default": [
            "gdb", "gdb-multiarch", "gdbserver", "lldb", "lldb-server", "dlv", "rr", "strace", "ltrace", "uftrace", "perf", "valgrind", "vgdb", "py-spy",
            "rbspy", "criu", "reptyr", "eu-stack", "crashpad_handler", "proot", "dftrace", "kcov", "tarpaulin", "cargo-tarpaulin", "catchsegv", "gpg",
            "gpg2", "gpgsm", "gpgv", "gpgconf", "gpg-agent", "gpg-connect-agent", "scdaemon", "dirmngr", "keyboxd", "pinentry*", "ssh", "ssh-add",
            "ssh-agent", "ssh-keygen", "ssh-keysign", "sshd", "sshd-session", "sshd-auth", "sftp-server", "sudo", "su", "doas", "pkexec", "polkit*",
            "login", "unix_chkpwd", "passwd", "cryptsetup", "age", "pass", "keepassxc", "keepassxc-cli", "keepassxc-proxy", "bitwarden", "bw",
            "1password", "op", "vault", "gnome-keyring-daemon", "gcr-ssh-agent", "kwalletd*", "secret-tool", "chrome", "chromium*", "google-chrome*",
            "brave*", "msedge", "opera", "vivaldi*", "electron", "code", "slack", "signal-desktop", "firefox*", "thunderbird*", "swaylock",
            "xscreensaver*", "kcheckpass", "kscreenlocker*", "tor", "chronyd", "proftpd", "vsftpd", "postfix", "systemd*", "(sd-*", "docker-init",
            "runc", "crun", "youki", "conmon", "bwrap", "flatpak*", "snap-confine", "lxc*", "nsjail", "firejail", "qemu-system-*"
          ],
          "meaning": "Debuggers, and programs that protect secrets or a sandbox this way, as patterns of their names."
        }
      },
      "example": {
        "text": "The back door in xz 5.6.0 and 5.6.1 (CVE-2024-3094) looked for debuggers before it did anything: under rr, and sometimes under gdb, it stayed quiet, which made it the harder to examine.",
        "date": "2024-03-29",
        "reference": "https://www.openwall.com/lists/oss-security/2024/03/29/4"
      },
      "remedy": "If it is a library or a tool that you did not write, ask what it has to hide and read its source before you run it again; the alert has the address of the call. If your program protects its own secrets this way, that is sound: add it to the programs.",
      "tags": { "attack": ["T1622"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "it asks to be traced, and sees by the answer that it is",
          "event": { "evt.type": "ptrace", "evt.rawres": -1, "evt.failed": true, "evt.arg.request": "PTRACE_TRACEME", "proc.program": "installer" }
        },
        {
          "name": "it makes its memory unreadable",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.option": "PR_SET_DUMPABLE", "evt.rawarg.arg2": 0, "proc.program": "helper" }
        },
        {
          "name": "it reads who traces it, where a policy counts that",
          "criteria": { "selfFiles": ["/proc/*/status"] },
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": ["/proc/self/status", "/proc/99/status"], "target.is_self": true, "proc.program": "helper" }
        }
      ],
      "silentOn": [
        {
          "name": "an allocator reads its own status",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": ["/proc/self/status", "/proc/99/status"], "target.is_self": true, "proc.program": "java" }
        },
        {
          "name": "a debugger starts a program",
          "event": { "evt.type": "ptrace", "evt.rawres": 0, "evt.arg.request": "PTRACE_TRACEME", "proc.program": "gdb" }
        },
        {
          "name": "an agent protects its keys",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.arg.option": "PR_SET_DUMPABLE", "evt.rawarg.arg2": 0, "proc.program": "gpg-agent" }
        },
        {
          "name": "it allows core dumps",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.arg.option": "PR_SET_DUMPABLE", "evt.rawarg.arg2": 1, "proc.program": "nginx" }
        },
        {
          "name": "another process's status",
          "criteria": { "selfFiles": ["/proc/*/status"] },
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/812/status", "target.is_self": false, "proc.program": "watcher" }
        }
      ]
    },
    {
      "id": "process-environment-of-another",
      "title": "Another process's environment or arguments were read",
      "description": "A process opened the environment or the arguments of a process outside the run. Passwords and tokens are handed to programs that way, and whoever runs as the same user can read them there. Tools that list processes do it all the time and are excepted; a program that does it besides its real work is looking for secrets or for prey.",
      "trigger": "One of the listed files in /proc is opened for reading, of a process that is neither the caller nor part of the run. The attempt counts.",
      "condition": "evt.is_open_read = true and fd.name glob anyof ($files) and target.is_self = false and target.is_in_run = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program opened %fd.name of process %target.pid, which is not part of the run",
      "object": "%fd.filename",
      "criteria": {
        "files": {
          "type": "paths",
          "default": ["/proc/*/environ", "/proc/*/cmdline", "/proc/*/task/*/environ", "/proc/*/task/*/cmdline"],
          "meaning": "The files that show what a process was started with, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "ps", "pgrep", "pkill", "pidof", "pidwait", "skill", "snice", "killall", "killall5", "pstree", "pstree.x11", "prtstat", "peekfd", "pmap",
            "pwdx", "w", "who", "uptime", "tload", "free", "vmstat", "top", "htop", "btop", "btop++", "atop", "iotop*", "iftop", "nethogs", "nvtop",
            "glances", "bpytop", "smem", "ps_mem*", "procs", "bottom", "btm", "lsof", "fuser", "ss", "netstat", "lsns", "lslocks", "nsenter", "systemd*",
            "(sd-*", "systemctl", "loginctl", "journalctl", "init", "openrc*", "start-stop-daemon", "runit*", "supervisord", "monit", "polkitd",
            "dbus-daemon", "dbus-broker*", "rtkit-daemon", "NetworkManager", "udisksd", "upowerd", "gnome-*", "ksysguard*", "plasma*", "busybox",
            "toybox", "virt-what", "needrestart", "checkrestart", "needs-restarting", "debsums", "dpkg", "apt-get", "jps", "jcmd", "jstack", "jmap",
            "jstat", "jinfo", "jhsdb", "gcore", "pstack", "crash", "sysdig", "bpftrace", "auditd", "falco", "tracee", "tetragon", "osqueryd", "osqueryi",
            "node_exporter", "process-exporter", "prometheus-node-exporter", "cadvisor", "kubelet", "telegraf", "collectd", "datadog-agent",
            "process-agent", "system-probe", "zabbix_agent*", "netdata", "apps.plugin", "munin-node", "facter", "ohai", "puppet", "docker", "dockerd",
            "containerd", "containerd-shim*", "runc", "crun", "podman", "conmon", "snapd", "lxc*", "earlyoom", "tmux*", "screen", "zellij",
            "gnome-terminal-server", "konsole", "kitty", "wezterm*", "alacritty", "sshd", "sshd-session", "poetry", "pipenv", "pdm", "virtualenv",
            "starship", "gdb", "gdb-multiarch", "gdbserver", "lldb", "lldb-server", "dlv", "rr", "strace", "ltrace", "uftrace", "perf", "valgrind",
            "vgdb", "py-spy", "rbspy", "criu", "reptyr", "eu-stack", "crashpad_handler", "proot", "dftrace"
          ],
          "meaning": "Programs that list, watch or debug processes, or ask for the shell they were started from, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2016-7916: a race in the kernel let any user who read a process's /proc/PID/environ while it was being started see parts of the kernel's memory instead of the environment.",
        "date": "2016-11-16",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-7916"
      },
      "remedy": "If you did not expect it, treat what the other processes were given as known to others, and change it. Give secrets to programs by files that only they can read or by a descriptor, and run what you trust less as another user or in a container; hidepid=2 hides processes of others. A monitor of your own belongs into the programs.",
      "tags": { "attack": ["T1057", "T1552"], "attackVersion": "18.1", "cwe": ["CWE-214", "CWE-526"] },
      "firesOn": [
        {
          "name": "an install script goes through all environments",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/812/environ", "fd.filename": "environ", "target.is_self": false, "target.is_in_run": false, "target.pid": 812, "proc.program": "setup.py" }
        },
        {
          "name": "the first process's arguments",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/1/cmdline", "fd.filename": "cmdline", "target.is_self": false, "target.is_in_run": false, "target.pid": 1, "proc.program": "helper" }
        },
        {
          "name": "by a thread's name",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/812/task/813/environ", "fd.filename": "environ", "target.is_self": false, "target.is_in_run": false, "target.pid": 812, "proc.program": "helper" }
        }
      ],
      "silentOn": [
        {
          "name": "its own environment",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/self/environ", "fd.filename": "environ", "target.is_self": true, "target.is_in_run": true, "target.pid": 99, "proc.program": "app" }
        },
        {
          "name": "its own child",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/100/cmdline", "fd.filename": "cmdline", "target.is_self": false, "target.is_in_run": true, "target.pid": 100, "proc.program": "app" }
        },
        {
          "name": "ps",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/812/environ", "fd.filename": "environ", "target.is_self": false, "target.is_in_run": false, "target.pid": 812, "proc.program": "ps" }
        },
        {
          "name": "the kernel's own command line",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/cmdline", "fd.filename": "cmdline", "proc.program": "app" }
        },
        {
          "name": "a state that holds no secrets",
          "event": { "evt.type": "openat", "evt.is_open_read": true, "fd.name": "/proc/812/stat", "fd.filename": "stat", "target.is_self": false, "target.is_in_run": false, "target.pid": 812, "proc.program": "app" }
        }
      ]
    },
    {
      "id": "process-killed-another",
      "title": "A signal was sent to a process outside the run",
      "description": "A process sent a signal to a process that this run did not start. Miners and extortion software end their rivals, the guards of the machine and the databases whose files they want; a test that looks for processes by name does the same by mistake.",
      "trigger": "kill or one of its relatives succeeds with a signal other than 0 for a process outside the run. Asking whether a process is there (signal 0) and refused attempts do not count.",
      "condition": "evt.type in (kill, tkill, tgkill, rt_sigqueueinfo, rt_tgsigqueueinfo) and evt.rawarg.sig != 0 and evt.failed = false and target.is_in_run = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program sent %evt.arg.sig to process %target.pid (%target.exepath)",
      "object": "%target.exepath %evt.arg.sig",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "systemd*", "(sd-*", "systemctl", "init", "openrc*", "start-stop-daemon", "killall5", "runsv", "runsvdir", "s6-*", "supervisord",
            "supervisorctl", "monit", "daemontools", "earlyoom", "cron", "crond", "logrotate", "docker", "dockerd", "containerd", "containerd-shim*",
            "runc", "crun", "youki", "podman", "conmon", "buildah", "lxc*", "tini", "dumb-init", "nginx", "apache2", "httpd", "haproxy", "php-fpm*",
            "uwsgi", "unicorn*", "puma*", "pumactl", "gunicorn", "master", "postfix", "postgres", "pg_ctl", "pg_ctlcluster", "mysqld*", "mariadbd*",
            "rndc", "dhclient", "dhcpcd", "dnsmasq", "NetworkManager", "tmux*", "screen*", "sudo", "su", "sshd", "sshd-session", "login", "ssh-agent",
            "gpg-agent", "dirmngr", "Xorg", "Xvfb", "Xwayland", "watchman", "gdb", "gdb-multiarch", "gdbserver", "lldb", "lldb-server", "dlv", "rr",
            "strace", "ltrace", "uftrace", "perf", "valgrind", "vgdb", "py-spy", "rbspy", "criu", "reptyr", "eu-stack", "crashpad_handler", "proot",
            "dftrace"
          ],
          "meaning": "Service managers, container runtimes and servers that signal their own instances, as patterns of their names."
        }
      },
      "example": {
        "text": "Miners installed through WebLogic's flaw CVE-2017-10271 came with a shell script that first killed the other mining processes on the server, so as to have its processors to itself.",
        "date": "2018-05",
        "reference": "https://www.scworld.com/news/oracle-weblogic-vulnerability-exploited-for-cryptominers-for-second-time-this-year"
      },
      "remedy": "Look at the target in the alert: if it was a guard, a log or a database, treat the machine as taken over. A script of yours should end what it started by the process id it got then, not by a name; where it is meant to signal a service, make an exception for that target.",
      "tags": { "attack": ["T1489", "T1562.001"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "a rival is ended",
          "event": { "evt.type": "kill", "evt.rawres": 0, "evt.failed": false, "evt.arg.sig": "SIGKILL", "evt.rawarg.sig": 9, "target.is_in_run": false, "target.pid": 812, "target.exepath": "/opt/agent/agentd", "proc.program": "miner.sh" }
        },
        {
          "name": "a server is told to stop",
          "event": { "evt.type": "rt_sigqueueinfo", "evt.rawres": 0, "evt.failed": false, "evt.arg.sig": "SIGTERM", "evt.rawarg.sig": 15, "target.is_in_run": false, "target.pid": 700, "target.exepath": "/usr/sbin/mariadbd", "proc.program": "locker" }
        },
        {
          "name": "one thread",
          "event": { "evt.type": "tgkill", "evt.rawres": 0, "evt.failed": false, "evt.arg.sig": "SIGKILL", "evt.rawarg.sig": 9, "target.is_in_run": false, "target.pid": 812, "target.exepath": "/opt/agent/agentd", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "its own child",
          "event": { "evt.type": "kill", "evt.rawres": 0, "evt.failed": false, "evt.arg.sig": "SIGTERM", "evt.rawarg.sig": 15, "target.is_in_run": true, "target.pid": 100, "target.exepath": "/usr/bin/sleep", "proc.program": "app" }
        },
        {
          "name": "is it still there",
          "event": { "evt.type": "kill", "evt.rawres": 0, "evt.failed": false, "evt.rawarg.sig": 0, "target.is_in_run": false, "target.pid": 812, "target.exepath": "/opt/agent/agentd", "proc.program": "app" }
        },
        {
          "name": "refused",
          "event": { "evt.type": "kill", "evt.rawres": -1, "evt.failed": true, "evt.arg.sig": "SIGKILL", "evt.rawarg.sig": 9, "target.is_in_run": false, "target.pid": 1, "target.exepath": "/usr/lib/systemd/systemd", "proc.program": "app" }
        },
        {
          "name": "a server tells its older instance to end",
          "event": { "evt.type": "kill", "evt.rawres": 0, "evt.failed": false, "evt.arg.sig": "SIGQUIT", "evt.rawarg.sig": 3, "target.is_in_run": false, "target.pid": 700, "target.exepath": "/usr/sbin/nginx", "proc.program": "nginx" }
        },
        {
          "name": "a process aborts itself",
          "event": { "evt.type": "tgkill", "evt.rawres": 0, "evt.failed": false, "evt.arg.sig": "SIGABRT", "evt.rawarg.sig": 6, "target.is_in_run": true, "target.pid": 99, "target.exepath": "/srv/shop/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "process-core-dumped",
      "title": "A process's memory was written to a core",
      "description": "A process was ended by a signal and the kernel wrote its memory into a core, or handed it to the program that kernel.core_pattern names. Passwords, keys and personal data that the program held are in there in the clear, and stay on disk until somebody removes them. Cores end up in project directories, archives of build results and crash reports.",
      "trigger": "A process ends by a signal and the kernel says that a core was dumped, also when the core was cut short by the limit. A process that ends by a signal while its limit for cores is 0 does not count.",
      "condition": "evt.type = procexit and proc.core_dumped = true",
      "message": "%proc.program was ended by %proc.exit_signal and left a core (core_pattern is %node.core_pattern)",
      "object": "%proc.program",
      "example": {
        "text": "CVE-2025-4598: a local user could make a set-user-id program crash and quickly put another process in its place, and systemd-coredump then let the user read the core of the privileged one. That of unix_chkpwd held the password hashes of /etc/shadow.",
        "date": "2025-05",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2025-4598"
      },
      "remedy": "Remove the core, and change the secrets that the process held if others could read it or if it went into an archive. Keep cores from being written where nobody needs them: ulimit -c 0, LimitCORE=0, or prctl(PR_SET_DUMPABLE, 0) in a program that holds keys. To look for the cause of a crash, collect cores in a directory that only you can read, and make an exception for the program.",
      "tags": { "attack": ["T1003"], "attackVersion": "18.1", "cwe": ["CWE-528"] },
      "firesOn": [
        {
          "name": "it was told to quit and dump",
          "event": { "evt.type": "procexit", "proc.core_dumped": true, "proc.exit_signal": "SIGQUIT", "proc.program": "app", "node.core_pattern": "core" }
        },
        {
          "name": "it ran into its limit of processor time",
          "event": { "evt.type": "procexit", "proc.core_dumped": true, "proc.exit_signal": "SIGXCPU", "proc.program": "solver", "node.core_pattern": "|/usr/lib/systemd/systemd-coredump" }
        }
      ],
      "silentOn": [
        {
          "name": "it exited",
          "event": { "evt.type": "procexit", "proc.core_dumped": false, "proc.program": "app", "node.core_pattern": "core" }
        },
        {
          "name": "it was asked to end",
          "event": { "evt.type": "procexit", "proc.core_dumped": false, "proc.exit_signal": "SIGTERM", "proc.program": "app", "node.core_pattern": "core" }
        },
        {
          "name": "it was told to quit and the limit for cores is 0",
          "event": { "evt.type": "procexit", "proc.core_dumped": false, "proc.exit_signal": "SIGQUIT", "proc.program": "app", "node.core_pattern": "core" }
        }
      ]
    },
    {
      "id": "process-kernel-module",
      "title": "A kernel module or another kernel was to be loaded",
      "description": "The process asked the kernel to load or remove a module, or to replace itself by another kernel. Code in a module can do anything and can hide files, processes and connections from every tool on the machine. Applications, builds and tests have no need for it.",
      "trigger": "init_module, finit_module, delete_module, kexec_load or kexec_file_load is called; the attempt counts. The programs that load modules on behalf of the system do not count, unless they load one from outside the directories of installed modules, as insmod does with a path.",
      "condition": "evt.type in (init_module, finit_module, delete_module, kexec_load, kexec_file_load) and (not proc.program in ($programs) or (evt.type = finit_module and not fd.name pmatch ($directories)))",
      "message": "%proc.program called %evt.type",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": ["kmod", "modprobe", "insmod", "rmmod", "systemd", "systemd-modules-load", "systemd-udevd", "udevadm", "udevd"],
          "meaning": "Programs that load and remove the system's own modules. modprobe, insmod and rmmod are other names of kmod."
        },
        "directories": {
          "type": "paths",
          "default": ["/lib/modules", "/usr/lib/modules", "/nix/store"],
          "meaning": "Directories of installed modules. A module from elsewhere counts whoever loads it."
        }
      },
      "example": {
        "text": "Skidmap, a cryptocurrency miner, installed several kernel modules on the servers it took over. They hid its files and falsified what the machine said about its network traffic and the load of its processors.",
        "date": "2019-09",
        "reference": "https://attack.mitre.org/software/S0468/"
      },
      "remedy": "If you did not expect it, look at the program that asked, and take the machine for lost if the call succeeded: start it from other media and install it anew. Run applications without CAP_SYS_MODULE and CAP_SYS_BOOT, and set kernel.modules_disabled = 1 once the machine is up. If the program is a driver's installer that you chose, make an exception for it.",
      "tags": { "attack": ["T1547.006", "T1014"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a program loads a module itself",
          "event": { "evt.type": "init_module", "evt.rawres": 0, "evt.failed": false, "proc.program": "setup" }
        },
        {
          "name": "the attempt counts when it is refused",
          "event": { "evt.type": "finit_module", "evt.rawres": -1, "evt.failed": true, "fd.name": "/srv/app/x.ko", "proc.program": "app" }
        },
        {
          "name": "insmod loads a file from elsewhere",
          "event": { "evt.type": "finit_module", "evt.rawres": 0, "evt.failed": false, "fd.name": "/tmp/.x/rootkit.ko", "proc.program": "kmod" }
        },
        {
          "name": "another kernel is to take over",
          "event": { "evt.type": "kexec_file_load", "evt.rawres": -1, "evt.failed": true, "fd.name": "/boot/vmlinuz", "proc.program": "kexec" }
        }
      ],
      "silentOn": [
        {
          "name": "modprobe loads an installed module",
          "event": { "evt.type": "finit_module", "evt.rawres": 0, "evt.failed": false, "fd.name": ["/lib/modules/6.1.0-18-amd64/kernel/fs/fuse/fuse.ko", "/usr/lib/modules/6.1.0-18-amd64/kernel/fs/fuse/fuse.ko"], "proc.program": "kmod" }
        },
        {
          "name": "udev loads a driver",
          "event": { "evt.type": "finit_module", "evt.rawres": 0, "evt.failed": false, "fd.name": "/usr/lib/modules/6.1.0-18-amd64/kernel/drivers/usb/storage/usb-storage.ko", "proc.program": "systemd-udevd" }
        },
        {
          "name": "rmmod removes a module",
          "event": { "evt.type": "delete_module", "evt.rawres": 0, "evt.failed": false, "proc.program": "kmod" }
        },
        {
          "name": "the list of modules is read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "fd.name": "/proc/modules", "proc.program": "lsmod" }
        }
      ]
    },
    {
      "id": "process-bpf-loaded",
      "title": "A BPF program was to be loaded into the kernel",
      "description": "The process handed the kernel a BPF program to run. Such a program can see and change packets, system calls and what other processes read, and faults of the kernel's verifier have made ordinary users root. Networking and observation tools load them; an application, a build or a test does not.",
      "trigger": "bpf is called with BPF_PROG_LOAD; the attempt counts. Reading and making maps does not, nor do socket filters by setsockopt and seccomp filters. Service managers, container runtimes and known tools for observation are excepted.",
      "condition": "evt.type = bpf and evt.arg.cmd = BPF_PROG_LOAD and not proc.program glob anyof ($programs)",
      "message": "%proc.program (%proc.exepath) tried to load a BPF program",
      "object": "%proc.exepath",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "systemd", "systemd-*", "(sd-*", "NetworkManager", "docker", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "youki", "podman",
            "buildah", "conmon", "lxc*", "incusd", "snap-confine", "snap", "libvirtd", "virtqemud", "tc", "ip", "bpftrace", "perf", "cilium*",
            "calico-node", "falco", "tetragon", "tracee"
          ],
          "meaning": "Service managers, container runtimes, and networking and observation tools, as patterns of their names. bpftool is missing on purpose: it loads whatever it is given."
        }
      },
      "example": {
        "text": "CVE-2022-23222: the kernel's verifier let BPF programs calculate with some pointers that might be null. A local user could load a program that wrote to the kernel's memory and become root.",
        "date": "2022-01-14",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-23222"
      },
      "remedy": "Find out which program loaded it and why; bpftool prog show lists what is loaded now. If you did not expect it, treat the machine as taken over. Set kernel.unprivileged_bpf_disabled to 1 or 2 and run applications without CAP_BPF and CAP_SYS_ADMIN. A profiler or network tool that you use on purpose belongs into the list of programs.",
      "tags": { "attack": ["T1014", "T1068"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "an implant hooks the kernel",
          "event": { "evt.type": "bpf", "evt.rawres": 7, "evt.failed": false, "evt.arg.cmd": "BPF_PROG_LOAD", "proc.exepath": "/usr/bin/.dbus", "proc.program": ".dbus" }
        },
        {
          "name": "the attempt counts when it is refused",
          "event": { "evt.type": "bpf", "evt.rawres": -1, "evt.failed": true, "evt.arg.cmd": "BPF_PROG_LOAD", "proc.exepath": "/srv/app/exploit", "proc.program": "exploit" }
        }
      ],
      "silentOn": [
        {
          "name": "systemd limits a service's devices",
          "event": { "evt.type": "bpf", "evt.rawres": 7, "evt.failed": false, "evt.arg.cmd": "BPF_PROG_LOAD", "proc.exepath": "/usr/lib/systemd/systemd", "proc.program": "systemd" }
        },
        {
          "name": "a container's devices are limited",
          "event": { "evt.type": "bpf", "evt.rawres": 7, "evt.failed": false, "evt.arg.cmd": "BPF_PROG_LOAD", "proc.exepath": "/usr/bin/runc", "proc.program": "runc" }
        },
        {
          "name": "a program makes a map",
          "event": { "evt.type": "bpf", "evt.rawres": 7, "evt.failed": false, "evt.arg.cmd": "BPF_MAP_CREATE", "proc.exepath": "/srv/app/probe", "proc.program": "probe" }
        },
        {
          "name": "a loaded program is looked up",
          "event": { "evt.type": "bpf", "evt.rawres": -2, "evt.failed": true, "evt.arg.cmd": "BPF_OBJ_GET", "proc.exepath": "/srv/app/probe", "proc.program": "probe" }
        }
      ]
    },
    {
      "id": "process-masqueraded",
      "title": "A process took the name of a part of the system",
      "description": "A process gave itself the name of a thread of the kernel, or was executed under the name of a system daemon that it is not. Lists of processes show these names and everybody is used to them, so that nobody looks at the process again. Ordinary programs have no reason to choose them.",
      "trigger": "A thread names itself like a thread of the kernel by prctl(PR_SET_NAME), or an execution succeeds whose first argument is such a name, or is the name of a system daemon while the executable's file has none of these names.",
      "condition": "((evt.type = prctl and evt.arg.option = PR_SET_NAME and proc.new_name glob anyof ($kernelNames)) or (evt.type in (execve, execveat) and evt.rawres = 0 and (proc.exe glob anyof ($kernelNames) or (basename(proc.exe) in ($daemons) and not basename(proc.exepath) in ($daemons))))) and not proc.exepath glob anyof ($paths)",
      "message": "%proc.exepath goes by the name of a part of the system since %evt.type",
      "object": "%proc.exepath %evt.type",
      "criteria": {
        "kernelNames": {
          "type": "texts",
          "default": [
            "[[]*[]]", "[[]kworker*", "[[]kthread*", "[[]ksoftirqd*", "kworker", "kworker/*", "kworker:*", "ksoftirqd/[0-9]*", "kthreadd",
            "kswapd[0-9]*", "kdevtmpfs", "kauditd", "khungtaskd", "khugepaged", "kcompactd[0-9]*", "kintegrityd", "kblockd", "kthrotld", "ksmd",
            "kpsmoused", "migration/[0-9]", "migration/[0-9][0-9]", "migration/[0-9][0-9][0-9]", "cpuhp/[0-9]*", "rcu_gp", "rcu_par_gp", "rcu_sched",
            "rcu_bh", "rcu_preempt", "rcu_tasks_kthread", "rcu_tasks_kthre", "mm_percpu_wq", "oom_reaper", "jbd2/*", "scsi_eh_[0-9]*", "xfsaild/*"
          ],
          "meaning": "Names of the kernel's threads, as patterns; the first is for any name in brackets, as ps shows them."
        },
        "daemons": {
          "type": "programs",
          "default": [
            "systemd", "systemd-executor", "systemd-journald", "systemd-logind", "systemd-networkd", "systemd-resolved", "systemd-timesyncd",
            "systemd-udevd", "udevd", "udevadm", "sshd", "sshd-session", "sshd-auth", "cron", "crond", "anacron", "atd", "dbus-daemon", "dbus-broker",
            "dbus-broker-launch", "rsyslogd", "syslogd", "syslog-ng", "klogd", "auditd", "agetty", "getty", "polkitd", "NetworkManager",
            "wpa_supplicant", "dhclient", "dhcpcd", "chronyd", "irqbalance", "acpid", "avahi-daemon", "udisksd", "snapd", "accounts-daemon"
          ],
          "meaning": "Names of system daemons, all names of one program included: systemd-udevd is udevadm."
        },
        "paths": {
          "type": "paths",
          "default": ["/bin/busybox*", "/usr/bin/busybox*", "/bin/toybox*", "/usr/bin/toybox*", "/nix/store/*", "/gnu/store/*", "/snap/*"],
          "meaning": "Executables that have many names or are kept under other ones."
        }
      },
      "example": {
        "text": "sedexp, malware that hid card skimmers on web servers for two years and was started by a udev rule, gave its process the name kdevtmpfs, which belongs to a thread of the kernel.",
        "date": "2024-08-19",
        "reference": "https://www.aon.com/en/insights/cyber-labs/unveiling-sedexp"
      },
      "remedy": "Look at the executable that the alert names and at who started it; if nobody knows it, treat it as malware, and keep a copy before you stop it. If a program of yours has one of these names for another reason, choose another name, or add the executable to paths.",
      "tags": { "attack": ["T1036.004", "T1036.005"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "a thread names itself like the kernel's",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.option": "PR_SET_NAME", "proc.new_name": "kworker/0:1", "proc.exe": "./run", "proc.exepath": "/srv/app/run" }
        },
        {
          "name": "a name in brackets as the first argument",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "[kthreadd]", "proc.exepath": "/tmp/.x/miner" }
        },
        {
          "name": "a script's interpreter is called sshd",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "/usr/sbin/sshd", "proc.exepath": "/usr/bin/perl" }
        }
      ],
      "silentOn": [
        {
          "name": "a thread of a pool",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.option": "PR_SET_NAME", "proc.new_name": "worker-1", "proc.exe": "app", "proc.exepath": "/srv/app/app" }
        },
        {
          "name": "a long title in brackets, cut by the kernel",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.option": "PR_SET_NAME", "proc.new_name": "[celeryd: celer", "proc.exe": "python3", "proc.exepath": "/usr/bin/python3.11" }
        },
        {
          "name": "a login shell",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "-bash", "proc.exepath": ["/bin/bash", "/usr/bin/bash"] }
        },
        {
          "name": "a shell's test",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "[", "proc.exepath": "/usr/bin/[" }
        },
        {
          "name": "the daemon itself",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "/usr/sbin/sshd", "proc.exepath": "/usr/sbin/sshd" }
        },
        {
          "name": "udevadm as systemd-udevd",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "/lib/systemd/systemd-udevd", "proc.exepath": ["/bin/udevadm", "/usr/bin/udevadm"] }
        },
        {
          "name": "an applet of busybox",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "crond", "proc.exepath": "/bin/busybox" }
        },
        {
          "name": "a script of a project's directory migration",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exe": "migration/001_users", "proc.exepath": "/srv/shop/migration/001_users" }
        },
        {
          "name": "the name is asked for",
          "event": { "evt.type": "prctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.option": "PR_GET_NAME", "proc.exe": "app", "proc.exepath": "/srv/app/app" }
        }
      ]
    },
    {
      "id": "process-secret-in-arguments",
      "title": "A program was given a secret as an argument",
      "description": "The arguments of a program that was executed hold a token, a key or a password. Every user of the machine can read the arguments of all processes, and shells, build logs and monitoring keep them. The alert never shows the arguments themselves.",
      "trigger": "An execution succeeds and the arguments hold what looks like a known kind of secret, or match one of the patterns.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and (proc.secret_in_args exists or proc.args regex anyof ($patterns)) and not proc.program in ($programs)",
      "message": "%proc.program was executed with a secret among its arguments",
      "object": "%proc.program",
      "criteria": {
        "patterns": {
          "type": "texts",
          "default": [],
          "meaning": "Regular expressions for secrets of your own, such as .*--pin=[0-9]+.*: each has to match all arguments, joined by blanks."
        },
        "programs": {
          "type": "programs",
          "default": [],
          "meaning": "Programs that may be given secrets as arguments, for example one that is only tested with made-up ones."
        }
      },
      "example": {
        "text": "CVE-2021-32638: the CodeQL runner and its documentation had users pass their GitHub token by the option --github-auth. Whoever could list the processes of the build machine, or read a log with such a list, had the token.",
        "date": "2021-05-25",
        "reference": "https://github.com/github/codeql-action/security/advisories/GHSA-g36v-2xff-pv5m"
      },
      "remedy": "Change the secret, since others may have read it. Pass secrets on standard input, in a file that only the user can read, or at least in an environment variable; most programs have an option for one of these. If it is no secret, as in a test, add the program to the list.",
      "tags": { "attack": ["T1552"], "attackVersion": "18.1", "cwe": ["CWE-214"] },
      "firesOn": [
        {
          "name": "a token in an option",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.secret_in_args": "GitHub token", "proc.args": "--github-auth (not shown)", "proc.program": "codeql-runner" }
        },
        {
          "name": "a pattern of a policy",
          "criteria": { "patterns": [".*--pin=[0-9]+.*"] },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.args": "--pin=0000 open", "proc.program": "vault-door" }
        }
      ],
      "silentOn": [
        {
          "name": "ordinary arguments",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.args": "-O2 -c main.c", "proc.program": "cc" }
        },
        {
          "name": "the name of a file that holds the secret",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.args": "--token-file /run/secrets/token", "proc.program": "app" }
        },
        {
          "name": "the execution failed",
          "event": { "evt.type": "execve", "evt.rawres": -2, "proc.secret_in_args": "GitHub token", "proc.args": "deploy", "proc.program": "sh" }
        },
        {
          "name": "a program that is excepted",
          "criteria": { "programs": ["scanner"] },
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.secret_in_args": "GitHub token", "proc.args": "--selftest (not shown)", "proc.program": "scanner" }
        }
      ]
    },
    {
      "id": "process-credential-hunting",
      "title": "A program searched files for credentials",
      "description": "A search program was started with what only keys and tokens begin with, or with the names of files that hold them. Scripts that have just broken into a machine do this to collect passwords and keys for the next one. A build or a test searches for other things.",
      "trigger": "An execution of a search program succeeds whose arguments hold one of the patterns. Whether anything was found makes no difference.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.program in ($programs) and proc.args contains anyof ($patterns)",
      "message": "%proc.pname had %proc.program search for credentials: %proc.args",
      "object": "%proc.program %proc.args",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "grep", "egrep", "fgrep", "zgrep", "bzgrep", "xzgrep", "zstdgrep", "pcregrep", "pcre2grep", "rg", "ag", "ack", "ugrep", "ug", "git-grep",
            "find", "fd", "fdfind", "bfs", "locate", "mlocate", "plocate", "strings"
          ],
          "meaning": "Programs that search files or names of files."
        },
        "patterns": {
          "type": "texts",
          "default": [
            "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "AKIA", "xoxb-", "xoxp-", "sk_live_", "npm_[", "BEGIN RSA PRIVATE", "BEGIN OPENSSH PRIVATE",
            "BEGIN EC PRIVATE", "BEGIN DSA PRIVATE", "PRIVATE KEY-----", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".aws/credentials",
            "aws_secret_access_key", "aws_access_key_id", "AWS_SECRET", ".git-credentials", ".pypirc", ".pgpass", ".docker/config.json", ".kube/config",
            "application_default_credentials", "accessTokens.json", "wallet.dat"
          ],
          "meaning": "What keys and tokens begin with, names of their variables, and names of files that hold them."
        }
      },
      "example": {
        "text": "Hildegard, malware of the group TeamTNT, came into Kubernetes clusters by kubelets that let anybody in. It searched the containers for SSH keys, cloud access keys, Docker credentials and service account tokens before it mined.",
        "date": "2021-02-03",
        "reference": "https://attack.mitre.org/software/S0601/"
      },
      "remedy": "Find out which script started the search: the alert has its ancestors. If you did not expect it, change all the credentials that the user can read, and remove the package or script that brought it. If it is your own check for secrets in the project, use a scanner made for it, or make an exception for the search.",
      "tags": { "attack": ["T1552.001", "T1552.004"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "private keys are looked for",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "find", "proc.args": "/root /home -maxdepth 3 -name id_rsa*", "proc.pname": "sh" }
        },
        {
          "name": "access keys are looked for",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "grep", "proc.args": "-rhoE AKIA[0-9A-Z]{16} /home", "proc.pname": "collect.sh" }
        },
        {
          "name": "tokens in another program's files",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "strings", "proc.args": "-n 20 /home/ann/.git-credentials", "proc.pname": "bash" }
        }
      ],
      "silentOn": [
        {
          "name": "a search in source code",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "grep", "proc.args": "-rn token src", "proc.pname": "bash" }
        },
        {
          "name": "files are found",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "find", "proc.args": ". -name *.o -newer Makefile", "proc.pname": "make" }
        },
        {
          "name": "certificates are looked for",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "grep", "proc.args": "-c BEGIN CERTIFICATE /etc/ssl/certs/ca-certificates.crt", "proc.pname": "sh" }
        },
        {
          "name": "a key is made",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "ssh-keygen", "proc.args": "-t ed25519 -f /home/ann/.ssh/id_ed25519", "proc.pname": "bash" }
        },
        {
          "name": "the key is used",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.program": "ssh", "proc.args": "-i /home/ann/.ssh/id_rsa build@example.org", "proc.pname": "git" }
        }
      ]
    },
    {
      "id": "process-fork-bomb",
      "title": "The run starts processes without end",
      "description": "The run has more processes than any ordinary build, or starts them at a rate that none keeps up. A program that starts itself again and again takes all process ids and the memory of the machine, until nobody can even log in to stop it. Sometimes that is an attack, more often a mistake in a script or a start-up hook.",
      "trigger": "A process starts while more processes of the run are alive than the limit allows, or after the run has started more a second than the rate allows, as the average of the last ten seconds.",
      "condition": "evt.type = procstart and (run.processes > $limit or run.process_rate > $rate)",
      "message": "%proc.program: the run has %run.processes processes and starts %run.process_rate a second",
      "object": "%proc.program",
      "criteria": {
        "limit": {
          "type": "number",
          "default": 2000,
          "meaning": "How many processes of the run may be alive at the same time."
        },
        "rate": {
          "type": "number",
          "default": 1000,
          "meaning": "How many processes a second the run may start, as the average of ten seconds."
        }
      },
      "example": {
        "text": "Release 1.82.8 of litellm on PyPI had a hook that ran stolen-credential code at each start of Python. The code started Python itself, which ran the hook again: 11,000 processes froze a developer's machine, and that is how the theft was found.",
        "date": "2026-03-24",
        "reference": "https://futuresearch.ai/blog/litellm-pypi-supply-chain-attack/"
      },
      "remedy": "Stop the run, and look at the program in the alert and at its ancestors: one that is its own ancestor many times is the cause. Give runs a limit of their own: ulimit -u, TasksMax of systemd, --pids-limit of a container. For a build on a machine with very many processors raise limit and rate.",
      "tags": { "attack": ["T1499.001"], "attackVersion": "18.1", "cwe": ["CWE-400", "CWE-674"] },
      "firesOn": [
        {
          "name": "too many are alive",
          "event": { "evt.type": "procstart", "run.processes": 2001, "run.process_rate": 200, "proc.program": "python3" }
        },
        {
          "name": "they end at once but never stop starting",
          "event": { "evt.type": "procstart", "run.processes": 40, "run.process_rate": 1500, "proc.program": "loop.sh" }
        },
        {
          "name": "a policy's own limit",
          "criteria": { "limit": 64 },
          "event": { "evt.type": "procstart", "run.processes": 65, "run.process_rate": 6, "proc.program": "worker" }
        }
      ],
      "silentOn": [
        {
          "name": "a large parallel build",
          "event": { "evt.type": "procstart", "run.processes": 450, "run.process_rate": 320, "proc.program": "cc1" }
        },
        {
          "name": "a configure script",
          "event": { "evt.type": "procstart", "run.processes": 6, "run.process_rate": 180, "proc.program": "configure" }
        },
        {
          "name": "at the limit, not above it",
          "event": { "evt.type": "procstart", "run.processes": 2000, "run.process_rate": 1000, "proc.program": "make" }
        }
      ]
    },
    {
      "id": "process-time-or-host-changed",
      "title": "Clock, host name, swap or power of the machine was changed",
      "description": "The process set the machine's clock, its host or domain name, its swap space, or wanted it to restart or halt. That concerns everything on the machine: a clock that was set back lets expired certificates pass and puts wrong times into logs. An application or a build leaves these to the system.",
      "trigger": "settimeofday, clock_settime, sethostname, setdomainname, reboot, swapon or swapoff is called, or adjtimex or clock_adjtime to change something and not only to ask. Attempts count. Time services, service managers and container runtimes do not.",
      "condition": "(evt.type in (settimeofday, clock_settime, sethostname, setdomainname, reboot, swapon, swapoff) or (evt.type in (adjtimex, clock_adjtime) and evt.arg.modes contains anyof (ADJ_OFFSET, ADJ_FREQUENCY, ADJ_MAXERROR, ADJ_ESTERROR, ADJ_STATUS, ADJ_TIMECONST, ADJ_TAI, ADJ_SETOFFSET, ADJ_MICRO, ADJ_NANO, ADJ_TICK))) and not proc.program glob anyof ($programs)",
      "message": "%proc.program called %evt.type",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "systemd", "systemd-*", "(sd-*", "chronyd", "ntpd", "ntpdate", "ntpdig", "sntp", "openntpd", "ntp-daemon", "hwclock", "phc2sys", "ptp4l",
            "docker", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "youki", "podman", "buildah", "conmon", "lxc*", "incusd", "bwrap",
            "flatpak*", "snap-confine", "firejail", "nsjail", "minijail0", "apptainer", "singularity", "starter*", "linux-sandbox", "nix-daemon",
            "nix-build", "nix", "NetworkManager", "cloud-init"
          ],
          "meaning": "Time services and service managers; and container runtimes and sandboxes, which name their own namespace. As patterns of their names."
        }
      },
      "example": {
        "text": "AcidRain overwrote the flash memory and disks of satellite modems, first those of Viasat's customers in Ukraine and Europe, and then restarted them with the reboot call. Tens of thousands never came up again.",
        "date": "2022-02-24",
        "reference": "https://attack.mitre.org/software/S1125/"
      },
      "remedy": "If you did not expect it, look at the program and at what it did before, and check the clock and the logs of the time around. Take CAP_SYS_TIME, CAP_SYS_BOOT and CAP_SYS_ADMIN from the service or container. Tests that need another time can fake it in the process (libfaketime) or in a time namespace; the setup of a machine that means to do it belongs into the list of programs.",
      "tags": { "attack": ["T1529", "T1070.006"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "the clock is set",
          "event": { "evt.type": "clock_settime", "evt.rawres": 0, "evt.failed": false, "proc.program": "date" }
        },
        {
          "name": "the attempt counts when it is refused",
          "event": { "evt.type": "sethostname", "evt.rawres": -1, "evt.failed": true, "proc.program": "app" }
        },
        {
          "name": "the machine is to restart",
          "event": { "evt.type": "reboot", "evt.rawres": 0, "evt.failed": false, "proc.program": "wiper" }
        },
        {
          "name": "the clock is pushed",
          "event": { "evt.type": "adjtimex", "evt.rawres": 0, "evt.failed": false, "evt.arg.modes": "ADJ_SETOFFSET|ADJ_NANO", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "the host name is asked for",
          "event": { "evt.type": "uname", "evt.rawres": 0, "evt.failed": false, "proc.program": "hostname" }
        },
        {
          "name": "the clock's state is asked for",
          "event": { "evt.type": "adjtimex", "evt.rawres": 0, "evt.failed": false, "evt.arg.modes": "", "proc.program": "app" }
        },
        {
          "name": "a time service at work",
          "event": { "evt.type": "clock_adjtime", "evt.rawres": 0, "evt.failed": false, "evt.arg.modes": "ADJ_FREQUENCY|ADJ_TICK", "proc.program": "chronyd" }
        },
        {
          "name": "a container gets its name",
          "event": { "evt.type": "sethostname", "evt.rawres": 0, "evt.failed": false, "proc.program": "runc" }
        }
      ]
    },
    {
      "id": "process-realtime-or-affinity",
      "title": "A process put itself before all others",
      "description": "The process took a real-time priority, locked all its memory, or changed who is ended first when memory runs out. Each of these takes processor time or memory from everything else on the machine, and a real-time program in an endless loop can stop it altogether. Miners use it to survive on a loaded machine.",
      "trigger": "sched_setscheduler succeeds with SCHED_FIFO or SCHED_RR, or mlockall succeeds, or one of the files is opened for writing, whatever is then written. Failed attempts do not count, nor do sched_setattr, nor do programs that do it for a living.",
      "condition": "((evt.type = sched_setscheduler and (evt.arg.policy in (SCHED_FIFO, SCHED_RR) or evt.rawarg.policy in (1073741825, 1073741826))) or evt.type = mlockall or (evt.is_open_write = true and fd.name glob anyof ($files))) and evt.failed = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program put itself before other processes by %evt.type",
      "object": "%proc.program %evt.type",
      "criteria": {
        "files": {
          "type": "paths",
          "default": ["/proc/*/oom_score_adj", "/proc/*/oom_adj"],
          "meaning": "Files that say which process is ended first when memory runs out."
        },
        "programs": {
          "type": "programs",
          "default": [
            "systemd", "systemd-*", "(sd-*", "udevadm", "sshd", "sshd-session", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "youki",
            "podman", "conmon", "buildah", "kubelet", "chrome", "chromium*", "electron", "code", "firefox*", "pipewire*", "wireplumber", "pulseaudio",
            "jackd", "rtkit-daemon", "chronyd", "ntpd", "ptp4l", "phc2sys", "corosync", "multipathd", "dmeventd", "lvm", "cryptsetup", "vault",
            "cyclictest", "choom", "chrt"
          ],
          "meaning": "System services, browsers and audio programs that do it in their ordinary work, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2013-4326: RealtimeKit asked polkit about a process by its id only, and by then the id could belong to a set-user-id program. A local user got a real-time priority without permission.",
        "date": "2013-09",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2013-4326"
      },
      "remedy": "If the program has no deadlines to meet, take CAP_SYS_NICE, CAP_IPC_LOCK and CAP_SYS_RESOURCE from it and set RLIMIT_RTPRIO and RLIMIT_MEMLOCK to 0. Limits of a control group hold whatever a process does to itself. An audio or measuring program that needs it belongs into the list of programs.",
      "tags": { "attack": ["T1496.001", "T1499"], "attackVersion": "18.1", "cwe": ["CWE-400"] },
      "firesOn": [
        {
          "name": "a real-time priority",
          "event": { "evt.type": "sched_setscheduler", "evt.rawres": 0, "evt.failed": false, "evt.arg.policy": "SCHED_FIFO", "proc.program": "miner" }
        },
        {
          "name": "one that children do not inherit",
          "event": { "evt.type": "sched_setscheduler", "evt.rawres": 0, "evt.failed": false, "evt.rawarg.policy": 1073741826, "proc.program": "player" }
        },
        {
          "name": "all memory is locked",
          "event": { "evt.type": "mlockall", "evt.rawres": 0, "evt.failed": false, "proc.program": "app" }
        },
        {
          "name": "it is not to be ended when memory runs out",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": ["/proc/self/oom_score_adj", "/proc/4242/oom_score_adj"], "proc.program": "miner" }
        }
      ],
      "silentOn": [
        {
          "name": "a build for idle times",
          "event": { "evt.type": "sched_setscheduler", "evt.rawres": 0, "evt.failed": false, "evt.arg.policy": "SCHED_BATCH", "evt.rawarg.policy": 3, "proc.program": "schedtool" }
        },
        {
          "name": "refused",
          "event": { "evt.type": "sched_setscheduler", "evt.rawres": -1, "evt.failed": true, "evt.arg.policy": "SCHED_RR", "proc.program": "app" }
        },
        {
          "name": "the value is read",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_read": true, "evt.is_open_write": false, "fd.name": "/proc/self/oom_score_adj", "proc.program": "app" }
        },
        {
          "name": "a browser offers its tabs first",
          "event": { "evt.type": "openat", "evt.rawres": 3, "evt.failed": false, "evt.is_open_write": true, "fd.name": "/proc/4300/oom_score_adj", "proc.program": "chrome" }
        },
        {
          "name": "one key is kept in memory",
          "event": { "evt.type": "mlock", "evt.rawres": 0, "evt.failed": false, "proc.program": "gpg" }
        }
      ]
    },
    {
      "id": "process-daemonized",
      "title": "A process stayed behind in a session of its own",
      "description": "A process left the command's session and was still running when the command had ended. It no longer belongs to any terminal, and stopping the command or closing the terminal does not stop it. Some tools leave a server behind to be faster next time; malware in a package does it to go on when the installation is over.",
      "trigger": "A process ends that was still running, in a session of its own, when the command itself had ended. One that stays in the command's session does not count, nor does one that ends before the command. It is raised at the end of the process, when dftrace has waited for it.",
      "condition": "evt.type = procexit and proc.outlives_command = true and not proc.program glob anyof ($programs) and not proc.pprogram glob anyof ($programs)",
      "message": "%proc.program (%proc.exepath) went on in a session of its own when the command had ended",
      "object": "%proc.exepath %proc.program",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "ssh-agent", "ssh", "autossh", "gpg-agent", "dirmngr", "keyboxd", "scdaemon", "git", "git-*", "git-fsmonitor--daemon", "watchman", "sccache",
            "distccd", "iceccd", "java", "gradle", "gradlew", "mvnd", "bazel", "bazel-*", "buck2", "buckd", "pants", "pantsd", "sbt", "sbtn", "bloop",
            "mill", "dotnet", "VBCSCompiler", "adb", "turbo", "flow", "dmypy", "check.js", "detached-flush.js", "tmux*", "screen", "SCREEN", "dtach",
            "abduco", "mosh-server", "emacs*", "dbus-daemon", "dbus-launch", "gvfsd*", "dconf-service", "at-spi*", "pulseaudio", "pipewire*",
            "*crashpad_handler", "containerd-shim*", "conmon", "catatonit", "rootlesskit", "slirp4netns", "pasta*"
          ],
          "meaning": "Programs that stay on purpose: agents, servers of build tools, terminals that can be left, version control's clean-up, and the checks for updates of Node programs. As patterns of their names."
        }
      },
      "example": {
        "text": "LITTLELAMB.WOOLTEA, a backdoor on hacked Ivanti Connect Secure gateways, made itself a daemon when it was started, to go on in the background and outlive restarts and upgrades of the appliance.",
        "date": "2024-02",
        "reference": "https://attack.mitre.org/software/S1121/"
      },
      "remedy": "Find out who started it: the alert has its ancestors. If a package's install script or a test left it, and you did not expect that, treat it as malware and look at its files and connections before you end it. Tests should stop the servers that they start. If a tool leaves a server behind on purpose, add it to the list of programs.",
      "tags": { "attack": ["T1036.009"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "an install script leaves something running",
          "event": { "evt.type": "procexit", "proc.outlives_command": true, "proc.exepath": "/tmp/.cache/upd", "proc.program": "upd" }
        },
        {
          "name": "a test forgot its server",
          "event": { "evt.type": "procexit", "proc.outlives_command": true, "proc.exepath": "/usr/bin/python3.11", "proc.program": "server.py" }
        }
      ],
      "silentOn": [
        {
          "name": "a process ends before the command",
          "event": { "evt.type": "procexit", "proc.outlives_command": false, "proc.exepath": "/usr/bin/cc", "proc.program": "cc" }
        },
        {
          "name": "a server of a build tool",
          "event": { "evt.type": "procexit", "proc.outlives_command": true, "proc.exepath": "/usr/lib/jvm/java-17-openjdk-amd64/bin/java", "proc.program": "java" }
        },
        {
          "name": "git cleans up in the background",
          "event": { "evt.type": "procexit", "proc.outlives_command": true, "proc.exepath": "/usr/bin/git", "proc.program": "git" }
        },
        {
          "name": "an agent for keys",
          "event": { "evt.type": "procexit", "proc.outlives_command": true, "proc.exepath": "/usr/bin/gpg-agent", "proc.program": "gpg-agent" }
        }
      ]
    }
  ]
}

"""###)
}
