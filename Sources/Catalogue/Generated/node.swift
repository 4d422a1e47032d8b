// Written from Data/node.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let node = CatalogueText(
    name: "node.json",
    text: ###"""
{
  "category": "node",
  "alerts": [
    {
      "id": "node-end-of-life-os",
      "title": "The operating system gets no more security updates",
      "description": "Nobody publishes free security updates of this distribution's release any more. Every weakness that is found from now on stays open here, and the descriptions of the fixes elsewhere tell attackers where to look.",
      "trigger": "The command is started on a release that is past the end of its free security updates, by the table that dftrace was built with.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and os.is_end_of_life = true",
      "message": "%os.name has had no security updates since %os.end_of_life",
      "object": "%os.id %os.version",
      "example": {
        "text": "CVE-2024-2961: iconv of glibc could write past its buffer, which turned a file read by PHP into foreign code. CentOS Linux 8, whose updates had ended on the last day of 2021, got no fix.",
        "date": "2024-04-17",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2024-2961"
      },
      "remedy": "Move to a release that is maintained; in a container, change the base image and build again. If you pay for extended updates, disable this alert in your policy and see to it that those updates are really installed.",
      "tags": { "attack": ["T1190", "T1068"], "attackVersion": "18.1", "cwe": ["CWE-1104"] },
      "firesOn": [
        {
          "name": "a release that has ended",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "os.is_end_of_life": true, "os.id": "centos", "os.version": "8", "os.name": "CentOS Linux 8", "os.end_of_life": "2021-12-31" }
        },
        {
          "name": "an old base image",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "os.is_end_of_life": true, "os.id": "debian", "os.version": "10", "os.name": "Debian GNU/Linux 10 (buster)", "os.end_of_life": "2024-06-30" }
        }
      ],
      "silentOn": [
        {
          "name": "a release that is maintained",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "os.is_end_of_life": false, "os.id": "debian", "os.version": "13", "os.name": "Debian GNU/Linux 13 (trixie)", "os.end_of_life": "2030-06-30" }
        },
        {
          "name": "a distribution without releases",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "os.is_end_of_life": false, "os.id": "arch", "os.name": "Arch Linux" }
        },
        {
          "name": "said once, not for every program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "os.is_end_of_life": true, "os.id": "centos", "os.version": "8" }
        }
      ]
    },
    {
      "id": "node-old-kernel",
      "title": "The kernel is older than the policy allows",
      "description": "The running kernel is of a series that the policy holds to be too old. Old series lack years of protections and, unless a distribution maintains them, of fixes. A container does not help: it uses the host's kernel.",
      "trigger": "The command is started on a kernel whose version is below the limit. Fixes that a distribution has put into an old version are not seen.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and kernel.number < $oldest",
      "message": "the kernel is %kernel.release",
      "object": "%kernel.release",
      "criteria": {
        "oldest": {
          "type": "number",
          "default": 5010,
          "meaning": "The oldest version that is allowed, as a number: 5.10 is 5010."
        }
      },
      "example": {
        "text": "CVE-2021-22555: a mistake in netfilter that had been in the kernel since 2006 let any user who could make a namespace become root and leave a container. It was fixed in 5.12 and the maintained series; other kernels still have it.",
        "date": "2021-07-07",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2021-22555"
      },
      "remedy": "Install the distribution's current kernel and restart the machine: an installed kernel that is not running protects nobody. If your distribution maintains an old version, set oldest to that one.",
      "tags": { "attack": ["T1068"], "attackVersion": "18.1", "cwe": ["CWE-1104"] },
      "firesOn": [
        {
          "name": "a kernel of 2018",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "kernel.number": 4019, "kernel.release": "4.19.0-27-amd64" }
        },
        {
          "name": "just below the limit",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "kernel.number": 5009, "kernel.release": "5.9.16" }
        }
      ],
      "silentOn": [
        {
          "name": "a maintained series",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "kernel.number": 6001, "kernel.release": "6.1.0-18-amd64" }
        },
        {
          "name": "the oldest that is allowed",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "kernel.number": 5010, "kernel.release": "5.10.0-28-amd64" }
        },
        {
          "name": "the policy allows older ones",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "kernel.number": 4018, "kernel.release": "4.18.0-553.el8.x86_64" },
          "criteria": { "oldest": 4018 }
        }
      ]
    },
    {
      "id": "node-aslr-disabled",
      "title": "Programs run at addresses that are known beforehand",
      "description": "The kernel puts stacks, heaps and libraries at random addresses, so that an exploit does not know where to jump. That is switched off, for the whole machine or for a program and all that it starts. A bug that would only crash a program is then often enough to take it over.",
      "trigger": "The command is started with randomization off, or a program switches it off for itself by personality. Asking for the present state does not count, and debuggers do not.",
      "condition": "(evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.aslr = 0) or (evt.type = personality and evt.arg.value contains ADDR_NO_RANDOMIZE and not evt.rawarg.value in (4294967295, -1) and evt.failed = false and not proc.exepath glob anyof ($programs))",
      "message": "%proc.program runs without address-space randomization, or what it starts will (%evt.type)",
      "object": "%proc.program %evt.type",
      "criteria": {
        "programs": {
          "type": "paths",
          "default": ["*/gdb", "*/gdbserver", "*/gdb-multiarch", "*/lldb*", "*/rr", "*/sbcl", "*/temacs"],
          "meaning": "Debuggers, and programs that need fixed addresses, as patterns of their executables."
        }
      },
      "example": {
        "text": "CVE-2016-3672: on kernels up to 4.5.2, lifting the limit of the stack's size took the randomness from 32-bit programs, set-user-id ones included; the flag ADDR_NO_RANDOMIZE, which they ignore, could be had by a detour.",
        "date": "2016-04",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-3672"
      },
      "remedy": "Set the sysctl kernel.randomize_va_space to 2 and look for what changed it. If a program was started by `setarch -R`, start it without. A test with a sanitizer may start itself again without randomization where vm.mmap_rnd_bits is above 28: lower that, or add the program to programs.",
      "tags": { "attack": ["T1562"], "attackVersion": "18.1", "cwe": ["CWE-693"] },
      "firesOn": [
        {
          "name": "the sysctl is 0",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.aslr": 0, "proc.program": "app", "proc.exepath": "/srv/app" }
        },
        {
          "name": "a program switches it off",
          "event": { "evt.type": "personality", "evt.failed": false, "evt.arg.value": "ADDR_NO_RANDOMIZE", "evt.rawarg.value": 262144, "proc.exepath": "/usr/bin/setarch", "proc.program": "setarch" }
        }
      ],
      "silentOn": [
        {
          "name": "full randomization",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.aslr": 2, "proc.program": "app", "proc.exepath": "/srv/app" }
        },
        {
          "name": "a program asks for the present state",
          "event": { "evt.type": "personality", "evt.failed": false, "evt.arg.value": "UNAME26|ADDR_NO_RANDOMIZE|READ_IMPLIES_EXEC", "evt.rawarg.value": 4294967295, "proc.exepath": "/srv/app", "proc.program": "app" }
        },
        {
          "name": "a debugger",
          "event": { "evt.type": "personality", "evt.failed": false, "evt.arg.value": "ADDR_NO_RANDOMIZE", "evt.rawarg.value": 262144, "proc.exepath": "/usr/bin/gdb", "proc.program": "gdb" }
        },
        {
          "name": "another personality",
          "event": { "evt.type": "personality", "evt.failed": false, "evt.arg.value": "UNAME26", "evt.rawarg.value": 131072, "proc.exepath": "/usr/bin/setarch", "proc.program": "setarch" }
        }
      ]
    },
    {
      "id": "node-excess-capabilities",
      "title": "The container has capabilities that it was given",
      "description": "The command has capabilities that no container has by default. With some of them it can mount, load code into the kernel, read every file of the host or look into other programs, so that whoever takes over the program is soon outside the container.",
      "trigger": "The command is started in a container with capabilities beyond those that container runtimes give by default. Containers that have all of them raise node-privileged-container instead.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.excess_capabilities exists and node.is_privileged = false",
      "message": "the container has %node.excess_capabilities",
      "object": "%node.excess_capabilities",
      "example": {
        "text": "CVE-2016-8867: Docker 1.12.2 gave the programs of containers ambient capabilities that their user should not have had, so that an image could get at files in spite of their permissions.",
        "date": "2016-10-28",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2016-8867"
      },
      "remedy": "Start the container without --cap-add, or with --cap-drop=ALL and only what the program fails without. CAP_SYS_ADMIN is nearly the same as root on the host. If the capability is needed, give it to that one container and disable this alert in its policy.",
      "tags": { "attack": ["T1611", "T1548"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "it may mount",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.excess_capabilities": ["CAP_SYS_ADMIN"], "node.is_privileged": false }
        },
        {
          "name": "it may look into other programs",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.excess_capabilities": ["CAP_SYS_PTRACE", "CAP_NET_ADMIN"], "node.is_privileged": false }
        }
      ],
      "silentOn": [
        {
          "name": "the default set",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.excess_capabilities": [], "node.is_privileged": false }
        },
        {
          "name": "said by another alert",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.excess_capabilities": ["CAP_SYS_ADMIN"] }
        },
        {
          "name": "a program that the command starts",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "node.excess_capabilities": ["CAP_SYS_ADMIN"], "node.is_privileged": false }
        }
      ]
    },
    {
      "id": "node-privileged-container",
      "title": "The command runs in a privileged container",
      "description": "The container has all capabilities. It sees the host's devices, may mount its disks and change its kernel: it is a way of packing files, no boundary. Whoever takes over any program in it has the host.",
      "trigger": "The command is started in a container that has all capabilities.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.is_privileged = true",
      "message": "%proc.program runs in a privileged container",
      "object": "%os.id %os.version",
      "example": {
        "text": "Trend Micro showed how little it takes to get from a privileged container to its host, and described attackers who looked for open Docker services in order to start such containers on them.",
        "date": "2019-12-20",
        "reference": "https://www.trendmicro.com/en_us/research/19/l/why-running-a-privileged-container-in-docker-is-a-bad-idea.html"
      },
      "remedy": "Start the container without --privileged (privileged: true). What it was needed for can mostly be had by one capability, one --device, or a builder that works without root, such as BuildKit or Buildah. A job that builds images in a privileged container should run on a machine of its own.",
      "tags": { "attack": ["T1611"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "docker run --privileged",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.is_privileged": true, "proc.program": "app", "os.id": "debian", "os.version": "12" }
        },
        {
          "name": "a CI runner that builds images",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.is_privileged": true, "proc.program": "dockerd", "os.id": "alpine", "os.version": "3.20" }
        }
      ],
      "silentOn": [
        {
          "name": "an ordinary container",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.is_privileged": false, "proc.program": "app", "os.id": "debian", "os.version": "12" }
        },
        {
          "name": "no container",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.is_container": false, "node.is_privileged": false, "proc.program": "app", "os.id": "debian", "os.version": "12" }
        }
      ]
    },
    {
      "id": "node-host-namespace",
      "title": "The container shares a namespace with its host",
      "description": "The container was started without a namespace of its own for processes, messages, names or the network. It sees the host's programs and may signal them, or it reaches the services that the host offers only to itself.",
      "trigger": "The command is started in a container that shares its pid, ipc, uts or net namespace with the host.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.host_namespaces exists",
      "message": "the container shares with its host: %node.host_namespaces",
      "object": "%node.host_namespaces",
      "example": {
        "text": "Users of Docker's --net=host found that a container could restart the host: in the host's network it reached the service manager's local socket. Docker has warned of it in its manual since.",
        "date": "2014-06",
        "reference": "https://github.com/moby/moby/pull/6449"
      },
      "remedy": "Start the container without --pid=host, --ipc=host, --uts=host and --net=host (hostPID, hostIPC, hostNetwork). Publish the ports that it serves instead. Agents that watch the host need some of it: let them run alone and disable this alert in their policy.",
      "tags": { "attack": ["T1611"], "attackVersion": "18.1", "cwe": ["CWE-653"] },
      "firesOn": [
        {
          "name": "it sees the host's programs",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.host_namespaces": ["pid"] }
        },
        {
          "name": "it uses the host's network",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.host_namespaces": ["net", "uts"] }
        }
      ],
      "silentOn": [
        {
          "name": "namespaces of its own",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.host_namespaces": [] }
        },
        {
          "name": "no container",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.is_container": false }
        },
        {
          "name": "a program that the command starts",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "node.host_namespaces": ["pid"] }
        }
      ]
    },
    {
      "id": "node-host-filesystem-mounted",
      "title": "Directories of the host are mounted in the container",
      "description": "The container holds a directory of the host that matters to it: its root, its configuration, its programs or the data of its container runtime. What may be written there is executed by the host sooner or later, and what may be read there includes its secrets.",
      "trigger": "The command is started in a container in which such a directory of the host is mounted.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.host_mounts exists",
      "message": "directories of the host are mounted at %node.host_mounts",
      "object": "%node.host_mounts",
      "example": {
        "text": "Doki: the attackers started containers by open Docker services, with the host's root directory mounted in them, and wrote a line into the host's crontab from there.",
        "date": "2020-07-28",
        "reference": "https://attack.mitre.org/software/S0600/"
      },
      "remedy": "Mount only the directory that the program works on, read-only where that is enough (-v /srv/data:/data:ro). Let what has to manage the host run on the host. If the mount is needed, give the container no root and disable this alert in its policy.",
      "tags": { "attack": ["T1611"], "attackVersion": "18.1", "cwe": ["CWE-668"] },
      "firesOn": [
        {
          "name": "the host's root",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.host_mounts": ["/host"] }
        },
        {
          "name": "the host's configuration",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.host_mounts": ["/host/etc", "/host/var/lib/docker"] }
        }
      ],
      "silentOn": [
        {
          "name": "the working directory and a cache only",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.host_mounts": [] }
        },
        {
          "name": "no container",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.is_container": false }
        }
      ]
    },
    {
      "id": "node-container-socket-mounted",
      "title": "The container can command its container runtime",
      "description": "The control socket of a container runtime can be reached from inside the container. Whoever may write to it can start a container with the host's root directory in it: that is root on the host, with no exploit at all.",
      "trigger": "The command is started in a container in which a control socket of Docker, containerd, CRI-O or Podman is found.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.runtime_sockets exists",
      "message": "a container runtime can be commanded by %node.runtime_sockets",
      "object": "%node.runtime_sockets",
      "example": {
        "text": "CVE-2025-9074: any container of Docker Desktop could reach the engine's own interface over the network, start further containers by it and, on Windows, mount the drives of the host in them.",
        "date": "2025-08-20",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2025-9074"
      },
      "remedy": "Take the mount of /var/run/docker.sock away. Build images without a daemon (Buildah, or BuildKit without root); tools that only watch containers can work by a proxy that lets reading requests through. Read-only mounting does not help: a socket can still be written to.",
      "tags": { "attack": ["T1611", "T1610"], "attackVersion": "18.1", "cwe": ["CWE-250", "CWE-668"] },
      "firesOn": [
        {
          "name": "Docker's socket",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.runtime_sockets": ["/var/run/docker.sock"] }
        },
        {
          "name": "containerd's socket",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.runtime_sockets": ["/run/containerd/containerd.sock"] }
        }
      ],
      "silentOn": [
        {
          "name": "a container without it",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.runtime_sockets": [] }
        },
        {
          "name": "Docker's socket on the host itself",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.is_container": false }
        },
        {
          "name": "a program that the command starts",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "node.runtime_sockets": ["/var/run/docker.sock"] }
        }
      ]
    },
    {
      "id": "node-secret-in-environment",
      "title": "The environment holds secrets",
      "description": "Variables of the environment hold passwords or tokens. Every program that the command starts inherits them, every dependency can read them, and they end up in crash reports and logs. The report names the variables and never shows what they hold.",
      "trigger": "The command is started with variables whose names or values look like secrets.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.secrets exists",
      "message": "secrets in the environment: %node.secrets",
      "object": "%node.secrets",
      "example": {
        "text": "crossenv: a package on npm with nearly the name of cross-env sent the environment of everybody who installed it to its author; it and some forty others by the same author were there for two weeks.",
        "date": "2017-08-01",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2017-16074"
      },
      "remedy": "Give a secret only to the step that needs it, as a file that it alone may read or by the platform's own identity (OIDC), and let it expire soon. In a CI job, install dependencies and run tests in steps without secrets. If a secret was there that you did not know of, change it.",
      "tags": { "attack": ["T1552"], "attackVersion": "18.1", "cwe": ["CWE-526"] },
      "firesOn": [
        {
          "name": "a key of a cloud",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.secrets": ["AWS_SECRET_ACCESS_KEY"] }
        },
        {
          "name": "tokens of a CI job",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.secrets": ["GITHUB_TOKEN", "NPM_TOKEN"] }
        }
      ],
      "silentOn": [
        {
          "name": "an ordinary environment",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.secrets": [] }
        },
        {
          "name": "said once, not for every program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "node.secrets": ["GITHUB_TOKEN"] }
        }
      ]
    },
    {
      "id": "node-writable-path",
      "title": "Programs are looked for where others may write",
      "description": "PATH has a part before the system's own directories that is relative or empty, or that others may write. Whoever can put a file there with the name of a common program has it executed with your rights, by this command and by all that it starts.",
      "trigger": "The command is started with such a part in PATH.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.unsafe_path exists",
      "message": "PATH has parts that are not safe: %node.unsafe_path",
      "object": "%node.unsafe_path",
      "example": {
        "text": "CVE-2008-1810: a set-user-id program of SAP MaxDB on Linux started helpers by their bare names. Who put a directory of his own first in PATH had his programs run with its rights.",
        "date": "2008-07-30",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2008-1810"
      },
      "remedy": "Take `.` and empty parts (a colon at the beginning or end, two in a row) out of PATH, and the write permission for others from the directory that is named (chmod o-w). If you want the project's own tools, add their directory by its whole name, after the system's.",
      "tags": { "attack": ["T1574.007"], "attackVersion": "18.1", "cwe": ["CWE-426", "CWE-427"] },
      "firesOn": [
        {
          "name": "the current directory",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.unsafe_path": ["."] }
        },
        {
          "name": "a directory that everybody may write",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.unsafe_path": ["/opt/tools/bin"] }
        }
      ],
      "silentOn": [
        {
          "name": "the user's own directories and the system's",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.unsafe_path": [] }
        },
        {
          "name": "said once, not for every program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "node.unsafe_path": ["."] }
        }
      ]
    },
    {
      "id": "node-core-pattern",
      "title": "Crashed programs leave their memory in ordinary files",
      "description": "When a program crashes, the kernel writes its memory into a file where the program stood, or in a directory that everybody may write. Keys and passwords are in it, and nobody looks after such files: they are served, packed into artefacts or copied into images.",
      "trigger": "The command is started while kernel.core_pattern names a relative file or one in a temporary directory, instead of a program that takes the core or a directory made for it.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.core_pattern exists and not node.core_pattern = \"\" and not node.core_pattern startswith \"|\" and (not node.core_pattern startswith / or node.core_pattern glob anyof ($directories))",
      "message": "cores are written as %node.core_pattern",
      "object": "%node.core_pattern",
      "criteria": {
        "directories": {
          "type": "paths",
          "default": ["/tmp/*", "/var/tmp/*", "/dev/shm/*"],
          "meaning": "Directories that are no place for cores, as patterns of the whole setting."
        }
      },
      "example": {
        "text": "CVE-2006-2451: kernels 2.6.13 to 2.6.17.3 let a program leave its core in a directory that it may not write, such as that of cron, which then executed the lines in it as root.",
        "date": "2006-07",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2006-2451"
      },
      "remedy": "Let systemd-coredump or apport take the cores, or name a directory that only root may read. Set the limit of their size to 0 (`ulimit -c 0`) for programs that hold secrets. In a container the host's setting counts.",
      "tags": { "attack": ["T1005"], "attackVersion": "18.1", "cwe": ["CWE-528"] },
      "firesOn": [
        {
          "name": "the kernel's default",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.core_pattern": "core" }
        },
        {
          "name": "a relative name with the program's",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.core_pattern": "core.%e.%p" }
        },
        {
          "name": "a directory that everybody may write",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.core_pattern": "/tmp/core.%p" }
        }
      ],
      "silentOn": [
        {
          "name": "systemd takes them",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.core_pattern": "|/usr/lib/systemd/systemd-coredump %P %u %g %s %t %c %h" }
        },
        {
          "name": "a directory made for them",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.core_pattern": "/var/crash/core.%p" }
        },
        {
          "name": "cores are switched off",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.core_pattern": "" }
        }
      ]
    },
    {
      "id": "node-no-lsm",
      "title": "No security module confines programs here",
      "description": "None of the kernel's modules that confine programs by rules is in force. Only users and permissions then stand between a program that was taken over and the rest of the machine.",
      "trigger": "The command is started on a kernel whose list of security modules can be seen and holds none of the named ones.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.lsms exists and not node.lsms intersects ($modules)",
      "message": "only these security modules are in force: %node.lsms",
      "object": "%node.lsms",
      "criteria": {
        "modules": {
          "type": "texts",
          "default": ["apparmor", "selinux", "smack", "tomoyo"],
          "meaning": "Modules that confine programs by rules; one of them is enough."
        }
      },
      "example": {
        "text": "CVE-2016-9962: a program in a container could get hold of descriptors of the host through runc, the moment another one was started in it. Where SELinux was in force it could do nothing with them.",
        "date": "2017-01-10",
        "reference": "https://access.redhat.com/security/vulnerabilities/cve-2016-9962"
      },
      "remedy": "Boot with the distribution's module (lsm= and apparmor=1 or selinux=1 on the kernel's command line) and see that its rules are loaded: `aa-status` or `getenforce`. Virtual machines of CI services often have none; there it matters less, since they are thrown away.",
      "tags": { "attack": ["T1562.001"], "attackVersion": "18.1", "cwe": ["CWE-693"] },
      "firesOn": [
        {
          "name": "capabilities alone",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.lsms": ["capability"] }
        },
        {
          "name": "modules that confine nobody by themselves",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.lsms": ["lockdown", "capability", "landlock", "yama", "bpf"] }
        }
      ],
      "silentOn": [
        {
          "name": "Debian and Ubuntu",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.lsms": ["lockdown", "capability", "landlock", "yama", "apparmor"] }
        },
        {
          "name": "Fedora",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.lsms": ["lockdown", "capability", "yama", "selinux", "bpf"] }
        },
        {
          "name": "the list can't be seen",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true }
        }
      ]
    },
    {
      "id": "node-ptrace-scope",
      "title": "Programs may look into all others of their user",
      "description": "kernel.yama.ptrace_scope is lower than the policy asks for. At 0, any program may attach to any other of the same user and read what it holds: the key agent, the browser, the shell in which a password was just typed.",
      "trigger": "The command is started while kernel.yama.ptrace_scope is below the limit, or the kernel has no Yama.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.ptrace_scope < $scope",
      "message": "kernel.yama.ptrace_scope is %node.ptrace_scope",
      "object": "%node.ptrace_scope",
      "criteria": {
        "scope": {
          "type": "number",
          "default": 1,
          "meaning": "The lowest setting that is allowed: 1 lets programs trace those that they start, 2 only root."
        }
      },
      "example": {
        "text": "sudo_inject: published code that attaches to the user's other shells and lets them make a sudo session valid that was not; it works wherever ptrace_scope is 0.",
        "date": "2019-03-24",
        "reference": "https://github.com/nongiach/sudo_inject"
      },
      "remedy": "Set the sysctl kernel.yama.ptrace_scope to 1. A debugger can still start programs; to attach to a running one use sudo, or let the program allow it by prctl(PR_SET_PTRACER). dftrace itself needs 1 or less to start a program, and root at 2.",
      "tags": { "attack": ["T1055.008", "T1003.007"], "attackVersion": "18.1", "cwe": ["CWE-693"] },
      "firesOn": [
        {
          "name": "everything may be attached to",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.ptrace_scope": 0 }
        },
        {
          "name": "the policy asks for more",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.ptrace_scope": 1 },
          "criteria": { "scope": 2 }
        }
      ],
      "silentOn": [
        {
          "name": "children only",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.ptrace_scope": 1 }
        },
        {
          "name": "root only",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.ptrace_scope": 2 }
        }
      ]
    },
    {
      "id": "node-umask",
      "title": "New files may be written by everybody",
      "description": "The umask does not take away the permission for others to write. Every file and directory that the command and its children make without saying otherwise can be changed by every user of the machine, and what is executed from there is theirs to choose.",
      "trigger": "The command is started with one of the listed umasks.",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.umask in ($umasks)",
      "message": "the umask is %node.umask (decimal) and lets others write",
      "object": "%node.umask",
      "criteria": {
        "umasks": {
          "type": "numbers",
          "default": [0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24, 25, 28, 29, 32, 33, 36, 37, 40, 41, 44, 45, 48, 49, 52, 53, 56, 57, 60, 61],
          "meaning": "Umasks that leave others the right to write, as decimal numbers: 0 is 000, 16 is 020."
        }
      },
      "example": {
        "text": "CVE-2001-1322: xinetd ran with the umask 0 and handed it on to every service that it started, so that files which those made could be read and written by everybody.",
        "date": "2001-06",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2001-1322"
      },
      "remedy": "Set `umask 022` or, better, 077 before the command: in the CI job, in UMask= of the systemd unit, or in the image's entry point. If files have to be shared, use a group and 002.",
      "tags": { "attack": ["T1222.002"], "attackVersion": "18.1", "cwe": ["CWE-276"] },
      "firesOn": [
        {
          "name": "nothing is taken away",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.umask": 0 }
        },
        {
          "name": "only the group is kept from writing",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.umask": 16 }
        }
      ],
      "silentOn": [
        {
          "name": "the usual one",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.umask": 18 }
        },
        {
          "name": "a group works together",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.umask": 2 }
        },
        {
          "name": "nobody else at all",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.umask": 63 }
        }
      ]
    },
    {
      "id": "node-kernel-mitigations-off",
      "title": "The processor has weaknesses that are not mitigated",
      "description": "The processor can be brought to give away what it computes for others, and the kernel does nothing against it: the protection was switched off (mitigations=off), or the kernel or the microcode is too old. Programs of other users, virtual machines or scripts on the same machine can read secrets from memory.",
      "trigger": "The command is started on a machine whose kernel reports weaknesses of the processor as vulnerable (/sys/devices/system/cpu/vulnerabilities).",
      "condition": "evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_command = true and node.vulnerable_cpu exists",
      "message": "the processor is vulnerable to %node.vulnerable_cpu",
      "object": "%node.vulnerable_cpu",
      "example": {
        "text": "CVE-2017-5754, called Meltdown: any program could read all of the kernel's memory on most Intel processors of the time, until the kernel kept its pages apart from the programs'.",
        "date": "2018-01-03",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2017-5754"
      },
      "remedy": "Install the current kernel and microcode, take mitigations=off from the kernel's command line and start again; `lscpu` lists what is left. On a machine that only ever runs code that you trust, the loss of speed may weigh more: then disable this alert.",
      "tags": { "attack": ["T1212"], "attackVersion": "18.1", "cwe": ["CWE-1420"] },
      "firesOn": [
        {
          "name": "mitigations=off",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.vulnerable_cpu": ["meltdown", "spectre_v2"] }
        },
        {
          "name": "the microcode is too old",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.vulnerable_cpu": ["mmio_stale_data"] }
        }
      ],
      "silentOn": [
        {
          "name": "everything is mitigated",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": true, "node.vulnerable_cpu": [] }
        },
        {
          "name": "said once, not for every program",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_command": false, "node.vulnerable_cpu": ["meltdown"] }
        }
      ]
    }
  ]
}

"""###)
}
