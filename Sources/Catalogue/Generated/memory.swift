// Written from Data/memory.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let memory = CatalogueText(
    name: "memory.json",
    text: ###"""
{
  "category": "memory",
  "alerts": [
    {
      "id": "memory-writable-and-executable",
      "title": "Memory was made writable and executable at once",
      "description": "The program has memory that it may both write and execute. Whatever bug lets an attacker write there lets him run code: this is the step that every injected piece of code looks for.",
      "trigger": "mmap, mprotect, pkey_mprotect or shmat succeeds with writing and executing together. Runtimes that compile while they run do not count.",
      "condition": "evt.type in (mmap, mprotect, pkey_mprotect, shmat) and mem.is_wx = true and evt.failed = false and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program made memory writable and executable by %evt.type",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*",
            "*/dotnet", "*/mono*", "*/pypy*", "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg", "*/ugrep", "*/ag", "*/nginx",
            "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*", "*/python[0-9]*"
          ],
          "meaning": "Runtimes with a compiler inside, and users of PCRE's, as patterns of their executables."
        }
      },
      "example": {
        "text": "CVE-2021-21224: exploits of this type confusion in Chrome's JavaScript engine put their code into a page of WebAssembly memory, which was writable and executable, and jump there.",
        "date": "2021-04-20",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2021-21224"
      },
      "remedy": "Map the memory writable, fill it, then take writing away by mprotect before executing it. If a library does it (a regular-expression or JavaScript engine), switch its compiler off where speed does not matter, or add the runtime to the list. Python does it for each page of ctypes callbacks; cffi in API mode does not.",
      "tags": { "attack": ["T1055", "T1620"], "attackVersion": "18.1", "cwe": ["CWE-119"] },
      "firesOn": [
        {
          "name": "a shellcode loader",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.is_wx": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "data is made executable",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.is_wx": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "a shared segment",
          "event": { "evt.type": "shmat", "evt.failed": false, "mem.is_wx": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a virtual machine",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.is_wx": true, "proc.exepath": "/usr/lib/jvm/bin/java", "proc.program": "Main" }
        },
        {
          "name": "code without writing",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.is_wx": false, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "memory-executable-stack",
      "title": "A stack was made executable",
      "description": "The program made a stack executable. No compiler needs that today; code that overflows a buffer on the stack does, and so does a library that was built without saying that it can do without.",
      "trigger": "mprotect, pkey_mprotect or mmap succeeds with PROT_EXEC on a stack: the first thread's, or the one that the caller runs on.",
      "condition": "evt.type in (mprotect, pkey_mprotect, mmap) and mem.prot contains PROT_EXEC and mem.kind = stack and evt.failed = false",
      "message": "%proc.program made its stack executable",
      "object": "%proc.program",
      "example": {
        "text": "CVE-2023-38408: ssh-agent could be told by a remote host to load system libraries, some of which made its stack executable by being loaded; the published attack then ran code from there.",
        "date": "2023-07-19",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2023-38408"
      },
      "remedy": "If a library asks for it, `readelf -lW` shows GNU_STACK with RWE: rebuild it with -z noexecstack, or mark its assembly files with .note.GNU-stack. If the program does it without such a library, treat it as an exploit at work.",
      "tags": { "attack": ["T1203", "T1055"], "attackVersion": "18.1", "cwe": ["CWE-121"] },
      "firesOn": [
        {
          "name": "the way of an exploit",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_WRITE|PROT_EXEC", "mem.kind": "stack", "proc.program": "app" }
        },
        {
          "name": "without writing",
          "event": { "evt.type": "pkey_mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "stack", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "generated code",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.kind": "anonymous", "proc.program": "app" }
        },
        {
          "name": "a thread's stack is made ready",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_WRITE", "mem.kind": "stack", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "memory-written-then-executable",
      "title": "Memory was filled and then made executable",
      "description": "The program wrote to memory that belongs to no file and then made it executable. Compilers that work at run time do that, and it is the cleaner way for them. In a program without such a compiler it means that code came from elsewhere: a packed program unpacks itself, or an attacker's code is being put in place.",
      "trigger": "mprotect or pkey_mprotect succeeds with PROT_EXEC and without PROT_WRITE on anonymous memory that was writable until then. Runtimes that compile while they run do not count.",
      "condition": "evt.type in (mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and mem.is_wx = false and mem.kind = anonymous and mem.was_writable = true and evt.failed = false and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program made memory executable that it had written",
      "object": "%proc.program",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*",
            "*/dotnet", "*/mono*", "*/pypy*", "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg", "*/ugrep", "*/ag", "*/nginx",
            "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*", "*/gst-*", "*/pwsh", "*/box64", "*/box86"
          ],
          "meaning": "Runtimes with a compiler inside, and users of PCRE's, as patterns of their executables."
        }
      },
      "example": {
        "text": "Migo, a miner for Redis servers, is delivered as a program packed with UPX: what the file shows is the unpacker, which writes the real program into memory and makes it executable there.",
        "date": "2024-02",
        "reference": "https://www.cadosecurity.com/migo-a-redis-miner-with-novel-system-weakening-techniques/"
      },
      "remedy": "Find out which library does it: one with a compiler of its own (regular expressions, mathematics, graphics, WebAssembly) mostly has a switch to do without. `upx -t FILE` shows whether the program is merely packed; ship it unpacked. Add a runtime that you know to the list. For anything else, take a core dump and look at the code.",
      "tags": { "attack": ["T1620", "T1027.002", "T1055"], "attackVersion": "18.1", "cwe": ["CWE-94"] },
      "firesOn": [
        {
          "name": "a packed program unpacks itself",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "anonymous", "mem.was_writable": true, "proc.exepath": "/home/u/.local/bin/tool", "proc.program": "tool" }
        },
        {
          "name": "shellcode in two steps",
          "event": { "evt.type": "pkey_mprotect", "evt.failed": false, "mem.prot": "PROT_EXEC", "mem.is_wx": false, "mem.kind": "anonymous", "mem.was_writable": true, "proc.program": "setup.py", "proc.exepath": "/usr/bin/python3.11" }
        }
      ],
      "silentOn": [
        {
          "name": "a compiler at run time",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "anonymous", "mem.was_writable": true, "proc.program": "server.js", "proc.exepath": "/usr/bin/node" }
        },
        {
          "name": "memory is made read-only after it was filled",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ", "mem.is_wx": false, "mem.kind": "anonymous", "mem.was_writable": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "memory that was only reserved before",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "anonymous", "mem.was_writable": false, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the loader after it has put addresses into a library",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "file", "mem.was_writable": true, "lib.path": "/usr/lib/x86_64-linux-gnu/libx.so", "lib.has_text_relocations": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "memory-executable-heap",
      "title": "The heap was made executable",
      "description": "The program made a part of its heap executable. The heap holds what comes from outside: requests, files, strings. No compiler works there; but code that gets in by an overflow or a forged object lies just there, and this call is what it needs to run.",
      "trigger": "mprotect or pkey_mprotect succeeds with PROT_EXEC on the heap that brk gives.",
      "condition": "evt.type in (mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and mem.kind = heap and evt.failed = false",
      "message": "%proc.program made its heap executable",
      "object": "%proc.program",
      "example": {
        "text": "The worm Slapper entered web servers by an overflow in OpenSSL (CVE-2002-0656) and put its code on their heap, which could be executed without further ado at that time. Today an exploit has to make it so first.",
        "date": "2002-09",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2002-0656"
      },
      "remedy": "Treat it as an exploit at work unless you know that the program does it: stop it, keep a core dump and its last input, and update what parses that input. A program of yours that generates code should take memory of its own for it by mmap, fill it and then make it executable, never what malloc or aligned_alloc gave.",
      "tags": { "attack": ["T1203", "T1055"], "attackVersion": "18.1", "cwe": ["CWE-122", "CWE-94"] },
      "firesOn": [
        {
          "name": "the way of an exploit",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_WRITE|PROT_EXEC", "mem.is_wx": true, "mem.kind": "heap", "mem.was_writable": true, "proc.exepath": "/usr/sbin/nginx", "proc.program": "nginx" }
        },
        {
          "name": "without writing",
          "event": { "evt.type": "pkey_mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "heap", "mem.was_writable": true, "proc.exepath": "/usr/sbin/httpsd", "proc.program": "httpsd" }
        }
      ],
      "silentOn": [
        {
          "name": "generated code in memory of its own",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "anonymous", "mem.was_writable": true, "proc.program": "server.js", "proc.exepath": "/usr/bin/node" }
        },
        {
          "name": "a page of the heap is locked against writing",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ", "mem.is_wx": false, "mem.kind": "heap", "mem.was_writable": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the attempt fails under SELinux",
          "event": { "evt.type": "mprotect", "evt.failed": true, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "heap", "mem.was_writable": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "memory-code-made-writable",
      "title": "A program's own code was changed while it ran",
      "description": "Code that was loaded from a file was made writable and then executable again, so it is no longer what the file says. Backdoors hook functions that way, and checks of the file find nothing. Debuggers do it from outside, and the loader for a few old libraries; ordinary programs have no use for it.",
      "trigger": "mprotect or pkey_mprotect succeeds with PROT_EXEC on memory of a file that was writable when the call began. Libraries that ask the loader to change their code (text relocations) and runtimes that compile while they run do not count.",
      "condition": "evt.type in (mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC and mem.kind = file and mem.was_writable = true and lib.has_text_relocations = false and evt.failed = false and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program made code of %lib.path executable again after it had been writable",
      "object": "%proc.program %lib.path",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*",
            "*/dotnet", "*/mono*", "*/pypy*", "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg", "*/ugrep", "*/ag", "*/nginx",
            "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*", "*/rr", "*/drrun", "*/box64", "*/box86"
          ],
          "meaning": "Runtimes with a compiler inside, and users of PCRE's, as patterns of their executables."
        }
      },
      "example": {
        "text": "On Ivanti VPN gateways that were attacked by CVE-2025-22457, the dropper TRAILBLAZE put the backdoor BRUSHFIRE into unused room of the running web server's code and hooked its SSL_read; the server's file stayed as it was.",
        "date": "2025-04-03",
        "reference": "https://cloud.google.com/blog/topics/threat-intelligence/china-nexus-exploiting-critical-ivanti-vulnerability"
      },
      "remedy": "Compare the code in memory with the file (gdb, or a core dump) and find out who changed it. If it is a tracer or a hooking library that you use on purpose (profilers, game tools, LTTng), add the program to the list. In a program of your own, use function pointers instead of rewriting code.",
      "tags": { "attack": ["T1055", "T1014", "T1554"], "attackVersion": "18.1", "cwe": ["CWE-506", "CWE-119"] },
      "firesOn": [
        {
          "name": "a function of the program is hooked",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "file", "mem.was_writable": true, "lib.path": "/usr/sbin/sshd", "lib.has_text_relocations": false, "proc.exepath": "/usr/sbin/sshd", "proc.program": "sshd" }
        },
        {
          "name": "a function of a library is hooked",
          "event": { "evt.type": "pkey_mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "file", "mem.was_writable": true, "lib.path": "/usr/lib/x86_64-linux-gnu/libssl.so.3", "lib.has_text_relocations": false, "proc.exepath": "/home/bin/web", "proc.program": "web" }
        }
      ],
      "silentOn": [
        {
          "name": "code is made executable that was never writable",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "file", "mem.was_writable": false, "lib.path": "/usr/lib/x86_64-linux-gnu/libz.so.1", "lib.has_text_relocations": false, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the loader's tables become read-only",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ", "mem.is_wx": false, "mem.kind": "file", "mem.was_writable": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the loader changes a library that asks for it",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "file", "mem.was_writable": true, "lib.path": "/opt/codec/libcodec.so", "lib.has_text_relocations": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "an emulator of another system loads a program",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "file", "mem.was_writable": true, "lib.path": "/usr/lib/wine/x86_64-windows/user32.dll", "lib.has_text_relocations": false, "proc.program": "wine64-preloader", "proc.exepath": "/usr/lib/wine/wine64-preloader" }
        }
      ]
    },
    {
      "id": "memory-low-address-mapped",
      "title": "Memory was mapped at the lowest addresses",
      "description": "The program asked for memory at or near address zero. Ordinary programs leave that range empty so that a null pointer is an error. Who has memory there can lend it to a kernel that follows a null pointer by mistake, and so make it run or read what he likes.",
      "trigger": "mmap is called for a fixed address below the limit, whether it succeeds or not: the kernel refuses it to all but privileged programs (vm.mmap_min_addr). Emulators of other systems do not count.",
      "condition": "evt.type = mmap and evt.arg.flags contains anyof (MAP_FIXED, MAP_FIXED_NOREPLACE) and mem.address >= 0 and mem.address < $limit and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program asked for memory at address %mem.address (%evt.res)",
      "object": "%proc.program",
      "criteria": {
        "limit": {
          "type": "number",
          "default": 65536,
          "meaning": "The lowest address that is not of interest."
        },
        "programs": {
          "type": "paths",
          "default": ["*/wine*", "*/dosemu*", "*/dosbox*", "*/qemu-*", "*/box64", "*/box86", "*/FEX*", "*/bochs"],
          "meaning": "Emulators of other systems, as patterns of their executables."
        }
      },
      "example": {
        "text": "CVE-2009-2692: the kernel followed a null pointer when a file was sent to certain sockets. The published exploits mapped the page at address zero, put their code there and were root, on nearly all Linux versions of eight years.",
        "date": "2009-08",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2009-2692"
      },
      "remedy": "Find out which program it is and where it came from; update the kernel. Check that `sysctl vm.mmap_min_addr` says 65536 and that nothing sets it to 0. An emulator that needs these addresses belongs into the list; for other programs of yours, let the kernel choose the address.",
      "tags": { "attack": ["T1068"], "attackVersion": "18.1", "cwe": ["CWE-476"] },
      "firesOn": [
        {
          "name": "the page at zero",
          "event": { "evt.type": "mmap", "evt.res": "EPERM", "evt.arg.flags": "MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS", "mem.address": 0, "proc.exepath": "/home/u/x", "proc.program": "x" }
        },
        {
          "name": "a page near it, by a privileged program",
          "event": { "evt.type": "mmap", "evt.res": "SUCCESS", "evt.arg.flags": "MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE", "mem.address": 4096, "proc.exepath": "/usr/local/bin/x", "proc.program": "x" }
        }
      ],
      "silentOn": [
        {
          "name": "the kernel chooses the address",
          "event": { "evt.type": "mmap", "evt.res": "SUCCESS", "evt.arg.flags": "MAP_PRIVATE|MAP_ANONYMOUS", "mem.address": 0, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the loader maps a library piece by piece",
          "event": { "evt.type": "mmap", "evt.res": "SUCCESS", "evt.arg.flags": "MAP_PRIVATE|MAP_FIXED|MAP_DENYWRITE", "mem.address": 140106242543616, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the lowest address that everybody may use",
          "event": { "evt.type": "mmap", "evt.res": "SUCCESS", "evt.arg.flags": "MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS", "mem.address": 65536, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "an emulator",
          "event": { "evt.type": "mmap", "evt.res": "EPERM", "evt.arg.flags": "MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS", "mem.address": 4096, "proc.exepath": "/usr/lib/wine/wine64-preloader", "proc.program": "wine64-preloader" }
        }
      ]
    },
    {
      "id": "memory-syscall-from-anonymous",
      "title": "Code in data memory called the kernel",
      "description": "The instruction that called the kernel lies in memory that belongs to no file: on the stack, on the heap, or in memory that was filled at run time. Programs call the kernel from their own code or from the C library's. Code that was brought in has to do it by itself, and these are the calls that it begins with.",
      "trigger": "One of the calls by which a program executes, connects, opens files for writing, takes over a standard stream or makes memory executable is made from anonymous memory, the heap or a stack. Attempts count but for executions. Runtimes that compile while they run do not count.",
      "condition": "((evt.type in (execve, execveat) and evt.rawres = 0) or evt.type in (socket, connect, bind, memfd_create, ptrace, process_vm_writev) or (evt.type in (mmap, mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC) or evt.is_open_write = true or (evt.type in (dup2, dup3) and evt.arg.newfd in (0, 1, 2))) and evt.ip.backing in (anonymous, stack, heap) and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program called %evt.type from %evt.ip.backing memory",
      "object": "%proc.program %evt.type %evt.ip.backing",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*",
            "*/dotnet", "*/mono*", "*/pypy*", "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg", "*/ugrep", "*/ag", "*/nginx",
            "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*", "*/rr", "*/drrun", "*/box64", "*/box86", "*/FEX*"
          ],
          "meaning": "Runtimes with a compiler inside, users of PCRE's, and emulators, as patterns of their executables."
        }
      },
      "example": {
        "text": "CVE-2013-1892: MongoDB called a function at an address that a query could name. The published exploit had the server map executable memory, copy the attacker's machine code there and jump to it; the connection back was made from there.",
        "date": "2013-03-24",
        "reference": "https://github.com/rapid7/metasploit-framework/blob/master/modules/exploits/linux/misc/mongod_native_helper.rb"
      },
      "remedy": "Treat it as an exploit at work unless the program is packed: programs packed with UPX run from such memory altogether (`upx -t FILE` tells), so ship them unpacked. Otherwise stop the process, keep a core dump and its last input. A runtime or emulator that you know belongs into the list.",
      "tags": { "attack": ["T1203", "T1055", "T1620"], "attackVersion": "18.1", "cwe": ["CWE-94", "CWE-119"] },
      "firesOn": [
        {
          "name": "shellcode connects back",
          "event": { "evt.type": "socket", "evt.ip.backing": "anonymous", "proc.exepath": "/usr/bin/mongod", "proc.program": "mongod" }
        },
        {
          "name": "code on the stack executes a program",
          "event": { "evt.type": "execve", "evt.ip.backing": "stack", "proc.exepath": "/srv/app", "proc.program": "app", "evt.rawres": 0 }
        },
        {
          "name": "code on the heap opens a file",
          "event": { "evt.type": "openat", "evt.ip.backing": "heap", "proc.exepath": "/usr/sbin/httpsd", "proc.program": "httpsd", "evt.is_open_write": true }
        }
      ],
      "silentOn": [
        {
          "name": "from the C library",
          "event": { "evt.type": "socket", "evt.ip.backing": "file", "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "from the kernel's own page",
          "event": { "evt.type": "openat", "evt.ip.backing": "vdso", "proc.exepath": "/srv/app", "proc.program": "app", "evt.is_open_write": true }
        },
        {
          "name": "a runtime's generated code",
          "event": { "evt.type": "mprotect", "evt.ip.backing": "anonymous", "proc.exepath": "/usr/lib/jvm/java-17/bin/java", "proc.program": "Main", "mem.prot": "PROT_READ|PROT_EXEC" }
        },
        {
          "name": "a harmless call",
          "event": { "evt.type": "getpid", "evt.ip.backing": "anonymous", "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "memory-stack-pivot",
      "title": "The stack pointer points to no stack",
      "description": "When the program made this call, its stack pointer lay in the memory of a file or in the heap. That is how an attack goes on that may not bring code along: it turns the stack to data that it has prepared, a chain of return addresses into existing code, and the chain executes a program or makes memory executable.",
      "trigger": "A program is executed, memory is made executable, or a socket is made or connected while the stack pointer lies in a file's mapping, or, for executions and changes of protection, in the heap. Attempts count but for executions. Stacks that a program took by mmap for threads and coroutines are stacks. Runtimes that compile while they run do not count.",
      "condition": "((evt.type in (execve, execveat) and evt.rawres = 0) or (evt.type in (mprotect, pkey_mprotect) and mem.prot contains PROT_EXEC) or evt.type in (socket, connect)) and evt.sp.outside_stack = true and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program called %evt.type while its stack pointer lay outside every stack",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*",
            "*/dotnet", "*/mono*", "*/pypy*", "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg", "*/ugrep", "*/ag", "*/nginx",
            "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*", "*/box64", "*/box86", "*/FEX*"
          ],
          "meaning": "Runtimes with a compiler inside, users of PCRE's, and emulators, as patterns of their executables."
        }
      },
      "example": {
        "text": "CVE-2012-1182: a heap overflow in Samba, open to everybody who could connect. The published exploits put a chain of return addresses on the heap, moved the stack pointer there and so had smbd map executable memory, as root.",
        "date": "2012-04-10",
        "reference": "https://github.com/rapid7/metasploit-framework/blob/master/modules/exploits/linux/samba/setinfopolicy_heap.rb"
      },
      "remedy": "Treat it as an exploit at work: stop the process, keep a core dump and its last input, and update what parses that input. If your program runs coroutines or a signal handler (sigaltstack) on a static array or on memory from malloc, take that memory by mmap instead, or add the program to the list.",
      "tags": { "attack": ["T1203", "T1068"], "attackVersion": "18.1", "cwe": ["CWE-119", "CWE-121"] },
      "firesOn": [
        {
          "name": "a chain makes memory executable",
          "event": { "evt.type": "mprotect", "evt.sp.outside_stack": true, "proc.exepath": "/usr/sbin/smbd", "proc.program": "smbd", "mem.prot": "PROT_READ|PROT_EXEC" }
        },
        {
          "name": "a chain executes a program",
          "event": { "evt.type": "execve", "evt.sp.outside_stack": true, "proc.exepath": "/srv/app", "proc.program": "app", "evt.rawres": 0 }
        }
      ],
      "silentOn": [
        {
          "name": "on the thread's stack",
          "event": { "evt.type": "socket", "evt.sp.outside_stack": false, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "on a coroutine's stack",
          "event": { "evt.type": "connect", "evt.sp.outside_stack": false, "proc.exepath": "/usr/bin/fibers", "proc.program": "fibers" }
        },
        {
          "name": "a runtime with stacks of its own",
          "event": { "evt.type": "mprotect", "evt.sp.outside_stack": true, "proc.exepath": "/usr/lib/erlang/erts-13.1.5/bin/beam.smp", "proc.program": "beam.smp", "mem.prot": "PROT_READ|PROT_EXEC" }
        },
        {
          "name": "a call that chains do not end in",
          "event": { "evt.type": "write", "evt.sp.outside_stack": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "memory-shared-executable",
      "title": "Memory that others may share was made executable",
      "description": "The program has executable memory that is shared between processes and belongs to no file. Whoever has it mapped writable, now or later, changes the code that this program runs, and no rule against writing and executing at once prevents that, since the two mappings differ.",
      "trigger": "mmap, shmat or mprotect succeeds with PROT_EXEC on shared memory: anonymous memory shared with children, or a System V segment. Runtimes that compile while they run do not count.",
      "condition": "evt.type in (mmap, shmat, mprotect) and mem.prot contains PROT_EXEC and mem.kind = shared and evt.failed = false and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program has shared memory that is executable, by %evt.type",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*",
            "*/dotnet", "*/mono*", "*/pypy*", "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg", "*/ugrep", "*/ag", "*/nginx",
            "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*"
          ],
          "meaning": "Runtimes with a compiler inside, and users of PCRE's, as patterns of their executables."
        }
      },
      "example": {
        "text": "CVE-2016-5195 (Dirty COW) let everybody write to memory that he might only read. A published exploit wrote its code into the vDSO, a page of code that all processes share, and waited until one of root's ran it, even outside the container.",
        "date": "2016-10",
        "reference": "https://github.com/scumjr/dirtycow-vdso"
      },
      "remedy": "Find out which other process has the memory, and what for (/proc/PID/maps; ipcs -mp for segments). Share data by such memory, and load code from a file that only its owner may write; map private memory for generated code. Add a runtime that you know to the list.",
      "tags": { "attack": ["T1055", "T1620"], "attackVersion": "18.1", "cwe": ["CWE-119", "CWE-732"] },
      "firesOn": [
        {
          "name": "shared with the children",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "shared", "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "a System V segment",
          "event": { "evt.type": "shmat", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "shared", "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "shared data is made executable",
          "event": { "evt.type": "mprotect", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "shared", "mem.was_writable": true, "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "shared data",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_WRITE", "mem.is_wx": false, "mem.kind": "shared", "proc.exepath": "/usr/lib/postgresql/15/bin/postgres", "proc.program": "postgres" }
        },
        {
          "name": "private code of a library",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "file", "lib.path": "/usr/lib/x86_64-linux-gnu/libz.so.1", "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "a runtime's compiler for several processes",
          "event": { "evt.type": "mmap", "evt.failed": false, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "shared", "proc.exepath": "/usr/sbin/php-fpm8.2", "proc.program": "php-fpm8.2" }
        },
        {
          "name": "the attempt fails",
          "event": { "evt.type": "shmat", "evt.failed": true, "mem.prot": "PROT_READ|PROT_EXEC", "mem.is_wx": false, "mem.kind": "shared", "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    }
  ]
}

"""###)
}
