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
            "/usr/lib/x86_64-linux-gnu/libeatmydata.so", "/usr/libexec/coreutils/libstdbuf.so",
            "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2", "libjemalloc.so.2", "/usr/lib/x86_64-linux-gnu/libtcmalloc.so.4",
            "/usr/lib/x86_64-linux-gnu/libtcmalloc_minimal.so.4", "/usr/lib/x86_64-linux-gnu/libmimalloc.so.2",
            "libasan.so.8", "libtsan.so.2", "libubsan.so.1"
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
      "tags": { "attack": ["T1574.006"], "cwe": ["CWE-426", "CWE-427"] },
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
        "text": "CVE-2023-4911 (Looney Tunables): the published exploit overflows a buffer of the loader so that a set-user-id program looks for its libc in a directory of the attacker's, and loads it from there.",
        "date": "2023-10-03",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2023-4911"
      },
      "remedy": "Install libraries where only their owner may write. A program that unpacks its own library should make a directory of its own by mkdtemp, with mode 0700, outside shared ones. If you don't know the file, keep it and find out who wrote it: the alert tells when this run did.",
      "tags": { "attack": ["T1574.006", "T1129"], "cwe": ["CWE-426", "CWE-732"] },
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
    }
  ]
}

"""###)
}
