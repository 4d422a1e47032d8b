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
            "sudo", "su", "doas", "pkexec", "mount", "umount", "fusermount", "fusermount3", "passwd", "newgrp", "chsh",
            "chfn", "gpasswd", "crontab", "at", "ssh-keysign", "snap-confine", "unix_chkpwd",
            "runuser", "login", "sshd", "sshd-session", "cron", "crond", "atd"
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
      "tags": { "attack": ["T1548.001"], "cwe": ["CWE-250", "CWE-269"] },
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
            "sh", "bash", "rbash", "dash", "ash", "zsh", "ksh*", "mksh", "csh", "tcsh", "fish", "busybox", "*.sh", "make",
            "gmake", "remake", "ninja", "cmake", "ctest", "cpack", "meson", "scons", "waf", "bazel", "buck2", "configure",
            "config.status", "libtool", "automake*", "autoconf", "autoreconf", "just", "task", "rake", "tup", "b2",
            "cargo", "cargo-*", "rustc", "go", "swift", "swift-*", "swiftc", "gcc", "g++", "cc", "c++", "clang*",
            "collect2", "ld*", "javac", "mvn", "gradle", "sbt", "ant", "dotnet", "ghc", "cabal", "stack", "opam", "dune",
            "mix", "rebar3", "npm", "npm-cli.js", "npx", "npx-cli.js", "yarn", "yarn.js", "pnpm", "pnpm.*", "node-gyp*",
            "bun", "lerna", "nx", "turbo", "pip", "pip3*", "pipx", "poetry", "pdm", "hatch", "uv", "tox", "nox", "pytest",
            "py.test", "unittest", "ensurepip", "venv", "virtualenv", "tar", "rsync", "ssh", "scp", "setup.py", "gem", "bundle", "composer", "conda", "mamba", "git", "git-*", "hg", "svn",
            "gh", "pre-commit", "husky", "lefthook", "env", "xargs", "find", "parallel", "timeout", "time", "nohup",
            "nice", "ionice", "setsid", "stdbuf", "script", "expect", "watch", "entr", "chronic", "flock", "setpriv",
            "sudo", "su", "doas", "runuser", "login", "sshd", "cron", "crond", "anacron", "at", "atd", "systemd*", "init",
            "tini", "dumb-init", "runc", "crun", "docker*", "podman", "bwrap", "unshare", "nsenter", "chroot", "fakeroot",
            "tmux*", "screen*", "xterm", "gnome-terminal*", "konsole", "man", "less", "more", "vi", "vim*", "nvim",
            "emacs*", "nano", "ed", "perldoc", "dpkg", "dpkg-*", "apt", "apt-*", "aptitude", "debconf*", "frontend",
            "run-parts", "rpm", "rpmbuild", "dnf*", "yum", "zypper", "pacman", "apk", "nix*", "debuild", "dh*", "gdb",
            "lldb", "strace", "ltrace", "perf", "valgrind", "dftrace", "act", "gitlab-runner", "buildkite-agent",
            "Runner.Worker"
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
      "tags": { "attack": ["T1059.004"], "cwe": ["CWE-78"] },
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
            "ld", "ld.*", "*-ld", "*-ld.*", "lld", "lld-*", "mold", "gold", "collect2", "as", "*-as", "nasm", "yasm", "cc",
            "c++", "gcc", "gcc-*", "*-gcc", "*-gcc-*", "g++", "g++-*", "*-g++", "*-g++-*", "cc1", "cc1plus", "lto1",
            "clang", "clang-*", "clang++", "clang++-*", "tcc", "strip", "*-strip", "objcopy", "*-objcopy", "llvm-*",
            "patchelf", "chrpath", "install", "libtool", "configure", "config.status", "cmake", "meson", "gfortran",
            "gfortran-*", "*-gfortran", "*-gfortran-*", "flang", "flang-*", "ldc2", "dmd", "gdc", "nim", "zig", "fpc",
            "rustc", "cargo", "cargo-*", "rustup", "rustup-init", "go", "link", "compile", "swift", "swift-*", "swiftc",
            "javac", "mvn", "mvnw", "gradle", "gradlew", "kotlinc", "scalac", "sbt", "dotnet", "ghc", "ghc-*", "cabal",
            "stack", "ocaml*", "opam", "dune", "erlc", "rebar3", "mix", "dpkg", "dpkg-*", "apt", "apt-get", "aptitude",
            "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "nix", "nix-*", "brew", "pip", "pip2",
            "pip3", "pip3.*", "pipx", "ensurepip", "venv", "virtualenv", "poetry", "pdm", "hatch", "uv", "uvx", "conda",
            "mamba", "micromamba", "npm", "npm-*", "npx", "npx-*", "node-gyp", "node-gyp.js", "yarn", "yarn.js", "yarnpkg",
            "pnpm", "pnpm.*", "corepack", "bun", "gem", "gem[0-9]*", "bundle", "bundle[0-9]*", "bundler", "composer",
            "composer.phar"
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
      "tags": { "attack": ["T1059", "T1105"], "cwe": ["CWE-379"] },
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
            "gdb", "gdb-multiarch", "gdbserver", "lldb", "lldb-server", "dlv", "rr", "strace", "ltrace", "uftrace", "perf",
            "valgrind", "vgdb", "py-spy", "rbspy", "criu", "reptyr", "eu-stack", "crashpad_handler", "proot", "dftrace"
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
      "tags": { "attack": ["T1003.007", "T1055.009"], "cwe": ["CWE-506"] },
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
      "tags": { "attack": ["T1499.004"], "cwe": ["CWE-119", "CWE-476"] },
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
            "docker", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "youki", "podman", "buildah", "conmon",
            "netavark", "slirp4netns", "pasta", "rootlesskit", "bwrap", "flatpak*", "snap-confine", "snap", "systemd*",
            "(sd-*", "lxc*", "firejail", "nsjail", "minijail0", "chrome", "chromium*", "firefox*", "electron", "code",
            "linux-sandbox", "process-wrapper", "nix-daemon", "nix-build", "nix", "ip", "apptainer", "singularity",
            "starter*"
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
      "tags": { "attack": ["T1611"], "cwe": ["CWE-250"] },
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
            "docker", "dockerd", "containerd", "containerd-shim*", "runc", "crun", "youki", "podman", "buildah", "conmon",
            "netavark", "slirp4netns", "pasta", "rootlesskit", "bwrap", "flatpak*", "snap-confine", "snap", "systemd*",
            "(sd-*", "lxc*", "firejail", "nsjail", "minijail0", "chrome", "chromium*", "firefox*", "electron", "code",
            "linux-sandbox", "process-wrapper", "nix-daemon", "nix-build", "nix", "ip", "apptainer", "singularity",
            "starter*", "fusermount", "fusermount3", "udisksd", "sshd"
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
      "tags": { "attack": ["T1611"], "cwe": ["CWE-250"] },
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
    }
  ]
}

"""###)
}
