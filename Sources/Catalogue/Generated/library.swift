// Written from Data/library.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let library = CatalogueText(
    name: "library.json",
    text: ###"""
{
  "category": "library",
  "alerts": [
    {
      "id": "library-preloaded",
      "title": "A program was started with libraries forced into it",
      "description": "LD_PRELOAD or LD_AUDIT put a library into a program, or LD_LIBRARY_PATH lets the loader look where anybody may put one. Such a library runs before the program and can change whatever it does.",
      "trigger": "An execution succeeds with LD_PRELOAD or LD_AUDIT naming anything but the known harmless libraries, or with a part of LD_LIBRARY_PATH that is empty, relative or writable by others.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and ((proc.preloads exists and not proc.preloads in ($libraries)) or proc.library_path_is_unsafe = true)",
      "message": "%proc.program was started with a preloaded library or an unsafe library path",
      "object": "%proc.program",
      "criteria": {
        "libraries": {
          "type": "texts",
          "default": [
            "libfakeroot-sysv.so", "libfakeroot-tcp.so", "libfakeroot-0.so", "libfakechroot.so", "libeatmydata.so",
            "/usr/lib/x86_64-linux-gnu/libeatmydata.so", "/usr/libexec/coreutils/libstdbuf.so", "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2",
            "libjemalloc.so.2", "/usr/lib/x86_64-linux-gnu/libtcmalloc.so.4", "/usr/lib/x86_64-linux-gnu/libtcmalloc_minimal.so.4",
            "/usr/lib/x86_64-linux-gnu/libmimalloc.so.2", "libasan.so.8", "libtsan.so.2", "libubsan.so.1"
          ],
          "meaning": "What may be preloaded, exactly as the variable names it."
        }
      },
      "example": {
        "text": "CVE-2024-41817: ImageMagick's AppImage set LD_LIBRARY_PATH with an empty part, so that the loader took libraries from whatever directory it was started in.",
        "date": "2024-07-29",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2024-41817"
      },
      "remedy": "Find out where the variable is set: the process and its ancestors are in the alert. Write LD_LIBRARY_PATH=/dir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}, so that no part is ever empty, or use an rpath. Add an allocator or a test tool that you chose to the list.",
      "tags": { "attack": ["T1574.006"], "attackVersion": "18.1", "cwe": ["CWE-426", "CWE-427"] },
      "firesOn": [
        {
          "name": "a library from a home directory",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.preloads": ["/home/u/evil.so"], "proc.library_path_is_unsafe": false, "proc.program": "app" }
        },
        {
          "name": "an empty part of the path",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.library_path_is_unsafe": true, "proc.program": "app" }
        },
        {
          "name": "hidden behind a harmless one",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.preloads": ["libeatmydata.so", "/tmp/x.so"], "proc.library_path_is_unsafe": false, "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "no such variable",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.library_path_is_unsafe": false, "proc.program": "app" }
        },
        {
          "name": "fakeroot",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.preloads": ["libfakeroot-sysv.so"], "proc.library_path_is_unsafe": false, "proc.program": "make" }
        }
      ]
    },
    {
      "id": "library-from-writable-directory",
      "title": "Code was loaded from a directory that others may write",
      "description": "The program mapped executable code out of a file in a temporary or world-writable directory. Whoever else may write there decides what the program runs.",
      "trigger": "A file is mapped executable, by mmap or by changing its mapping's protection, that lies outside the project below a directory that others may write. What a compiler, linker or package manager of this run wrote there does not count.",
      "condition": "evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and lib.in_writable_dir = true and evt.failed = false and not lib.writer glob anyof ($excludedWriters)",
      "message": "%proc.program loaded %lib.path, where others may write",
      "object": "%lib.path",
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
        "text": "CVE-2023-4911 (Looney Tunables): the published exploit overflows a buffer of the loader so that a set-user-id program looks for its libc in a directory of the attacker's, and loads it from there.",
        "date": "2023-10-03",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2023-4911"
      },
      "remedy": "Install libraries where only their owner may write. A program that unpacks its own library should make a directory of its own by mkdtemp, with mode 0700, outside shared ones. If you don't know the file, keep it and find out who wrote it: the alert tells when this run did.",
      "tags": { "attack": ["T1574.006", "T1129"], "attackVersion": "18.1", "cwe": ["CWE-426", "CWE-732"] },
      "firesOn": [
        {
          "name": "a library in /tmp",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/tmp/x.so", "lib.in_writable_dir": true, "proc.program": "app" }
        },
        {
          "name": "made executable after it was mapped",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/dev/shm/x.so", "lib.in_writable_dir": true, "lib.writer": "curl", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a system library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/usr/lib/libz.so", "lib.in_writable_dir": false, "proc.program": "app" }
        },
        {
          "name": "data of a file in /tmp",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ", "proc.program": "app" }
        },
        {
          "name": "a plug-in that the linker has just made",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/tmp/t/plugin.so", "lib.in_writable_dir": true, "lib.writer": "ld.bfd", "proc.program": "test" }
        }
      ]
    },
    {
      "id": "library-written-in-run",
      "title": "Code was loaded from a file that this run wrote",
      "description": "The program mapped executable code out of a file that a process of this run had written. That is how a download becomes code without any program being installed or executed. Compilers and package managers do it too; everything else should come with its libraries installed.",
      "trigger": "A file is mapped executable, by mmap or by changing its mapping's protection, that lies outside the project and was opened for writing in this run by another program than compilers, linkers and package managers.",
      "condition": "evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and lib.written_in_run = true and lib.is_in_workspace = false and evt.failed = false and not lib.writer glob anyof ($excludedWriters)",
      "message": "%proc.program loaded %lib.path, which %lib.writer wrote in this run",
      "object": "%lib.path",
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
        "text": "CVE-2013-2035: HawtJNI unpacked its native library to a file below /tmp with a predictable name and then loaded it. Another user could exchange the file in between and had his code run by the Java program.",
        "date": "2013-05",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2013-2035"
      },
      "remedy": "Find out who wrote the file: the message names the program, the report its ancestors. Keep a copy before anything deletes it. A runtime that unpacks its own library (JNA, SQLite for Java, and others) can mostly be told to use an installed one, or a directory of its own with mode 0700; otherwise add the writer to the list.",
      "tags": { "attack": ["T1129", "T1105"], "attackVersion": "18.1", "cwe": ["CWE-829", "CWE-377"] },
      "firesOn": [
        {
          "name": "a library that the program itself has fetched",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/home/u/.config/app/update.so", "lib.written_in_run": true, "lib.is_in_workspace": false, "lib.writer": "app", "proc.program": "app" }
        },
        {
          "name": "written by a download and made executable later",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/srv/data/x.so", "lib.written_in_run": true, "lib.is_in_workspace": false, "lib.writer": "curl", "proc.program": "app" }
        },
        {
          "name": "a native library out of a Java archive",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/opt/app/native/libjni.so", "lib.written_in_run": true, "lib.is_in_workspace": false, "lib.writer": "Main", "proc.program": "Main" }
        }
      ],
      "silentOn": [
        {
          "name": "an installed library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libz.so.1", "lib.written_in_run": false, "lib.is_in_workspace": false, "proc.program": "app" }
        },
        {
          "name": "an extension module that pip has just installed",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/home/u/.venv/lib/python3.11/site-packages/numpy/core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so", "lib.written_in_run": true, "lib.is_in_workspace": false, "lib.writer": "pip", "proc.program": "setup.py" }
        },
        {
          "name": "a test loads what the linker has made",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/home/u/.cache/build/libplugin.so", "lib.written_in_run": true, "lib.is_in_workspace": false, "lib.writer": "ld.bfd", "proc.program": "test" }
        },
        {
          "name": "a library of the project",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/srv/shop/lib/libshop.so", "lib.written_in_run": true, "lib.is_in_workspace": true, "lib.writer": "cp", "proc.program": "app" }
        },
        {
          "name": "the file is read as data",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ", "mem.kind": "file", "lib.path": "/home/u/.config/app/update.so", "lib.written_in_run": true, "lib.is_in_workspace": false, "lib.writer": "app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "library-from-unusual-path",
      "title": "Code was loaded from an unusual place",
      "description": "The program mapped executable code out of a file that lies neither where systems, languages and package managers install libraries, nor beside the program, nor in the project. Planted libraries are often put into a data directory that nobody looks at.",
      "trigger": "A file is mapped executable, by mmap or by changing its mapping's protection, that lies outside the project, the named directories and the program's own. What lies where others may write is an alert of its own.",
      "condition": "evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and lib.path exists and mem.kind = file and not lib.path glob anyof ($paths) and lib.is_in_workspace = false and lib.is_beside_program = false and lib.in_writable_dir = false and evt.failed = false",
      "message": "%proc.program loaded %lib.path, which lies in an unusual place",
      "object": "%lib.path",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/lib/*", "/lib32/*", "/lib64/*", "/libx32/*", "/bin/*", "/sbin/*", "/usr/lib/*", "/usr/lib32/*", "/usr/lib64/*", "/usr/libx32/*",
            "/usr/libexec/*", "/usr/bin/*", "/usr/sbin/*", "/usr/games/*", "/usr/share/*", "/usr/local/*", "/opt/*", "/snap/*", "/var/lib/snapd/*",
            "/var/lib/flatpak/*", "/app/*", "/nix/store/*", "/gnu/store/*", "*/.guix-profile/*", "/home/linuxbrew/*", "*/.linuxbrew/*",
            "*/site-packages/*", "*/dist-packages/*", "*/lib/python[23]*/*", "*/venv/*", "*/.venv/*", "*/.virtualenvs/*", "*/.tox/*", "*/.nox/*",
            "*/.pyenv/*", "*/.local/lib/*", "*/.local/share/*", "*/*conda[0-9]*/*", "*/*conda/*", "*/miniforge*/*", "*/mambaforge/*", "*/micromamba/*",
            "*/node_modules/*", "*/.nvm/*", "*/.npm/*", "*/.npm-global/*", "*/.bun/*", "*/.deno/*", "*/.volta/*", "*/.fnm/*", "*/.yarn/*", "*/.rustup/*",
            "*/.cargo/*", "*/target/debug/*", "*/target/release/*", "*/go/pkg/*", "*/.gvm/*", "*/.rbenv/*", "*/.rvm/*", "*/.gem/*", "*/gems/*",
            "*/vendor/bundle/*", "*/.asdf/*", "*/jvm/*", "*/jdk*/*", "*/jre*/*", "*/.sdkman/*", "*/.jdks/*", "*/.gradle/*", "*/.m2/*", "*/.konan/*",
            "*/.jbang/*", "*/.dotnet/*", "*/.nuget/*", "*/.swiftpm/*", "*/swift*/usr/lib/*", "*/.build/*", "*/.julia/*", "*/.opam/*", "*/.ghcup/*",
            "*/.cabal/*", "*/.stack/*", "*/R/*-library/*", "*/perl5/*", "*/.luarocks/*", "*/.cache/*", "*/.libs/*", "*/Android/Sdk/*", "*/.vscode*/*",
            "*/.cursor*/*", "*/.steam/*", "*/Steam/*", "*/hostedtoolcache/*", "*/_work/_tool/*", "*/actions-runner/*"
          ],
          "meaning": "Where code may be loaded from, as patterns."
        }
      },
      "example": {
        "text": "The backdoor COATHANGER on FortiGate firewalls kept its library preload.so in a hidden directory of the data partition, /data2/.bd.key, and had it loaded from there.",
        "date": "2024-02-06",
        "reference": "https://attack.mitre.org/software/S1105/"
      },
      "remedy": "Look at the file, at who owns it and when it came there, and ask the package manager whether it knows it (dpkg -S, rpm -qf). If it is the program's own plug-in, install it below the program's directory or /opt, or add its directory to the list.",
      "tags": { "attack": ["T1129", "T1574.006"], "attackVersion": "18.1", "cwe": ["CWE-426", "CWE-829"] },
      "firesOn": [
        {
          "name": "a library in a data directory",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/data2/.key/preload.so", "lib.is_in_workspace": false, "lib.is_beside_program": false, "lib.in_writable_dir": false, "proc.program": "authd" }
        },
        {
          "name": "a library among the pages of a web server",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/var/www/html/uploads/x.so", "lib.is_in_workspace": false, "lib.is_beside_program": false, "lib.in_writable_dir": false, "proc.program": "php-fpm" }
        },
        {
          "name": "made executable after it was mapped",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/var/lib/app/blob.bin", "lib.is_in_workspace": false, "lib.is_beside_program": false, "lib.in_writable_dir": false, "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a system library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libc.so.6", "lib.is_in_workspace": false, "lib.is_beside_program": false, "lib.in_writable_dir": false, "proc.program": "app" }
        },
        {
          "name": "an extension module of Python",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/srv/env/lib/python3.11/site-packages/_cffi_backend.so", "lib.is_in_workspace": false, "lib.is_beside_program": false, "lib.in_writable_dir": false, "proc.program": "app.py" }
        },
        {
          "name": "the program's own library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/srv/tool/lib/libtool.so", "lib.is_in_workspace": false, "lib.is_beside_program": true, "lib.in_writable_dir": false, "proc.program": "tool" }
        },
        {
          "name": "a library of the project",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/srv/shop/build/libshop.so", "lib.is_in_workspace": true, "lib.is_beside_program": false, "lib.in_writable_dir": false, "proc.program": "test" }
        },
        {
          "name": "a data file is mapped for reading",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ", "mem.kind": "file", "lib.path": "/var/lib/app/index.db", "lib.is_in_workspace": false, "lib.is_beside_program": false, "lib.in_writable_dir": false, "proc.program": "app" }
        }
      ]
    },
    {
      "id": "library-preload-file-changed",
      "title": "The loader's settings were changed",
      "description": "A file was changed that decides which libraries the loader puts into programs and where it looks for them, or the loader itself. One line in /etc/ld.so.preload brings a library into every program of the machine, root's included: it is the favourite of rootkits that live outside the kernel.",
      "trigger": "One of the files is opened for writing, or a name there is made, replaced or removed by renaming, linking or deleting, with success. ldconfig and package managers do not count.",
      "condition": "((evt.is_open_write = true and fd.name glob anyof ($paths)) or (evt.type in (rename, renameat, renameat2, link, linkat, symlink, symlinkat) and fs.path.target glob anyof ($paths)) or (evt.type in (unlink, unlinkat, truncate) and fs.path.name glob anyof ($paths))) and not proc.program in ($programs) and evt.failed = false",
      "message": "%proc.program changed what the loader loads: %evt.type of %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/etc/ld.so.preload", "/etc/ld.so.conf", "/etc/ld.so.conf.d/*", "/etc/ld.so.cache", "/etc/ld-musl-*.path", "/lib/ld-linux*", "/lib/ld-musl*",
            "/lib/*/ld-linux*", "/lib32/ld-linux*", "/lib64/ld-linux*", "/usr/lib/ld-linux*", "/usr/lib/ld-musl*", "/usr/lib/*/ld-linux*",
            "/usr/lib32/ld-linux*", "/usr/lib64/ld-linux*"
          ],
          "meaning": "The loader and its settings, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "ldconfig", "ldconfig.real", "dpkg", "dpkg-deb", "dpkg-divert", "dpkg-statoverride", "update-alternatives", "apt", "apt-get", "aptitude",
            "unattended-upgrade", "rpm", "dnf", "dnf5", "microdnf", "yum", "zypper", "pacman", "apk", "snapd", "rpm-ostree", "ostree"
          ],
          "meaning": "Programs whose task it is to change these files."
        }
      },
      "example": {
        "text": "The group Rocke wrote a library of its own into /etc/ld.so.preload on the servers that it took over, so that programs such as ps no longer showed its miner.",
        "date": "2019-03",
        "reference": "https://attack.mitre.org/groups/G0106/"
      },
      "remedy": "Look at /etc/ld.so.preload (it does not exist on most machines) and /etc/ld.so.conf.d with a program that is linked statically, such as busybox, since the others may lie; remove what you did not put there and reinstall the C library. To install a library of your own, use a package, or an rpath in the program.",
      "tags": { "attack": ["T1574.006", "T1014"], "attackVersion": "18.1", "cwe": ["CWE-426", "CWE-732"] },
      "firesOn": [
        {
          "name": "a directory of libraries is added",
          "event": { "evt.type": "openat", "evt.failed": false, "evt.is_open_write": true, "fd.name": "/etc/ld.so.conf.d/00-app.conf", "proc.program": "setup.py" }
        },
        {
          "name": "it is put there by renaming",
          "event": { "evt.type": "renameat2", "evt.failed": false, "fs.path.source": "/tmp/new", "fs.path.target": "/etc/ld.so.conf.d/x.conf", "fd.name": "/etc/ld.so.conf.d/x.conf", "proc.program": "mv" }
        },
        {
          "name": "the table of libraries is removed",
          "event": { "evt.type": "unlinkat", "evt.failed": false, "fs.path.name": "/etc/ld.so.cache", "fd.name": "/etc/ld.so.cache", "proc.program": "rm" }
        },
        {
          "name": "a link in its place",
          "event": { "evt.type": "symlink", "evt.failed": false, "fs.path.source": "/tmp/new", "fs.path.target": "/etc/ld.so.conf", "fd.name": "/etc/ld.so.conf", "proc.program": "ln" }
        }
      ],
      "silentOn": [
        {
          "name": "ldconfig writes its table",
          "event": { "evt.type": "rename", "evt.failed": false, "fs.path.source": "/etc/ld.so.cache~", "fs.path.target": "/etc/ld.so.cache", "fd.name": "/etc/ld.so.cache", "proc.program": "ldconfig.real" }
        },
        {
          "name": "the loader reads its settings",
          "event": { "evt.type": "openat", "evt.failed": false, "evt.is_open_write": false, "fd.name": "/etc/ld.so.cache", "proc.program": "app" }
        },
        {
          "name": "a package brings a directory of libraries",
          "event": { "evt.type": "openat", "evt.failed": false, "evt.is_open_write": true, "fd.name": "/etc/ld.so.conf.d/libc.conf", "proc.program": "dpkg" }
        },
        {
          "name": "an ordinary user's attempt fails",
          "event": { "evt.type": "openat", "evt.failed": true, "evt.is_open_write": true, "fd.name": "/etc/ld.so.preload", "proc.program": "app" }
        },
        {
          "name": "the settings of a system that is being built elsewhere",
          "event": { "evt.type": "openat", "evt.failed": false, "evt.is_open_write": true, "fd.name": "/srv/image/etc/ld.so.conf.d/x.conf", "proc.program": "debootstrap" }
        }
      ]
    },
    {
      "id": "library-deleted-or-anonymous",
      "title": "Code was loaded from a file without a name",
      "description": "The program mapped executable code out of a file that exists in memory only, or that had been deleted before. Nobody can look at such a file afterwards, which is mostly the reason for the detour: modules of malware are loaded so.",
      "trigger": "A memory file (memfd) or a file without a name is mapped executable, by mmap or by changing its mapping's protection. Runtimes that compile while they run do not count, since some keep their code in such files; neither does a library that is deleted after it was loaded.",
      "condition": "evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and (lib.is_deleted = true or mem.kind = memfd) and evt.failed = false and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program loaded code from a file without a name: %lib.path",
      "object": "%proc.program %lib.path",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*",
            "*/dotnet", "*/mono*", "*/pypy*", "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg", "*/ugrep", "*/ag", "*/nginx",
            "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*", "*/gst-*", "*/pulseaudio", "*/pipewire*", "*/pwsh", "*/android-studio*",
            "*/box64", "*/box86"
          ],
          "meaning": "Runtimes with a compiler inside, as patterns of their executables."
        }
      },
      "example": {
        "text": "HeadCrab, found on 1,200 Redis servers: the attackers made a server fetch a malicious module from theirs and load it as a library; from then on it ran in memory only, without a file that a scanner could find.",
        "date": "2023-02",
        "reference": "https://blog.aquasec.com/headcrab-attacks-servers-worldwide-with-novel-state-of-art-redis-malware"
      },
      "remedy": "Copy the code while the process lives, from /proc/PID/map_files or a core dump, and look at what it is. If it is a compiler inside a library that you use (libffi, ORC, some mathematical libraries), add the program to the list. A program that unpacks a library should keep the file until it has loaded it.",
      "tags": { "attack": ["T1620", "T1129"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a library in memory",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "memfd", "lib.path": "/memfd:x (deleted)", "lib.is_deleted": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "a library that was deleted before it was loaded",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/srv/data/x.so", "lib.is_deleted": true, "proc.exepath": "/usr/bin/python3.11", "proc.program": "app.py" }
        },
        {
          "name": "memory of a file is made executable later",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "memfd", "lib.path": "/memfd:code", "lib.is_deleted": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a library on the disk",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libz.so.1", "lib.is_deleted": false, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "a memory file shared as data",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_WRITE", "mem.kind": "memfd", "proc.exepath": "/usr/bin/weston", "proc.program": "weston" }
        },
        {
          "name": "a runtime maps its code twice",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "memfd", "lib.path": "/memfd:doublemapper (deleted)", "lib.is_deleted": true, "proc.exepath": "/usr/lib/dotnet/dotnet", "proc.program": "app" }
        },
        {
          "name": "its memory becomes read-only after relocation",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ", "mem.kind": "file", "lib.path": "/srv/data/x.so", "lib.is_deleted": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "library-overrides-libc",
      "title": "A library takes the place of functions of the C library",
      "description": "The program loaded a library that defines functions of the C library itself, such as open, connect or readdir. If it comes before the C library, every call of these goes to it: it sees and may change what is read, where connections go, and which files and processes are shown. Test tools do that in the open; rootkits do it to hide.",
      "trigger": "A file is mapped executable, by mmap or by changing its mapping's protection, that defines one of the functions for others. The C library itself, allocators, sanitizers and known test tools do not count. Whether it came first is not looked at.",
      "condition": "evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and lib.overrides intersects ($symbols) and not lib.path glob anyof ($libraries) and evt.failed = false",
      "message": "%proc.program loaded %lib.path, which defines %lib.overrides",
      "object": "%lib.path",
      "criteria": {
        "symbols": {
          "type": "texts",
          "default": [
            "open", "open64", "openat", "openat64", "creat", "fopen", "fopen64", "read", "pread", "pread64", "write", "pwrite", "pwrite64", "writev",
            "close", "stat", "stat64", "lstat", "lstat64", "fstat", "fstatat", "__xstat", "__lxstat", "access", "readdir", "readdir64", "opendir",
            "unlink", "unlinkat", "rename", "socket", "connect", "bind", "listen", "accept", "accept4", "send", "sendto", "sendmsg", "recv", "recvfrom",
            "recvmsg", "getaddrinfo", "gethostbyname", "execve", "execv", "execvp", "system", "popen", "kill", "ptrace", "dlsym", "getuid", "geteuid",
            "getpwnam", "getpass", "fgets", "__libc_start_main"
          ],
          "meaning": "Functions by which a program reads, writes, connects, executes and looks things up."
        },
        "libraries": {
          "type": "paths",
          "default": [
            "*/libc.so", "*/libc.so.6", "*/libc-[0-9]*.so", "*/libc.musl-*", "*/ld-musl-*", "*/ld-linux*", "*/ld-[0-9]*.so", "*/ld.so*",
            "*/libgcompat.so*", "*/libpthread*", "*/libdl[.-]*", "*/librt[.-]*", "*/libresolv*", "*/libnsl*", "*/libc_malloc_debug.so*",
            "*/libmemusage.so", "*/libpcprofile.so", "*/libasan*", "*/libtsan*", "*/libubsan*", "*/liblsan*", "*/libhwasan*", "*/libmsan*",
            "*/libclang_rt.*", "*/vgpreload_*", "*/librrpreload*", "*/liblttng-ust-*", "*/libjemalloc*", "*/libtcmalloc*", "*/libmimalloc*",
            "*/libtbbmalloc*", "*/libhoard*", "*/libdmalloc*", "*/libefence*", "*/libduma*", "*/libfakeroot*", "*/libfakechroot*", "*/libeatmydata*",
            "*/libfaketime*", "*/libcowdancer*", "*/libsandbox.so", "*/libsocket_wrapper*", "*/libnss_wrapper*", "*/libuid_wrapper*",
            "*/libresolv_wrapper*", "*/libpam_wrapper*", "*/libproxychains*", "*/libtsocks*", "*/libtorsocks*", "*/libgtk3-nocsd*",
            "*/libumockdev-preload*", "*/libsnoopy*"
          ],
          "meaning": "Libraries that may define them, as patterns."
        }
      },
      "example": {
        "text": "Winnti for Linux comes with the library libxselinux.so, a changed copy of the rootkit Azazel, which puts its own functions in front of those of the C library to hide the malware's files and connections.",
        "date": "2019-05",
        "reference": "https://attack.mitre.org/software/S0430/"
      },
      "remedy": "Find out why it is loaded: LD_PRELOAD, /etc/ld.so.preload or a library that the program is linked with (ldd, LD_DEBUG=libs). If you don't know it, compare what programs show with what a statically linked one shows. A library of yours should export nothing but its own names (-fvisibility=hidden); add a test tool that you chose to the list.",
      "tags": { "attack": ["T1574.006", "T1014"], "attackVersion": "18.1", "cwe": ["CWE-506", "CWE-426"] },
      "firesOn": [
        {
          "name": "a library that hides files",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/libxselinux.so", "lib.overrides": ["readdir", "readdir64", "open", "fopen"], "proc.program": "ls" }
        },
        {
          "name": "one function is enough",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/local/lib/libhook.so", "lib.overrides": ["connect"], "proc.program": "ssh" }
        }
      ],
      "silentOn": [
        {
          "name": "an ordinary library defines none",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libz.so.1", "lib.overrides": [], "proc.program": "app" }
        },
        {
          "name": "the C library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libc.so.6", "lib.overrides": ["open", "read", "write", "connect"], "proc.program": "app" }
        },
        {
          "name": "an allocator",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2", "lib.overrides": ["malloc", "free", "calloc", "realloc"], "proc.program": "app" }
        },
        {
          "name": "a test tool",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libfakeroot/libfakeroot-sysv.so", "lib.overrides": ["open", "unlink", "rename", "stat"], "proc.program": "make" }
        },
        {
          "name": "a password library defines crypt",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libcrypt.so.1", "lib.overrides": ["crypt"], "proc.program": "passwd" }
        }
      ]
    },
    {
      "id": "library-executable-stack",
      "title": "A program or library asks for an executable stack",
      "description": "The file says, or fails to deny, that it needs a stack that can be executed. The kernel or the loader then makes it so for the whole process, and whoever overflows a buffer on the stack can bring his own code along. Most often an assembly file without the right note is the cause, not a need.",
      "trigger": "A program is executed, or a library mapped executable, whose program header PT_GNU_STACK has the executable flag or is missing.",
      "condition": "(evt.type in (execve, execveat) and evt.rawres = 0 and proc.executable_stack = true) or (evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and lib.executable_stack = true and evt.failed = false)",
      "message": "%proc.program runs with a stack that can be executed, or loaded a library that asks for one (%evt.type)",
      "object": "%proc.program %evt.type",
      "example": {
        "text": "CVE-2022-20699: a buffer overflow in the SSL VPN of Cisco's RV340 routers. The stack of the program was executable, so that the exploit shown at Pwn2Own could simply put its code there and needed no other trick.",
        "date": "2022-02-02",
        "reference": "https://github.com/rapid7/metasploit-framework/blob/master/modules/exploits/linux/misc/cisco_rv340_sslvpn.rb"
      },
      "remedy": "`readelf -lW FILE` shows GNU_STACK with RWE, or no such line. Find the object file that causes it (readelf -SW, one without .note.GNU-stack), add the section to the assembly source or link with -z noexecstack; do not hand pointers to nested functions around. For a file that you can't rebuild there is `patchelf --clear-execstack`; try afterwards whether it still runs.",
      "tags": { "attack": ["T1203"], "attackVersion": "18.1", "cwe": ["CWE-693", "CWE-121"] },
      "firesOn": [
        {
          "name": "a program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/opt/vpn/sslvpnd", "proc.executable_stack": true, "proc.program": "sslvpnd" }
        },
        {
          "name": "a library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/opt/codec/lib/libcodec.so", "lib.executable_stack": true, "proc.program": "app" }
        },
        {
          "name": "a library is made executable after it was mapped",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/opt/codec/lib/libcodec.so", "lib.executable_stack": true, "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "an ordinary program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/usr/bin/true", "proc.executable_stack": false, "proc.program": "true" }
        },
        {
          "name": "an ordinary library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libz.so.1", "lib.executable_stack": false, "proc.program": "app" }
        },
        {
          "name": "such a program could not be executed",
          "event": { "evt.type": "execve", "evt.rawres": -13, "proc.exepath": "/opt/vpn/sslvpnd", "proc.executable_stack": true, "proc.program": "sh" }
        },
        {
          "name": "such a library is read, by a linker for example",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ", "mem.kind": "file", "lib.path": "/opt/codec/lib/libcodec.so", "lib.executable_stack": true, "proc.program": "ld" }
        }
      ]
    },
    {
      "id": "library-unsafe-rpath",
      "title": "A file looks for libraries where others may put them",
      "description": "The program or library has a search path for other libraries inside (RPATH, RUNPATH) of which a part is relative, empty or writable by others. The loader looks there first: whoever can write to the place, or choose the working directory, decides what code runs. Such paths are mostly left over from the directory of a build.",
      "trigger": "A program is executed, or a library mapped executable, with such a part in its RPATH or RUNPATH. Parts that begin with $ORIGIN, the file's own directory, are judged by where they lead.",
      "condition": "(evt.type in (execve, execveat) and evt.rawres = 0 and proc.rpath_is_unsafe = true) or (evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and lib.rpath_is_unsafe = true and evt.failed = false)",
      "message": "%proc.program looks for libraries where others may put them, by its own search path or a library's (%evt.type)",
      "object": "%proc.program %evt.type",
      "example": {
        "text": "CVE-2006-1566: Debian's package libtunepimp-perl had a search path below /tmp/buildd in its module, left from the build. Whoever made that directory on a machine could put libraries into the programs of others.",
        "date": "2006",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2006-1566"
      },
      "remedy": "`readelf -d FILE` shows RPATH or RUNPATH. Remove it (`patchelf --remove-rpath`, `chrpath -d`) or set it to a path that begins with $ORIGIN or is absolute and owned by root; with CMake, look at CMAKE_INSTALL_RPATH and CMAKE_BUILD_WITH_INSTALL_RPATH. Then check that nobody has put a library into the directory meanwhile.",
      "tags": { "attack": ["T1574.006", "T1574"], "attackVersion": "18.1", "cwe": ["CWE-426", "CWE-427"] },
      "firesOn": [
        {
          "name": "a program with a relative path",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/usr/local/bin/tool", "proc.rpath_is_unsafe": true, "proc.program": "tool" }
        },
        {
          "name": "a module with a path below /tmp",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/perl5/auto/tunepimp/tunepimp.so", "lib.rpath": ["/tmp/buildd/lib"], "lib.rpath_is_unsafe": true, "proc.program": "tag.pl" }
        }
      ],
      "silentOn": [
        {
          "name": "a path that begins at the file's own directory",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/opt/app/lib/libapp.so", "lib.rpath": ["$ORIGIN/../lib"], "lib.rpath_is_unsafe": false, "proc.program": "app" }
        },
        {
          "name": "a program without such a path",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/usr/bin/true", "proc.rpath_is_unsafe": false, "proc.program": "true" }
        },
        {
          "name": "a path of the system",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/samba/libutil.so", "lib.rpath": ["/usr/lib/x86_64-linux-gnu/samba"], "lib.rpath_is_unsafe": false, "proc.program": "smbclient" }
        },
        {
          "name": "such a program could not be executed",
          "event": { "evt.type": "execve", "evt.rawres": -2, "proc.exepath": "/usr/local/bin/tool", "proc.rpath_is_unsafe": true, "proc.program": "sh" }
        }
      ]
    },
    {
      "id": "library-search-hijackable",
      "title": "A library was looked for where others may put one",
      "description": "The loader or an interpreter looked for a library in a place where others may create files, and did not find it there. This time. Whoever puts a file of that name there is run by the program the next time, with its rights.",
      "trigger": "open or openat for reading of a file that is named like a library fails with ENOENT, in a directory such as /tmp itself, or in or below another one that others may write, outside the project. Directories below the temporary ones do not count, since they mostly belong to one user; neither do linkers and debuggers, nor the tool directories of CI machines.",
      "condition": "evt.type in (open, openat) and evt.is_open_read = true and fd.filename glob anyof ($names) and file.in_writable_dir = true and (file.in_temp_dir = true or not fd.name glob anyof ($excludedPaths)) and evt.res = ENOENT and not proc.program glob anyof ($programs)",
      "message": "%proc.program looked for %fd.name, which anybody may put there",
      "object": "%proc.program %fd.name",
      "criteria": {
        "names": {
          "type": "texts",
          "default": ["*.so", "*.so.[0-9]*"],
          "meaning": "Names of libraries, as patterns."
        },
        "excludedPaths": {
          "type": "paths",
          "default": ["/tmp/*", "/var/tmp/*", "/dev/shm/*", "/run/user/*", "*/hostedtoolcache/*", "*/_work/_tool/*", "*/glibc-hwcaps/*", "*/tls/*"],
          "meaning": "Where only what lies directly in a temporary directory counts, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "ld", "ld.*", "*-ld", "*-ld.*", "lld", "lld-*", "*.lld", "mold", "gold", "collect2", "gcc", "gcc-*", "*-gcc", "*-gcc-*", "g++", "g++-*",
            "*-g++", "*-g++-*", "cc", "c++", "clang", "clang-*", "clang++", "rustc", "cargo", "go", "link", "swift-*", "zig", "tcc", "nm", "objdump",
            "readelf", "patchelf", "chrpath", "ldconfig", "ldconfig.real", "dpkg-*", "rpm", "gdb", "gdb-*", "lldb", "lldb-*", "perf", "valgrind*", "rr",
            "auditwheel"
          ],
          "meaning": "Linkers, debuggers and their like, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2010-3389: scripts for SAP in Red Hat's cluster software put an empty part into LD_LIBRARY_PATH, so that programs run as root looked for their libraries in the working directory first, wherever that was.",
        "date": "2010-10",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2010-3389"
      },
      "remedy": "Find out what sends it there: LD_LIBRARY_PATH, an rpath (readelf -d), the working directory, or a search path of the interpreter; `LD_DEBUG=libs` shows each step. Take the place out of the path, or take away the right of others to write there. Look whether a file of that name has been put there since.",
      "tags": { "attack": ["T1574.006", "T1574"], "attackVersion": "18.1", "cwe": ["CWE-427", "CWE-426"] },
      "firesOn": [
        {
          "name": "directly in a temporary directory",
          "event": { "evt.type": "openat", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": "/tmp/libssl.so.3", "fd.filename": "libssl.so.3", "file.in_writable_dir": true, "file.in_temp_dir": true, "proc.program": "app" }
        },
        {
          "name": "in the working directory, which is writable by all",
          "event": { "evt.type": "openat", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": ["libcrypt.so.1", "/srv/upload/libcrypt.so.1"], "fd.filename": "libcrypt.so.1", "file.in_writable_dir": true, "file.in_temp_dir": false, "proc.program": "app" }
        },
        {
          "name": "an interpreter's module",
          "event": { "evt.type": "open", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": "/var/spool/plugins/_ssl.so", "fd.filename": "_ssl.so", "file.in_writable_dir": true, "file.in_temp_dir": false, "proc.program": "report.py" }
        }
      ],
      "silentOn": [
        {
          "name": "a system directory",
          "event": { "evt.type": "openat", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": "/usr/local/lib/libssl.so.3", "fd.filename": "libssl.so.3", "file.in_writable_dir": false, "file.in_temp_dir": false, "proc.program": "app" }
        },
        {
          "name": "it is found there",
          "event": { "evt.type": "openat", "evt.res": "SUCCESS", "evt.is_open_read": true, "fd.name": "/tmp/libssl.so.3", "fd.filename": "libssl.so.3", "file.in_writable_dir": true, "file.in_temp_dir": true, "proc.program": "app" }
        },
        {
          "name": "a directory of the user's own below /tmp",
          "event": { "evt.type": "openat", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": "/tmp/cargo-install3Fk2/release/deps/libc.so.6", "fd.filename": "libc.so.6", "file.in_writable_dir": true, "file.in_temp_dir": false, "proc.program": "build-script-build" }
        },
        {
          "name": "a linker looks for what it may link with",
          "event": { "evt.type": "openat", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": "/tmp/libfoo.so", "fd.filename": "libfoo.so", "file.in_writable_dir": true, "file.in_temp_dir": true, "proc.program": "ld.bfd" }
        },
        {
          "name": "another kind of file",
          "event": { "evt.type": "openat", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": "/tmp/settings.json", "fd.filename": "settings.json", "file.in_writable_dir": true, "file.in_temp_dir": true, "proc.program": "app" }
        },
        {
          "name": "a CI machine's own tools",
          "event": { "evt.type": "openat", "evt.res": "ENOENT", "evt.is_open_read": true, "fd.name": "/opt/hostedtoolcache/Python/3.11.9/x64/lib/libc.so.6", "fd.filename": "libc.so.6", "file.in_writable_dir": true, "file.in_temp_dir": false, "proc.program": "app.py" }
        }
      ]
    }
  ]
}

"""###)
}
