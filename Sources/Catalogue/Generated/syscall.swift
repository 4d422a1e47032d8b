// Written from Data/syscall.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let syscall = CatalogueText(
    name: "syscall.json",
    text: ###"""
{
  "category": "syscall",
  "alerts": [
    {
      "id": "syscall-io-uring",
      "title": "The program set up io_uring",
      "description": "With io_uring a program hands its work to the kernel through shared memory. What it opens, reads, sends or connects to by that way is no system call, so neither dftrace nor a seccomp filter sees it. The interface has also been one of the richest sources of kernel bugs, which is why container runtimes forbid it.",
      "trigger": "io_uring_setup is called, whether it succeeds or not, by a program other than those that are known to use it for their own files and connections.",
      "condition": "evt.type = io_uring_setup and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program set up io_uring (%evt.res): what it does that way is not seen",
      "object": "%proc.program",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": [
            "*/node", "*/nodejs", "*/bun", "*/deno", "*/cmake", "*/ctest", "*/cpack", "*/julia", "*/nvim", "*/named", "*/postgres", "*/mariadbd",
            "*/mysqld", "*/clickhouse*", "*/scylla", "*/redpanda", "*/tigerbeetle", "*/ceph-osd", "*/glusterfsd", "*/smbd", "*/qemu-*", "*/fio"
          ],
          "meaning": "Programs that work with io_uring or with a libuv that does, as patterns of their executables."
        }
      },
      "example": {
        "text": "Google reported that 60 % of the kernel exploits handed in to its reward programme kCTF went through io_uring; it switched the interface off in ChromeOS and on its servers and kept Android apps from it.",
        "date": "2023-06-14",
        "reference": "https://security.googleblog.com/2023/06/learnings-from-kctf-vrps-42-linux.html"
      },
      "remedy": "Find out which library asked for it: runtimes and asynchronous libraries mostly have a switch that goes back to epoll. Set the sysctl kernel.io_uring_disabled to 2 where nothing needs it. If the program rightly uses it, add its executable to programs and remember that a report on it is incomplete.",
      "tags": { "attack": ["T1562", "T1068"], "attackVersion": "18.1", "cwe": ["CWE-416"] },
      "firesOn": [
        {
          "name": "an unknown program",
          "event": { "evt.type": "io_uring_setup", "evt.res": "SUCCESS", "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the attempt was refused",
          "event": { "evt.type": "io_uring_setup", "evt.res": "EPERM", "proc.exepath": "/usr/bin/python3.11", "proc.program": "setup.py" }
        }
      ],
      "silentOn": [
        {
          "name": "the JavaScript runtime",
          "event": { "evt.type": "io_uring_setup", "evt.res": "SUCCESS", "proc.exepath": "/usr/bin/node", "proc.program": "server.js" }
        },
        {
          "name": "a database",
          "event": { "evt.type": "io_uring_setup", "evt.res": "SUCCESS", "proc.exepath": "/usr/lib/postgresql/18/bin/postgres", "proc.program": "postgres" }
        },
        {
          "name": "the ordinary way to wait",
          "event": { "evt.type": "epoll_wait", "evt.res": "SUCCESS", "proc.exepath": "/srv/app", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "syscall-userfaultfd",
      "title": "The program asked to handle its own page faults",
      "description": "userfaultfd lets a program decide when the kernel may go on with an access to a page. Emulators and tools that move running programs need that. So do kernel exploits: they stop the kernel in the middle of a copy and win every race.",
      "trigger": "userfaultfd is called or /dev/userfaultfd is opened, whether it succeeds or not, by a program other than those that move or emulate machines.",
      "condition": "(evt.type = userfaultfd or ((evt.is_open_read = true or evt.is_open_write = true) and fd.name = /dev/userfaultfd)) and not proc.exepath glob anyof ($programs)",
      "message": "%proc.program asked for userfaultfd by %evt.type (%evt.res)",
      "object": "%proc.program",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": ["*/qemu-*", "*/criu", "*/java", "*/firecracker", "*/cloud-hypervisor", "*/crosvm", "*/dalvikvm*", "*/app_process*"],
          "meaning": "Programs that move, emulate or collect memory by page faults, as patterns of their executables."
        }
      },
      "example": {
        "text": "CVE-2019-18683: the published exploit for this race in the kernel's video drivers put its payload in place by userfaultfd together with setxattr, and became root.",
        "date": "2020-02-15",
        "reference": "https://a13xp0p0v.github.io/2020/02/15/CVE-2019-18683.html"
      },
      "remedy": "Hardly a program that you write or depend on has use for it: find out what asked, and treat a program that you did not choose as an exploit. Set the sysctl vm.unprivileged_userfaultfd to 0. If you run an emulator of your own, add its executable to programs.",
      "tags": { "attack": ["T1068"], "attackVersion": "18.1", "cwe": ["CWE-362"] },
      "firesOn": [
        {
          "name": "an unknown program",
          "event": { "evt.type": "userfaultfd", "evt.res": "SUCCESS", "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "the attempt was refused",
          "event": { "evt.type": "userfaultfd", "evt.res": "EPERM", "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "by the device",
          "event": { "evt.type": "openat", "evt.res": "SUCCESS", "fd.name": "/dev/userfaultfd", "proc.exepath": "/srv/app", "proc.program": "app", "evt.is_open_read": true }
        }
      ],
      "silentOn": [
        {
          "name": "an emulator",
          "event": { "evt.type": "userfaultfd", "evt.res": "SUCCESS", "proc.exepath": "/usr/bin/qemu-system-x86_64", "proc.program": "qemu-system-x86_64" }
        },
        {
          "name": "another device",
          "event": { "evt.type": "openat", "evt.res": "SUCCESS", "fd.name": "/dev/urandom", "proc.exepath": "/srv/app", "proc.program": "app", "evt.is_open_read": true }
        }
      ]
    },
    {
      "id": "syscall-perf",
      "title": "The program opened the performance counters",
      "description": "perf_event_open measures processors and programs. It belongs to profilers; an ordinary program has no use for it. Its code in the kernel has given attackers root before, and its counters tell one program what another does.",
      "trigger": "perf_event_open is called, whether it succeeds or not, by a program that is not known as a profiler.",
      "condition": "evt.type = perf_event_open and not proc.program glob anyof ($programs)",
      "message": "%proc.program called perf_event_open (%evt.res)",
      "object": "%proc.program",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "perf", "perf_*", "bpftrace", "*-bpfcc", "rr", "gdb", "lldb*", "sysprof*", "java", "async-profiler", "asprof", "samply", "cargo-flamegraph",
            "flamegraph", "hotspot", "vtune*", "amplxe*", "toplev*", "likwid-*", "papi_*", "turbostat", "intel_gpu_top", "nsys", "nv-nsight-cu*",
            "node_exporter", "stress-ng", "trace-cmd", "systemd"
          ],
          "meaning": "Profilers and debuggers, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2013-2094: the kernel checked the number of a software event as a signed value. A public exploit made root of any user by one kind of call: perf_event_open.",
        "date": "2013-05-14",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2013-2094"
      },
      "remedy": "Find out which part of the program measures: a profiler that was left in, or code that you do not know. Set the sysctl kernel.perf_event_paranoid to 2 or more, so that ordinary users see only their own programs. If it is a profiler of yours, add it to programs.",
      "tags": { "attack": ["T1068"], "attackVersion": "18.1", "cwe": ["CWE-189"] },
      "firesOn": [
        {
          "name": "an unknown program",
          "event": { "evt.type": "perf_event_open", "evt.res": "SUCCESS", "proc.program": "app" }
        },
        {
          "name": "the attempt was refused",
          "event": { "evt.type": "perf_event_open", "evt.res": "EACCES", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "the profiler",
          "event": { "evt.type": "perf_event_open", "evt.res": "SUCCESS", "proc.program": "perf" }
        },
        {
          "name": "the profiler under the name that Debian gives it",
          "event": { "evt.type": "perf_event_open", "evt.res": "SUCCESS", "proc.program": "perf_6.1" }
        },
        {
          "name": "a program reads its own times",
          "event": { "evt.type": "getrusage", "evt.res": "SUCCESS", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "syscall-keyring",
      "title": "The program used the kernel's keyrings",
      "description": "The kernel keeps keys and tickets for encrypted disks, network file systems and Kerberos. Programs that log users in or mount such disks talk to it; others that do are after those keys, or after the bugs that the interface has had.",
      "trigger": "add_key, request_key or keyctl is called, whether it succeeds or not, by a program that has no known business with keys.",
      "condition": "evt.type in (add_key, request_key, keyctl) and not proc.program glob anyof ($programs)",
      "message": "%proc.program called %evt.type (%evt.res)",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "login", "sshd", "sshd-*", "su", "sudo", "sudo-*", "runuser", "doas", "pkexec", "polkit-agent-helper-1", "cron", "crond", "atd", "vsftpd",
            "proftpd", "gdm*", "lightdm", "sddm*", "systemd", "systemd-*", "elogind*", "keyctl", "request-key", "key.dns_resolver", "cifs.upcall",
            "cifs.idmap", "mount.*", "nfsidmap", "rpc.*", "gssproxy", "kinit", "klist", "kdestroy", "k5start", "ksu", "krb5*", "sssd*", "winbindd",
            "smbd", "cryptsetup", "veritysetup", "integritysetup", "fscrypt", "fscryptctl", "e4crypt", "ecryptfs*", "bcachefs", "zfs", "evmctl", "ndctl",
            "cxl", "iwd", "runc", "crun", "youki", "dockerd", "containerd*", "conmon", "podman", "buildah", "lxc-*", "bwrap", "flatpak*", "snap-confine"
          ],
          "meaning": "Programs that log users in, mount, or start containers, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2016-0728: joining a session keyring again and again by keyctl made a reference count run over; a public exploit used the freed object to make root of any user.",
        "date": "2016-01",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-0728"
      },
      "remedy": "Find out which library asked: a Kerberos library with a KEYRING cache is the most frequent one, and then the program belongs on the list. If nothing of the kind explains it, look at what the program reads and where it sends it.",
      "tags": { "attack": ["T1552", "T1068"], "attackVersion": "18.1", "cwe": ["CWE-522"] },
      "firesOn": [
        {
          "name": "a program lists its keys",
          "event": { "evt.type": "keyctl", "evt.res": "SUCCESS", "proc.program": "app" }
        },
        {
          "name": "a key is stored",
          "event": { "evt.type": "add_key", "evt.res": "SUCCESS", "proc.program": "app" }
        },
        {
          "name": "a key is asked for that is not there",
          "event": { "evt.type": "request_key", "evt.res": "ENOKEY", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a log-in",
          "event": { "evt.type": "keyctl", "evt.res": "SUCCESS", "proc.program": "sshd" }
        },
        {
          "name": "a container is started",
          "event": { "evt.type": "keyctl", "evt.res": "SUCCESS", "proc.program": "runc" }
        },
        {
          "name": "an encrypted disk is opened",
          "event": { "evt.type": "add_key", "evt.res": "SUCCESS", "proc.program": "cryptsetup" }
        }
      ]
    },
    {
      "id": "syscall-open-by-handle",
      "title": "A file was opened by its number on the disk",
      "description": "open_by_handle_at opens a file by an identifier of the file system instead of a path. No directory on the way is asked for permission, and a container that may call it reads every file of the disk that it lies on. File servers and backup tools need that; nothing else does.",
      "trigger": "open_by_handle_at is called, whether it succeeds or not, by a program that is not known to serve or back up file systems.",
      "condition": "evt.type = open_by_handle_at and not proc.program glob anyof ($programs)",
      "message": "%proc.program tried to open a file by its handle (%evt.res)",
      "object": "%proc.program",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "rpc.mountd", "rpc.nfsd", "nfsd*", "exportfs", "ganesha.nfsd", "unfsd", "xfs_*", "xfsdump", "xfsrestore", "fatrace", "fanotify*",
            "clamonacc", "clamd", "fapolicyd", "criu", "beesd", "systemd", "systemd-*", "bpftrace", "cadvisor", "glusterfsd", "lustre*", "mds*"
          ],
          "meaning": "File servers, tools of file systems and programs that watch them, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2014-3519: containers of OpenVZ on simfs could read any file of the host by guessing handles for open_by_handle_at; the program shocker.c showed the same way out of Docker's containers.",
        "date": "2014-06-24",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2014-3519"
      },
      "remedy": "If a container did it, take CAP_DAC_READ_SEARCH from it, which containers do not have by default, and look at what it has read. If it is a backup or a file server that you run, add it to programs.",
      "tags": { "attack": ["T1611"], "attackVersion": "18.1", "cwe": ["CWE-284"] },
      "firesOn": [
        {
          "name": "an escape from a container",
          "event": { "evt.type": "open_by_handle_at", "evt.res": "SUCCESS", "proc.program": "shocker" }
        },
        {
          "name": "the attempt was refused",
          "event": { "evt.type": "open_by_handle_at", "evt.res": "EPERM", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a file server",
          "event": { "evt.type": "open_by_handle_at", "evt.res": "SUCCESS", "proc.program": "ganesha.nfsd" }
        },
        {
          "name": "a handle is only asked for",
          "event": { "evt.type": "name_to_handle_at", "evt.res": "SUCCESS", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "syscall-foreign-abi",
      "title": "A 64-bit program made a system call of another kind",
      "description": "A program for x86-64 called the kernel by the interface for 32-bit programs (int 0x80) or for x32. Compilers never produce that. Code does that wants to get past a filter which knows only one set of numbers, and code that was injected without regard to where it would run.",
      "trigger": "A program whose executable is a 64-bit one makes a system call by the i386 or the x32 interface, whether it succeeds or not.",
      "condition": "evt.syscall.abi in (i386, x32) and proc.is_64bit = true",
      "message": "%proc.program called %evt.type by the interface %evt.syscall.abi",
      "object": "%proc.program %evt.syscall.abi",
      "example": {
        "text": "CVE-2014-0038: recvmmsg of the x32 interface trusted a pointer that it should have checked. The public exploits were 64-bit programs that set the x32 bit in the call's number and became root.",
        "date": "2014-01-31",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2014-0038"
      },
      "remedy": "Find out which code did it: hand-written assembly, a just-in-time compiler with a mistake, or injected code. Let seccomp filters refuse other architectures, and boot with ia32_emulation=off where no 32-bit program is needed. If you write such assembly, use the syscall instruction.",
      "tags": { "attack": ["T1562", "T1068"], "attackVersion": "18.1", "cwe": ["CWE-693"] },
      "firesOn": [
        {
          "name": "shellcode for 32 bits",
          "event": { "evt.type": "execve", "evt.rawres": -14, "evt.syscall.abi": "i386", "proc.is_64bit": true, "proc.program": "app" }
        },
        {
          "name": "the x32 bit is set",
          "event": { "evt.type": "recvmmsg", "evt.syscall.abi": "x32", "proc.is_64bit": true, "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "a 32-bit program",
          "event": { "evt.type": "openat", "evt.syscall.abi": "i386", "proc.is_64bit": false, "proc.program": "steam" }
        },
        {
          "name": "an ordinary call",
          "event": { "evt.type": "openat", "evt.syscall.abi": "x86_64", "proc.is_64bit": true, "proc.program": "app" }
        }
      ]
    },
    {
      "id": "syscall-obsolete-or-dangerous",
      "title": "The program made a rare or obsolete system call",
      "description": "Some calls are there for hardware that is gone, for old binaries or for the administration of a machine: descriptor tables, input and output ports, process accounting, quotas. Ordinary programs make none of them. Because nearly nobody uses them, their code is little tested and a favourite of attackers.",
      "trigger": "modify_ldt, iopl, ioperm, uselib, acct, quotactl, nfsservctl, lookup_dcookie or _sysctl is called, whether it succeeds or not, by a program that has no known need of it.",
      "condition": "evt.type in (modify_ldt, iopl, ioperm, uselib, acct, quotactl, nfsservctl, lookup_dcookie, _sysctl) and not proc.program glob anyof ($programs)",
      "message": "%proc.program called %evt.type (%evt.res)",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "wine", "wine64", "wine-*", "wine64-*", "wineserver*", "*.exe", "dosemu*", "Xorg", "X", "Xorg.*", "hwclock", "flashrom", "nvramtool",
            "setpci", "lspci", "superiotool", "isadump", "isaset", "sensors-detect", "fancontrol", "watchdog", "accton", "quota*", "edquota", "repquota",
            "setquota", "warnquota", "convertquota", "xqmstats", "xfs_quota", "rpc.rquotad", "zfs", "dockerd", "containerd*", "snapperd", "smbd",
            "systemd", "systemd-*", "opcontrol", "oprofiled", "criu"
          ],
          "meaning": "Emulators, programs for hardware and for quotas, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2017-17053: a failure while a descriptor table made by modify_ldt was copied at fork left freed memory in use in kernels before 4.12.10, within reach of every local user.",
        "date": "2017-11-29",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2017-17053"
      },
      "remedy": "Find out what makes the call; if it is no emulator and no tool for the machine itself, treat it as hostile. Forbid these calls by a seccomp filter, as container runtimes do. If the program is meant to do it, add it to programs.",
      "tags": { "attack": ["T1068"], "attackVersion": "18.1", "cwe": ["CWE-477"] },
      "firesOn": [
        {
          "name": "a descriptor table is written",
          "event": { "evt.type": "modify_ldt", "evt.res": "SUCCESS", "proc.program": "app" }
        },
        {
          "name": "ports are asked for in vain",
          "event": { "evt.type": "ioperm", "evt.res": "EPERM", "proc.program": "app" }
        },
        {
          "name": "accounting is switched off",
          "event": { "evt.type": "acct", "evt.res": "SUCCESS", "proc.program": "cleanup" }
        }
      ],
      "silentOn": [
        {
          "name": "an emulator of Windows",
          "event": { "evt.type": "modify_ldt", "evt.res": "SUCCESS", "proc.program": "wine-preloader" }
        },
        {
          "name": "the quota tools",
          "event": { "evt.type": "quotactl", "evt.res": "SUCCESS", "proc.program": "repquota" }
        },
        {
          "name": "a thread's own segment",
          "event": { "evt.type": "arch_prctl", "evt.res": "SUCCESS", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "syscall-chroot-without-chdir",
      "title": "A program works outside the root that it was given",
      "description": "The program's working directory lies outside its root directory: somebody called chroot and forgot chdir. Every relative path then leads past the jail, and two dots lead to the real root. A jail like that holds nobody.",
      "trigger": "A program opens or executes a file, successfully or not, while its working directory lies outside its root directory.",
      "condition": "((evt.type in (execve, execveat) and evt.rawres = 0) or evt.is_open_read = true or evt.is_open_write = true) and proc.cwd_outside_root = true",
      "message": "%proc.program works outside its root directory (%evt.type)",
      "object": "%proc.program",
      "example": {
        "text": "CVE-2011-4099: capsh did not change the directory when it was told to use --chroot, so that programs started by it stood outside and could read everything.",
        "date": "2011-12",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2011-4099"
      },
      "remedy": "Call chdir(\"/\") right after chroot, or chdir into the new root and chroot(\".\"), before anything is opened or executed. Close descriptors of directories outside, give up root, or let a mount namespace do the work. If you did not write the program, report it: that is a bug.",
      "tags": { "attack": ["T1611"], "attackVersion": "18.1", "cwe": ["CWE-243"] },
      "firesOn": [
        {
          "name": "a file is opened in the jail",
          "event": { "evt.type": "openat", "proc.cwd_outside_root": true, "proc.program": "jaild", "evt.is_open_read": true }
        },
        {
          "name": "a program is started in it",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.cwd_outside_root": true, "proc.program": "worker" }
        }
      ],
      "silentOn": [
        {
          "name": "chdir came first",
          "event": { "evt.type": "openat", "proc.cwd_outside_root": false, "proc.program": "jaild", "evt.is_open_read": true }
        },
        {
          "name": "chdir comes next",
          "event": { "evt.type": "chdir", "proc.cwd_outside_root": true, "proc.program": "chroot" }
        }
      ]
    },
    {
      "id": "syscall-setuid-kept-groups",
      "title": "Root was given up but not all that comes with it",
      "description": "The program changed from root to another user and kept something of root: the saved user id, by which it can become root again, root's group or its supplementary groups. Whoever takes over the program has that too. The order is: groups, then the group, then the user.",
      "trigger": "setuid, setreuid or setresuid succeeds in giving up root, and root's saved id, group or supplementary groups remain. Programs that step back for a while on purpose do not count.",
      "condition": "evt.type in (setuid, setreuid, setresuid) and evt.failed = false and proc.kept_privileges exists and not proc.program glob anyof ($programs)",
      "message": "%proc.program gave up root by %evt.type and kept %proc.kept_privileges",
      "object": "%proc.program %proc.kept_privileges",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "sudo", "su", "doas", "login", "newgrp", "sg", "sshd", "sshd-*", "cron", "crond", "crontab", "at", "atd", "mount", "umount", "fusermount*",
            "pkexec", "polkitd", "dbus-daemon*", "exim*", "sendmail", "procmail", "maildrop", "dovecot", "master", "local", "pipe", "smbd", "nmbd",
            "winbindd", "vsftpd", "proftpd", "rpc.*", "Xorg", "systemd", "systemd-*", "setpriv", "capsh"
          ],
          "meaning": "Programs that give up root for a while, or keep something because they were told to, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2021-41617: sshd started the helper of AuthorizedKeysCommand as another user without setting its supplementary groups; the helper ran with those of sshd.",
        "date": "2021-09-26",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2021-41617"
      },
      "remedy": "Call setgroups or initgroups, then setresgid, then setresuid with all three ids, and check every result. If the program must be able to become root again, split it: keep a small process as root and let the rest give up everything. Add programs that step back for a while to the list.",
      "tags": { "attack": ["T1548"], "attackVersion": "18.1", "cwe": ["CWE-271", "CWE-272", "CWE-273"] },
      "firesOn": [
        {
          "name": "the groups were forgotten",
          "event": { "evt.type": "setuid", "evt.failed": false, "proc.kept_privileges": ["groups"], "proc.program": "webd" }
        },
        {
          "name": "a saved id 0 remains",
          "event": { "evt.type": "setresuid", "evt.failed": false, "proc.kept_privileges": ["saved-uid"], "proc.program": "webd" }
        }
      ],
      "silentOn": [
        {
          "name": "everything was given up",
          "event": { "evt.type": "setresuid", "evt.failed": false, "proc.kept_privileges": [], "proc.program": "webd" }
        },
        {
          "name": "a log-in daemon steps back to read a user's file",
          "event": { "evt.type": "setresuid", "evt.failed": false, "proc.kept_privileges": ["saved-uid"], "proc.program": "sshd" }
        },
        {
          "name": "it was never root",
          "event": { "evt.type": "setuid", "evt.failed": true, "proc.program": "app" }
        }
      ]
    }
  ]
}

"""###)
}
