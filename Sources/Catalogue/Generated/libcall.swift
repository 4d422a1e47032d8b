// Written from Data/libcall.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let libcall = CatalogueText(
    name: "libcall.json",
    text: ###"""
{
  "category": "libcall",
  "alerts": [
    {
      "id": "libcall-buffer-overflow-detected",
      "title": "The C library stopped a buffer overflow",
      "description": "A program wrote past the end of a buffer, and a check that the compiler had put there noticed it and ended the program. Without the check the written bytes would have decided where the program goes on. Input that does this in a test will do it in production.",
      "trigger": "A process ends after the C library has recorded that it found the stack smashed or a buffer overflown (stack protector, _FORTIFY_SOURCE).",
      "condition": "evt.type = procexit and proc.abort_message icontains anyof ($messages)",
      "message": "%proc.program was stopped: %proc.abort_message",
      "object": "%proc.program %proc.abort_message",
      "criteria": {
        "messages": {
          "type": "texts",
          "default": ["stack smashing detected", "buffer overflow detected"],
          "meaning": "Parts of the C library's messages, in either case."
        }
      },
      "example": {
        "text": "CVE-2022-3602: a name in a certificate could make OpenSSL 3.0 write four bytes too many on its stack. Where the stack protector was in force the attack ended there, as a crash instead of foreign code.",
        "date": "2022-11-01",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2022-3602"
      },
      "remedy": "Run the program again with the same input under -fsanitize=address, or look at the core: both name the function and the buffer. Fix the length that it trusts. If the program is not yours, update it and report the input; keep the input secret until there is a fix.",
      "tags": { "attack": ["T1203", "T1190"], "attackVersion": "18.1", "cwe": ["CWE-121", "CWE-787"] },
      "firesOn": [
        {
          "name": "the stack protector",
          "event": { "evt.type": "procexit", "proc.abort_message": "*** stack smashing detected ***: terminated", "proc.program": "parser" }
        },
        {
          "name": "a checked copy",
          "event": { "evt.type": "procexit", "proc.abort_message": "*** buffer overflow detected ***: terminated", "proc.program": "parser" }
        }
      ],
      "silentOn": [
        {
          "name": "a failed assertion",
          "event": { "evt.type": "procexit", "proc.abort_message": "parser: parse.c:12: main: Assertion `n < 4' failed.", "proc.program": "parser" }
        },
        {
          "name": "an ordinary end",
          "event": { "evt.type": "procexit", "proc.program": "parser" }
        },
        {
          "name": "a message that merely speaks of buffers",
          "event": { "evt.type": "procexit", "proc.abort_message": "Fatal glibc error: buffer too small", "proc.program": "parser" }
        }
      ]
    },
    {
      "id": "libcall-heap-corruption-detected",
      "title": "The C library found its heap corrupted",
      "description": "The program freed memory twice, freed what was never allocated, or wrote over the bookkeeping of the heap, and the C library noticed it and ended the program. Such bugs are the ones that exploits are built from; that it was noticed this time is luck.",
      "trigger": "A process ends after the C library has recorded that the heap is corrupted or a pointer was freed wrongly.",
      "condition": "evt.type = procexit and proc.abort_message icontains anyof ($messages)",
      "message": "%proc.program was stopped: %proc.abort_message",
      "object": "%proc.program %proc.abort_message",
      "criteria": {
        "messages": {
          "type": "texts",
          "default": [
            "double free", "corrupted", "memory corruption", "invalid pointer", "invalid size", "invalid next size", "invalid old size",
            "munmap_chunk()", "unaligned tcache chunk", "unaligned fastbin chunk", "mismatching next->prev_size", "unsorted double linked list",
            "bad prev_size"
          ],
          "meaning": "Parts of the C library's messages, in either case."
        }
      },
      "example": {
        "text": "CVE-2023-25136: sshd of OpenSSH 9.1 freed its list of key exchange methods twice before a client had logged in. It was found because the C library stopped it with the words \"double free detected\".",
        "date": "2023-02-03",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2023-25136"
      },
      "remedy": "Run the program again with the same input under -fsanitize=address or valgrind, which name the place where the memory was freed or overwritten first. If the program is not yours, update it and report the input in confidence.",
      "tags": { "attack": ["T1203", "T1190"], "attackVersion": "18.1", "cwe": ["CWE-415", "CWE-416", "CWE-122"] },
      "firesOn": [
        {
          "name": "freed twice",
          "event": { "evt.type": "procexit", "proc.abort_message": "free(): double free detected in tcache 2", "proc.program": "app" }
        },
        {
          "name": "a size was overwritten",
          "event": { "evt.type": "procexit", "proc.abort_message": "malloc(): corrupted top size", "proc.program": "app" }
        },
        {
          "name": "freed what was never allocated",
          "event": { "evt.type": "procexit", "proc.abort_message": "free(): invalid pointer", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a failed assertion",
          "event": { "evt.type": "procexit", "proc.abort_message": "app: list.c:7: take: Assertion `list' failed.", "proc.program": "app" }
        },
        {
          "name": "an ordinary end",
          "event": { "evt.type": "procexit", "proc.program": "app" }
        },
        {
          "name": "the C library stops for another reason",
          "event": { "evt.type": "procexit", "proc.abort_message": "The futex facility returned an unexpected error code.", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "libcall-never-safe",
      "title": "A program imports a function that is never safe",
      "description": "The program, or a library that it loaded, imports a function to which no caller can say how large its buffer is. gets is the best known: it was taken out of the C language in 2011 because every call of it is a buffer overflow for whoever sends the input.",
      "trigger": "A program is executed, or a library is mapped executable, that lies outside the system's directories and imports one of the named functions. Whether it ever calls them is not known.",
      "condition": "(evt.type in (execve, execveat) and evt.rawres = 0 and not proc.exepath glob anyof ($paths) and proc.imports intersects ($symbols)) or (evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and not lib.path glob anyof ($paths) and lib.imports intersects ($symbols))",
      "message": "%proc.program or a library of its imports a function that is never safe (seen at %evt.type)",
      "object": "%proc.program %evt.type",
      "criteria": {
        "symbols": {
          "type": "texts",
          "default": ["gets", "_IO_gets", "getpw"],
          "meaning": "Functions that cannot be called safely."
        },
        "paths": {
          "type": "paths",
          "default": [
            "/usr/*", "/bin/*", "/sbin/*", "/lib/*", "/lib32/*", "/lib64/*", "/libx32/*", "/opt/*", "/snap/*", "/nix/store/*", "/gnu/store/*"
          ],
          "meaning": "Where the system's and packages' own files lie, which the distribution answers for."
        }
      },
      "example": {
        "text": "CVE-2007-4004: the ftp client of AIX 5.2 and 5.3 read its input with gets; it was installed set-user-id root, so a line that was long enough gave any user root.",
        "date": "2007-07-26",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2007-4004"
      },
      "remedy": "Replace gets by fgets or getline and getpw by getpwuid_r; `nm -D` on the file shows what imports them. If it is a library of others, look for a newer version: a maintainer who uses these has not looked at the code for a long time.",
      "tags": { "attack": ["T1203"], "attackVersion": "18.1", "cwe": ["CWE-242"] },
      "firesOn": [
        {
          "name": "a program of the project",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/srv/shop/build/menu", "proc.imports": ["gets", "puts"], "proc.program": "menu" }
        },
        {
          "name": "a library",
          "event": { "evt.type": "mmap", "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/srv/shop/vendor/libold.so", "lib.imports": ["gets", "malloc"], "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "the safe form",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/srv/shop/build/menu", "proc.imports": ["fgets", "puts"], "proc.program": "menu" }
        },
        {
          "name": "a library of the system",
          "event": { "evt.type": "mmap", "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/usr/lib/x86_64-linux-gnu/libold.so", "lib.imports": ["gets"], "proc.program": "app" }
        },
        {
          "name": "the execution failed",
          "event": { "evt.type": "execve", "evt.rawres": -13, "proc.exepath": "/srv/shop/build/menu", "proc.imports": ["gets"], "proc.program": "sh" }
        }
      ]
    },
    {
      "id": "libcall-risky-imports",
      "title": "A program imports functions that are easily misused",
      "description": "The program, or a library that it loaded, imports functions that are safe only in careful hands: copies without a bound, guessable temporary names and random numbers, shells, broken ciphers. That is no bug by itself. It shows a reviewer where to look first.",
      "trigger": "A program is executed, or a library is mapped executable, that lies outside the system's directories and imports one of the named functions. Whether it ever calls them is not known.",
      "condition": "(evt.type in (execve, execveat) and evt.rawres = 0 and not proc.exepath glob anyof ($paths) and (proc.imports intersects ($unboundedCopy) or proc.imports intersects ($temporaryNames) or proc.imports intersects ($shells) or proc.imports intersects ($weakRandom) or proc.imports intersects ($obsoleteNames) or proc.imports intersects ($weakCryptography))) or (evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and not lib.path glob anyof ($paths) and (lib.imports intersects ($unboundedCopy) or lib.imports intersects ($temporaryNames) or lib.imports intersects ($shells) or lib.imports intersects ($weakRandom) or lib.imports intersects ($obsoleteNames) or lib.imports intersects ($weakCryptography)))",
      "message": "%proc.program or a library of its imports functions that are easily misused (seen at %evt.type)",
      "object": "%proc.program %evt.type",
      "criteria": {
        "unboundedCopy": {
          "type": "texts",
          "default": ["strcpy", "strcat", "sprintf", "vsprintf", "stpcpy", "wcscpy", "wcscat"],
          "meaning": "Copies that know no bound (CWE-120, CWE-121)."
        },
        "temporaryNames": {
          "type": "texts",
          "default": ["tmpnam", "tmpnam_r", "tempnam", "mktemp"],
          "meaning": "Names of temporary files that somebody else can take first (CWE-377)."
        },
        "shells": {
          "type": "texts",
          "default": ["system", "popen", "wordexp"],
          "meaning": "Calls that hand text to a shell (CWE-78)."
        },
        "weakRandom": {
          "type": "texts",
          "default": ["rand", "rand_r", "srand", "drand48", "lrand48", "mrand48", "srand48"],
          "meaning": "Random numbers that can be guessed (CWE-338)."
        },
        "obsoleteNames": {
          "type": "texts",
          "default": ["gethostbyname", "gethostbyname2", "gethostbyaddr", "inet_addr", "getpass", "cuserid"],
          "meaning": "Functions that have been superseded (CWE-477)."
        },
        "weakCryptography": {
          "type": "texts",
          "default": [
            "crypt", "encrypt", "setkey", "MD4_Init", "MD5_Init", "MD5", "SHA1_Init", "DES_set_key", "DES_set_key_unchecked", "DES_ecb_encrypt",
            "DES_ncbc_encrypt", "RC4_set_key", "RC4", "EVP_md4", "EVP_rc4", "EVP_des_ecb", "EVP_des_cbc"
          ],
          "meaning": "Ciphers and sums that are broken (CWE-327)."
        },
        "paths": {
          "type": "paths",
          "default": [
            "/usr/*", "/bin/*", "/sbin/*", "/lib/*", "/lib32/*", "/lib64/*", "/libx32/*", "/opt/*", "/snap/*", "/nix/store/*", "/gnu/store/*"
          ],
          "meaning": "Where the system's and packages' own files lie, which the distribution answers for."
        }
      },
      "example": {
        "text": "CVE-2015-0235, called GHOST: gethostbyname of glibc wrote past its buffer for a well-chosen host name. Programs that had gone over to getaddrinfo long before were not affected; Exim was, from the network.",
        "date": "2015-01-27",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2015-0235"
      },
      "remedy": "Look at every call: use snprintf or strlcpy, mkstemp, posix_spawn with a list of arguments, getrandom, getaddrinfo and a current cipher instead. Compiling with -D_FORTIFY_SOURCE=3 turns many of the copies into checked ones. Empty a list by the policy where its kind does not matter to you.",
      "tags": { "attack": ["T1203", "T1059.004"], "attackVersion": "18.1", "cwe": ["CWE-676", "CWE-120", "CWE-377", "CWE-78", "CWE-338", "CWE-477", "CWE-327"] },
      "firesOn": [
        {
          "name": "a copy without a bound",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/srv/shop/build/menu", "proc.imports": ["strcpy", "puts"], "proc.program": "menu" }
        },
        {
          "name": "a library calls a shell",
          "event": { "evt.type": "mmap", "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/srv/shop/vendor/libtool.so", "lib.imports": ["popen"], "proc.program": "app" }
        },
        {
          "name": "a guessable name of a file",
          "event": { "evt.type": "execveat", "evt.rawres": 0, "proc.exepath": "/srv/shop/build/report", "proc.imports": ["tmpnam"], "proc.program": "report" }
        }
      ],
      "silentOn": [
        {
          "name": "checked copies",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.exepath": "/srv/shop/build/menu", "proc.imports": ["__strcpy_chk", "snprintf", "mkstemp"], "proc.program": "menu" }
        },
        {
          "name": "a library of the system",
          "event": { "evt.type": "mmap", "mem.prot": "PROT_READ|PROT_EXEC", "lib.path": "/usr/lib/x86_64-linux-gnu/libz.so.1", "lib.imports": ["strcpy"], "proc.program": "app" }
        }
      ]
    },
    {
      "id": "binary-hardening-missing",
      "title": "The command was built without the usual protection",
      "description": "Compilers and linkers can build a program so that a bug in it is hard to exploit: at an address that nobody knows (pie), without executable data (nx), with its tables of addresses write-protected (relro). The command lacks some of that. It costs next to nothing, and distributions build everything that way.",
      "trigger": "The command that dftrace was given is executed, lies outside the system's directories and lacks one of the named protections.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and not proc.exepath glob anyof ($paths) and proc.hardening_missing intersects ($checks)",
      "message": "%proc.program (%proc.exepath) was built without %proc.hardening_missing",
      "object": "%proc.exepath",
      "criteria": {
        "checks": {
          "type": "texts",
          "default": ["pie", "nx", "relro"],
          "meaning": "What to ask for: pie, nx, relro, stack-protector and fortify. The last two mean little for languages other than C and C++, and fortify is off without optimization."
        },
        "paths": {
          "type": "paths",
          "default": [
            "/usr/*", "/bin/*", "/sbin/*", "/lib/*", "/lib32/*", "/lib64/*", "/libx32/*", "/opt/*", "/snap/*", "/nix/store/*", "/gnu/store/*"
          ],
          "meaning": "Where the system's and packages' own files lie, which the distribution answers for."
        }
      },
      "example": {
        "text": "CVE-2023-3519: an overflow on the stack of Citrix's gateways was exploited before there was a fix. Their packet engine had neither stack protector nor random addresses, and its stack was executable, so one request was enough.",
        "date": "2023-07-18",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2023-3519"
      },
      "remedy": "Build with -fPIE -pie, -Wl,-z,relro,-z,now and -Wl,-z,noexecstack, and C and C++ with -fstack-protector-strong and -O2 -D_FORTIFY_SOURCE=3 as well; for Go, -buildmode=pie. `readelf -lWd` shows the result. If the program comes from others, ask for such a build or take the distribution's.",
      "tags": { "attack": ["T1203"], "attackVersion": "18.1", "cwe": ["CWE-693"] },
      "firesOn": [
        {
          "name": "no protection at all",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "proc.exepath": "/srv/shop/app", "proc.hardening_missing": ["pie", "nx", "relro"], "proc.program": "app" }
        },
        {
          "name": "at a fixed address",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "proc.exepath": "/srv/shop/app", "proc.hardening_missing": ["pie"], "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "built as the distribution does",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "proc.exepath": "/srv/shop/app", "proc.hardening_missing": [], "proc.program": "app" }
        },
        {
          "name": "a debug build without fortify",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "proc.exepath": "/srv/shop/app", "proc.hardening_missing": ["stack-protector", "fortify"], "proc.program": "app" }
        },
        {
          "name": "a program of the system",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "proc.exepath": "/usr/bin/old", "proc.hardening_missing": ["pie", "relro"], "proc.program": "old" }
        },
        {
          "name": "a program that the command starts",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "proc.exepath": "/srv/shop/tool", "proc.hardening_missing": ["pie"], "proc.program": "tool" }
        }
      ]
    }
  ]
}

"""###)
}
