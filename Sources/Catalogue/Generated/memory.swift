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
            "*/java", "*/javac", "*/jshell", "/usr/lib/jvm/*", "*/jdk*/bin/*", "*/node", "*/nodejs", "*/deno", "*/bun", "*/php*", "*/luajit*", "*/dotnet", "*/mono*", "*/pypy*",
            "*/ruby*", "*/julia*", "*/erl*", "*/beam.smp", "*/racket", "*/sbcl", "*/guile*", "*/qemu-*", "*/wine*",
            "*/chrome", "*/chromium*", "*/firefox*", "*/electron*", "*/code", "*/gjs*", "*/R", "*/grep", "*/git", "*/rg",
            "*/ugrep", "*/ag", "*/nginx", "*/apache2", "*/httpd", "*/postgres", "*/perf", "*/valgrind*"
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
      "tags": { "attack": ["T1055", "T1620"], "cwe": ["CWE-119"] },
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
      "tags": { "attack": ["T1203", "T1055"], "cwe": ["CWE-121"] },
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
    }
  ]
}

"""###)
}
