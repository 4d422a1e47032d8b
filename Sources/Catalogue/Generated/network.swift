// Written from Data/network.json by the tests. Change that file and run them with DFTRACE_RECORD=1.
// swift-format-ignore-file

extension CatalogueText {
  static let network = CatalogueText(
    name: "network.json",
    text: ###"""
{
  "category": "network",
  "alerts": [
    {
      "id": "network-shell-connects",
      "title": "A shell opened a network connection by itself",
      "description": "A shell connected a socket itself, which only its redirections to /dev/tcp and /dev/udp or a network module do. Build and deployment scripts leave the network to programs such as curl or git; injected commands use this way because it works where no such program is installed and leaves no trace in the list of programs that ran.",
      "trigger": "A shell calls connect with an internet address, or sends to one. A program that the shell starts may connect; a failed attempt counts too.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.sockfamily = ip and proc.is_shell = true",
      "message": "%proc.program connected to %fd.sip:%fd.sport by itself",
      "object": "%fd.sip:%fd.sport",
      "example": {
        "text": "CVE-2019-3702: the DNS test page of Lifesize Icon video systems handed its address field to a shell. The published request appends a redirection to /dev/tcp, and the device's shell connects to the attacker without any further program.",
        "date": "2019-03-26",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2019-3702"
      },
      "remedy": "Find the script or the string given to sh -c that holds /dev/tcp or /dev/udp: the process's ancestors show who started it. If the command is built from input, pass arguments as a list instead of through a shell. If it is your own check of a port, use a client such as curl or nc, or make an exception for that script.",
      "tags": { "attack": ["T1059.004"], "attackVersion": "18.1", "cwe": ["CWE-78"] },
      "firesOn": [
        {
          "name": "bash opens /dev/tcp",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 4444, "fd.l4proto": "tcp", "proc.is_shell": true, "proc.program": "bash" }
        },
        {
          "name": "the attempt counts when nobody listens",
          "event": { "evt.type": "connect", "evt.rawres": -111, "evt.failed": true, "fd.sockfamily": "ip", "fd.sip": "2001:db8::1", "fd.sport": 443, "fd.l4proto": "tcp", "proc.is_shell": true, "proc.program": "zsh" }
        }
      ],
      "silentOn": [
        {
          "name": "curl that a shell started",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "proc.is_shell": false, "proc.program": "curl", "proc.pname": "bash" }
        },
        {
          "name": "a shell asks the name service over a local socket",
          "event": { "evt.type": "connect", "evt.rawres": -2, "fd.sockfamily": "unix", "fd.name": "/run/nscd/socket", "proc.is_shell": true, "proc.program": "bash" }
        }
      ]
    },
    {
      "id": "network-reverse-shell",
      "title": "A shell's input and output are an outgoing connection",
      "description": "A shell or a script interpreter has an internet socket that this run connected as its standard input and output. Whoever is at the other end types commands and reads the answers: this is a reverse shell, the usual second step after code was injected or a malicious dependency was installed.",
      "trigger": "A shell or interpreter is executed while standard input and output are sockets that this run connected, or it brings such a socket onto descriptor 0, 1 or 2 itself: by a copy, by connecting what is there, or by receiving it from another process. A socket that was accepted, as under inetd, does not count.",
      "condition": "(proc.is_shell = true or proc.is_interpreter = true) and ((evt.type in (execve, execveat) and evt.rawres = 0) or (evt.type in (dup2, dup3) and evt.arg.newfd in (0, 1, 2) and fd.is_outgoing = true and evt.failed = false) or ((evt.type = dup or (evt.type = fcntl and evt.arg.cmd in (F_DUPFD, F_DUPFD_CLOEXEC) and evt.arg.arg2 in (0, 1, 2))) and fd.is_outgoing = true and evt.rawres in (0, 1, 2)) or (evt.type = pidfd_getfd and evt.rawres in (0, 1, 2)) or (evt.type in (recvmsg, recvmmsg) and evt.failed = false) or (evt.type in (connect, sendto, sendmsg, sendmmsg) and evt.arg.fd in (0, 1, 2) and fd.sockfamily = ip)) and proc.stdin.is_outgoing = true and proc.stdout.is_outgoing = true",
      "message": "%proc.program takes its commands from %proc.stdin.name",
      "object": "%proc.program",
      "example": {
        "text": "A package on PyPI ran a Python one-liner from its setup.py: it connected to the attacker, put the socket onto descriptors 0, 1 and 2 with os.dup2 and started /bin/sh on it, so that pip install opened a reverse shell.",
        "date": "2021-08-06",
        "reference": "https://github.com/pypi/warehouse/issues/9887"
      },
      "remedy": "Treat the machine as compromised: cut the connection, and change every secret that the process could read. Find out where the code came from by the process's ancestors, an installed package's script for example, and remove it. A tool of your own that serves a shell over a socket should accept connections instead and authenticate them.",
      "tags": { "attack": ["T1059", "T1059.004"], "attackVersion": "18.1", "cwe": ["CWE-506", "CWE-78"] },
      "firesOn": [
        {
          "name": "sh is executed on a connected socket",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.is_interpreter": false, "proc.stdin.is_outgoing": true, "proc.stdout.is_outgoing": true, "proc.stdin.type": "ipv4", "proc.stdin.name": "10.0.0.2:40312->192.0.2.1:4444", "proc.program": "sh" }
        },
        {
          "name": "bash redirects itself to /dev/tcp",
          "event": { "evt.type": "dup2", "evt.rawres": 0, "evt.failed": false, "evt.arg.newfd": 0, "fd.is_outgoing": true, "proc.is_shell": true, "proc.is_interpreter": false, "proc.stdin.is_outgoing": true, "proc.stdout.is_outgoing": true, "proc.stdin.name": "10.0.0.2:40312->192.0.2.1:4444", "proc.program": "bash" }
        },
        {
          "name": "a Python script puts the socket onto its standard error last",
          "event": { "evt.type": "dup3", "evt.rawres": 2, "evt.failed": false, "evt.arg.newfd": 2, "fd.is_outgoing": true, "proc.is_shell": false, "proc.is_interpreter": true, "proc.stdin.is_outgoing": true, "proc.stdout.is_outgoing": true, "proc.stdin.name": "10.0.0.2:40312->192.0.2.1:4444", "proc.program": "setup.py" }
        }
      ],
      "silentOn": [
        {
          "name": "a server starts sh on a connection that it accepted",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": true, "proc.is_interpreter": false, "proc.stdin.is_outgoing": false, "proc.stdout.is_outgoing": false, "proc.stdin.type": "ipv4", "proc.program": "sh" }
        },
        {
          "name": "only the output goes to a connection",
          "event": { "evt.type": "dup2", "evt.rawres": 1, "evt.failed": false, "evt.arg.newfd": 1, "fd.is_outgoing": true, "proc.is_shell": true, "proc.is_interpreter": false, "proc.stdin.is_outgoing": false, "proc.stdout.is_outgoing": true, "proc.program": "bash" }
        },
        {
          "name": "ssh's helper, which is no shell, is executed on its connection",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": false, "proc.is_interpreter": false, "proc.stdin.is_outgoing": true, "proc.stdout.is_outgoing": true, "proc.program": "proxy-helper" }
        }
      ]
    },
    {
      "id": "network-cloud-metadata",
      "title": "The cloud's metadata service was contacted",
      "description": "The program contacted an address at which clouds hand out what a machine is and, to anyone who asks from inside, the credentials of its role. An application that fetches addresses given by its users can be made to fetch these (server-side request forgery), and a malicious dependency asks for them directly.",
      "trigger": "A connect or an addressed send to one of the addresses. The attempt counts, whatever the result. Port 53 does not, since some clouds answer names at the same address, nor port 0, which the C library connects to when it sorts addresses.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.sip in ($addresses) and not fd.sport in (0, 53)",
      "message": "%proc.program contacted the cloud metadata service at %fd.sip",
      "object": "%fd.sip",
      "criteria": {
        "addresses": {
          "type": "addresses",
          "default": [
            "169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.0.23", "169.254.42.42", "100.100.100.200", "fd00:ec2::254", "fd00:ec2::23",
            "fd20:ce::254"
          ],
          "meaning": "Addresses of the metadata and credential services of the clouds."
        }
      },
      "example": {
        "text": "Capital One: a request forged through a misconfigured web application firewall made the server ask 169.254.169.254 for the credentials of its role; with them the data of about 106 million people was copied from cloud storage.",
        "date": "2019-07",
        "reference": "https://itdef.net/en/incidents/capital-one-ssrf-2019"
      },
      "remedy": "If the program has no business with the cloud it runs in, find out which code or input led to the request. Check addresses that come from users after name resolution and refuse link-local ones; require session tokens (IMDSv2) and a hop limit of 1 for the service. If it is a cloud's own SDK at work, make an exception for that program.",
      "tags": { "attack": ["T1552.005"], "attackVersion": "18.1", "cwe": ["CWE-918"] },
      "firesOn": [
        {
          "name": "an application connects to the service",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "169.254.169.254", "fd.sport": 80, "proc.program": "app.py" }
        },
        {
          "name": "the attempt counts without a route",
          "event": { "evt.type": "connect", "evt.rawres": -101, "evt.failed": true, "fd.sockfamily": "ip", "fd.sip": "fd00:ec2::254", "fd.sport": 80, "proc.program": "node" }
        },
        {
          "name": "a datagram without connect",
          "event": { "evt.type": "sendto", "evt.rawres": 12, "fd.sockfamily": "ip", "fd.sip": "100.100.100.200", "fd.sport": 80, "proc.program": "probe" }
        }
      ],
      "silentOn": [
        {
          "name": "another link-local address",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "169.254.1.1", "fd.sport": 80, "proc.program": "app.py" }
        },
        {
          "name": "a name is looked up at the cloud's resolver, which has the same address",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "169.254.169.254", "fd.sport": 53, "fd.l4proto": "udp", "proc.program": "curl" }
        },
        {
          "name": "a server of its own is bound to the address",
          "event": { "evt.type": "bind", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "169.254.169.254", "fd.sport": 80, "proc.program": "imds-mock" }
        }
      ]
    },
    {
      "id": "network-restricted-country",
      "title": "Outgoing connection to a restricted country",
      "description": "The program contacted an address that is registered in a country that the policy does not allow. Sanctions or contracts may forbid it, and an application that was never meant to talk there is often driven by something that its authors did not write.",
      "trigger": "A connect or an addressed send to an address of one of the countries. The attempt counts, whatever the result. Port 0 does not: the C library sorts addresses by connecting a datagram socket to port 0, and nothing is sent.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.sport != 0 and fd.country in ($countries)",
      "message": "%proc.program contacted %fd.sip:%fd.sport (%fd.country)",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "countries": {
          "type": "countries",
          "default": ["RU", "KP"],
          "meaning": "Countries (ISO 3166-1, two letters) that must not be contacted."
        }
      },
      "example": {
        "text": "Investigating the raids of the Lazarus group on banks, Kaspersky found a command-and-control server in Europe that had been contacted from North Korea's small block of addresses: the country of an address was the first direct trace.",
        "date": "2017-04",
        "reference": "https://securelist.com/blog/sas/77908/lazarus-under-the-hood"
      },
      "remedy": "Find out which component opened the connection and what name it had looked up. If it is a dependency that should not talk to the network, remove it and treat the secrets of the machine as known to others. Addresses are moved and content networks answer from anywhere: check the address in a current registry before you conclude, and make an exception for a destination that you know.",
      "tags": { "attack": ["T1071"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "a connection to North Korea",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "175.45.176.1", "fd.sport": 443, "fd.country": "KP", "proc.program": "app.py" }
        },
        {
          "name": "datagrams sent at once to several addresses",
          "event": { "evt.type": "sendmmsg", "evt.rawres": 2, "fd.sockfamily": "ip", "fd.sip": "77.88.8.8", "fd.sport": 53, "fd.country": "RU", "proc.program": "resolver" }
        },
        {
          "name": "the attempt counts without a route",
          "event": { "evt.type": "connect", "evt.rawres": -101, "evt.failed": true, "fd.sockfamily": "ip", "fd.sip": "175.45.176.1", "fd.sport": 443, "fd.country": "KP", "proc.program": "node" }
        }
      ],
      "silentOn": [
        {
          "name": "an allowed country",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "193.99.144.80", "fd.sport": 443, "fd.country": "DE", "proc.program": "curl" }
        },
        {
          "name": "the C library sorts addresses",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "77.88.8.8", "fd.sport": 0, "fd.l4proto": "udp", "fd.country": "RU", "proc.program": "curl" }
        },
        {
          "name": "a private address has no country",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "10.0.0.2", "fd.sport": 5432, "proc.program": "app.py" }
        }
      ]
    },
    {
      "id": "network-raw-socket",
      "title": "A raw or packet socket was opened",
      "description": "A socket was asked for that sees or makes packets below TCP and UDP. Scanners, sniffers and backdoors that wait for a secret packet need one; applications don't.",
      "trigger": "socket is called for AF_PACKET, or for SOCK_RAW in an internet family. Netlink and the datagram socket that ping uses do not count; a refused attempt does.",
      "condition": "evt.type = socket and (evt.arg.domain = AF_PACKET or (evt.arg.domain in (AF_INET, AF_INET6) and evt.arg.type contains SOCK_RAW)) and not proc.program in ($programs)",
      "message": "%proc.program asked for a %evt.arg.domain socket of type %evt.arg.type",
      "object": "%evt.arg.domain %evt.arg.type",
      "criteria": {
        "programs": {
          "type": "programs",
          "default": [
            "ping", "ping4", "ping6", "fping", "arping", "traceroute", "traceroute6", "tracepath", "mtr", "mtr-packet", "dhclient", "dhcpcd", "udhcpc",
            "systemd-networkd", "NetworkManager"
          ],
          "meaning": "Network tools whose task it is."
        }
      },
      "example": {
        "text": "BPFDoor opens a packet socket with a filter and waits, without a listening port, for a packet with a secret word before it gives its operator a shell.",
        "date": "2022-05",
        "reference": "https://attack.mitre.org/software/S1161/"
      },
      "remedy": "Find out which code asks for it: the process and its ancestors are in the alert. An application that only wants to know whether a host is up can use a datagram ICMP socket or a TCP connection. Take CAP_NET_RAW from the container or service, so that the kernel refuses.",
      "tags": { "attack": ["T1040", "T1205.002"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a sniffer",
          "event": { "evt.type": "socket", "evt.arg.domain": "AF_PACKET", "evt.arg.type": "SOCK_RAW", "proc.program": "app" }
        },
        {
          "name": "a hand-made ICMP packet, refused",
          "event": { "evt.type": "socket", "evt.rawres": -1, "evt.arg.domain": "AF_INET", "evt.arg.type": "SOCK_RAW", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "ping's datagram socket",
          "event": { "evt.type": "socket", "evt.arg.domain": "AF_INET", "evt.arg.type": "SOCK_DGRAM", "proc.program": "app" }
        },
        {
          "name": "netlink is always raw",
          "event": { "evt.type": "socket", "evt.arg.domain": "AF_NETLINK", "evt.arg.type": "SOCK_RAW", "proc.program": "ip" }
        },
        {
          "name": "ping itself",
          "event": { "evt.type": "socket", "evt.arg.domain": "AF_INET", "evt.arg.type": "SOCK_RAW", "proc.program": "ping" }
        }
      ]
    },
    {
      "id": "network-listens-everywhere",
      "title": "A server listens on every interface",
      "description": "A TCP server listens on the wildcard address, so that every network that the machine is on can reach it. Development servers, debuggers and databases meant for one machine become open to all this way.",
      "trigger": "listen succeeds on a socket whose local address is 0.0.0.0 or ::. Listening on one address, loopback above all, does not count.",
      "condition": "evt.type = listen and fd.lip in (0.0.0.0, ::) and evt.failed = false",
      "message": "%proc.program listens on every interface, port %fd.lport",
      "object": "%fd.sip",
      "example": {
        "text": "memcached listened on all interfaces unless told otherwise. Answers of servers left open were turned on GitHub, 1.35 terabits a second at the peak (CVE-2018-1000115).",
        "date": "2018-02-28",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2018-1000115"
      },
      "remedy": "Bind to 127.0.0.1 and ::1 unless other machines have to connect; for a container, publish the port deliberately. If the server is meant for the network, require authentication and make an exception that says so.",
      "tags": { "attack": ["T1133"], "attackVersion": "18.1", "cwe": ["CWE-1327"] },
      "firesOn": [
        {
          "name": "a web server for development",
          "event": { "evt.type": "listen", "evt.failed": false, "fd.lip": "0.0.0.0", "fd.lport": 8000, "fd.sip": "0.0.0.0", "proc.program": "http.server" }
        },
        {
          "name": "both families",
          "event": { "evt.type": "listen", "evt.failed": false, "fd.lip": "::", "fd.lport": 3000, "fd.sip": "::", "proc.program": "server.js" }
        }
      ],
      "silentOn": [
        {
          "name": "loopback",
          "event": { "evt.type": "listen", "evt.failed": false, "fd.lip": "127.0.0.1", "fd.lport": 8000, "fd.sip": "127.0.0.1", "proc.program": "http.server" }
        },
        {
          "name": "a local socket",
          "event": { "evt.type": "listen", "evt.failed": false, "fd.sockfamily": "unix", "proc.program": "dockerd" }
        }
      ]
    },
    {
      "id": "network-low-port-listener",
      "title": "A program took a privileged port",
      "description": "A socket was bound to a port below 1024. Those are the ports of system services; a program that takes one runs with privileges that it may not need, or stands in for a service that others trust.",
      "trigger": "bind succeeds on an internet socket with a port from 1 up to the limit.",
      "condition": "evt.type = bind and fd.lport > 0 and fd.lport < $port and evt.failed = false",
      "message": "%proc.program bound %fd.lip:%fd.lport",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "port": {
          "type": "number",
          "default": 1024,
          "meaning": "The first port that everybody may have."
        }
      },
      "example": {
        "text": "Mirai killed the telnet and SSH servers of the devices that it had infected and bound their ports itself, so that neither the owner nor another worm could get in.",
        "date": "2016-09-30",
        "reference": "https://github.com/jgamblin/Mirai-Source-Code"
      },
      "remedy": "Let the program listen on a high port and put a proxy or a port mapping before it, or give it the one capability CAP_NET_BIND_SERVICE instead of root. If you did not expect a server at all, find out what started it.",
      "tags": { "attack": ["T1036.004"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a web server on port 80",
          "event": { "evt.type": "bind", "evt.failed": false, "fd.lip": "0.0.0.0", "fd.lport": 80, "fd.sip": "0.0.0.0", "fd.sport": 80, "proc.program": "server" }
        },
        {
          "name": "a name server",
          "event": { "evt.type": "bind", "evt.failed": false, "fd.lip": "::1", "fd.lport": 53, "fd.sip": "::1", "fd.sport": 53, "proc.program": "server" }
        }
      ],
      "silentOn": [
        {
          "name": "a high port",
          "event": { "evt.type": "bind", "evt.failed": false, "fd.lip": "127.0.0.1", "fd.lport": 8080, "proc.program": "server" }
        },
        {
          "name": "any port",
          "event": { "evt.type": "bind", "evt.failed": false, "fd.lip": "127.0.0.1", "fd.lport": 0, "proc.program": "server" }
        },
        {
          "name": "refused",
          "event": { "evt.type": "bind", "evt.rawres": -13, "evt.failed": true, "fd.lip": "127.0.0.1", "fd.lport": 80, "proc.program": "server" }
        }
      ]
    },
    {
      "id": "network-container-runtime-socket",
      "title": "A container runtime's control socket was contacted",
      "description": "The program connected to the control socket of Docker, containerd, CRI-O, Podman or BuildKit. Whoever may speak to it can start a container with the machine's whole disk mounted, and so is root.",
      "trigger": "connect names one of the sockets, by whatever path; a failed attempt counts. The runtimes' own command-line programs do not.",
      "condition": "evt.type = connect and fd.sockfamily = unix and (fd.name glob anyof ($paths) or fd.name startswith @/containerd-shim/) and not proc.program in ($programs)",
      "message": "%proc.program connected to %fd.name",
      "object": "%fd.name",
      "criteria": {
        "paths": {
          "type": "paths",
          "default": [
            "/run/docker.sock", "/var/run/docker.sock", "/run/user/*/docker.sock", "/run/containerd/*.sock", "/var/run/containerd/*.sock",
            "/run/k3s/containerd/*.sock", "/run/crio/crio.sock", "/var/run/crio/crio.sock", "/run/podman/podman.sock", "/var/run/podman/podman.sock",
            "/run/user/*/podman/podman.sock", "/run/buildkit/buildkitd.sock", "/run/user/*/buildkit/buildkitd.sock"
          ],
          "meaning": "The control sockets, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "docker", "docker-compose", "docker-buildx", "dockerd", "containerd", "ctr", "nerdctl", "crictl", "kubelet", "crio", "podman", "buildah",
            "buildctl", "buildkitd", "lazydocker"
          ],
          "meaning": "The runtimes' own programs."
        }
      },
      "example": {
        "text": "CVE-2020-15257: the containerd shim's control socket could be reached from containers that share the host's network; one connection to it was enough to start processes on the host.",
        "date": "2020-11-30",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2020-15257"
      },
      "remedy": "Don't mount the socket into a container that runs tests or applications; use a rootless builder or a proxy that allows single requests. If a dependency did it, remove it: reaching for this socket is how code breaks out of its container.",
      "tags": { "attack": ["T1610", "T1611"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a script asks the Docker socket",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "unix", "fd.name": "/var/run/docker.sock", "proc.program": "app.py" }
        },
        {
          "name": "by a relative name",
          "event": { "evt.type": "connect", "evt.rawres": -2, "fd.sockfamily": "unix", "fd.name": ["docker.sock", "/run/docker.sock"], "proc.program": "app" }
        },
        {
          "name": "containerd's shim",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "unix", "fd.name": "@/containerd-shim/x.sock", "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "docker itself",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "unix", "fd.name": "/run/docker.sock", "proc.program": "docker" }
        },
        {
          "name": "the name service",
          "event": { "evt.type": "connect", "evt.rawres": -2, "fd.sockfamily": "unix", "fd.name": "/var/run/nscd/socket", "proc.program": "app" }
        }
      ]
    },
    {
      "id": "network-cleartext-protocol",
      "title": "A connection goes out unencrypted",
      "description": "The program contacted a port whose protocol carries everything in the clear: whoever is on the way reads and changes what is sent, passwords and downloaded code included.",
      "trigger": "A TCP connection or a datagram goes to one of the ports, at another machine. A failed attempt counts; a UDP socket that is only connected, as resolvers do to sort addresses, does not.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.sockfamily = ip and fd.sport in ($ports) and fd.is_loopback = false and (not evt.type = connect or fd.l4proto = tcp) and not proc.program glob anyof ($programs)",
      "message": "%proc.program contacted %fd.sip:%fd.sport without encryption",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "ports": {
          "type": "ports",
          "default": [21, 23, 69, 80, 110, 143, 389, 512, 513, 514, 1883, 5900, 6379, 11211],
          "meaning": "FTP, telnet, TFTP, HTTP, POP3, IMAP, LDAP, the r-commands, MQTT, VNC, Redis, memcached."
        },
        "programs": {
          "type": "programs",
          "default": ["apt", "apt-get", "aptitude", "apt-helper", "http", "dnf", "yum", "zypper", "pacman"],
          "meaning": "Programs that check signatures of what they fetch, so that the way need not be safe."
        }
      },
      "example": {
        "text": "CVE-2021-26291: Apache Maven followed repositories named by dependencies over plain HTTP, so that anyone on the way could replace the code of a build; version 3.8.1 refuses them.",
        "date": "2021-04-23",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2021-26291"
      },
      "remedy": "Use the protocol's encrypted form: HTTPS, SFTP, IMAPS, LDAPS, rediss. For a network that nobody else is on, make an exception for its addresses.",
      "tags": { "attack": ["T1040", "T1557"], "attackVersion": "18.1", "cwe": ["CWE-319"] },
      "firesOn": [
        {
          "name": "plain HTTP",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 80, "fd.l4proto": "tcp", "fd.is_loopback": false, "proc.program": "curl" }
        },
        {
          "name": "a TFTP request",
          "event": { "evt.type": "sendto", "evt.rawres": 20, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 69, "fd.l4proto": "udp", "fd.is_loopback": false, "proc.program": "tftp" }
        }
      ],
      "silentOn": [
        {
          "name": "HTTPS",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "proc.program": "curl" }
        },
        {
          "name": "a server on this machine",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "127.0.0.1", "fd.sport": 6379, "fd.l4proto": "tcp", "fd.is_loopback": true, "proc.program": "app" }
        },
        {
          "name": "the resolver sorts addresses",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 80, "fd.l4proto": "udp", "fd.is_loopback": false, "proc.program": "curl" }
        },
        {
          "name": "apt's signed packages",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 80, "fd.l4proto": "tcp", "fd.is_loopback": false, "proc.program": "http" }
        }
      ]
    },
    {
      "id": "network-destination-not-allowed",
      "title": "A destination outside the allowed ones was contacted",
      "description": "The policy says where this application may connect, and it connected elsewhere. In a build or test whose network traffic is known, anything else is a new dependency, a mistake or somebody sending data out.",
      "trigger": "With any of the lists given: a destination whose port is not among the ports, or whose address is in none of the networks and has none of the host names by the DNS answers seen. A failed attempt counts; loopback and the machine's name servers do not. Off while all lists are empty.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.sockfamily = ip and fd.is_loopback = false and fd.sport != 0 and not (fd.is_resolver = true and fd.sport = 53) and (($ports exists and not fd.sport in ($ports)) or (($hosts exists or $networks exists) and not fd.sip in ($networks) and not fd.sip.name glob anyof ($hosts)))",
      "message": "%proc.program contacted %fd.sip:%fd.sport, which the policy does not allow",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "hosts": {
          "type": "texts",
          "default": [],
          "meaning": "Patterns of host names that may be contacted, such as *.example.org."
        },
        "networks": {
          "type": "addresses",
          "default": [],
          "meaning": "Addresses and networks that may be contacted."
        },
        "ports": {
          "type": "ports",
          "default": [],
          "meaning": "The only ports that may be contacted."
        }
      },
      "example": {
        "text": "The Codecov Bash Uploader was changed by an attacker and sent the environment of thousands of builds, secrets included, to an address that no build had ever contacted before.",
        "date": "2021-04-15",
        "reference": "https://about.codecov.io/apr-2021-post-mortem/"
      },
      "remedy": "Find out what made the connection. If it is wanted, add the host name, network or port to the policy's lists, where everybody can review it; if not, remove the code that did it and change the secrets that it could read.",
      "tags": { "attack": ["T1071", "T1567"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "another port",
          "criteria": { "ports": [443] },
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 4444, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "another host",
          "criteria": { "hosts": ["*.example.org"] },
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sip.name": ["evil.example.net"], "fd.sport": 443, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "an address without a name",
          "criteria": { "networks": ["10.0.0.0/8"] },
          "event": { "evt.type": "sendto", "evt.rawres": 9, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "nothing was restricted",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 4444, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "an allowed host",
          "criteria": { "hosts": ["*.example.org"], "ports": [443] },
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sip.name": ["www.example.org"], "fd.sport": 443, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "an allowed network",
          "criteria": { "networks": ["10.0.0.0/8"], "hosts": ["*.example.org"] },
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "10.1.2.3", "fd.sport": 5432, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "a question to the name server",
          "criteria": { "hosts": ["*.example.org"], "ports": [443] },
          "event": { "evt.type": "sendto", "evt.rawres": 40, "fd.sockfamily": "ip", "fd.sip": "192.0.2.53", "fd.sport": 53, "fd.is_loopback": false, "fd.is_resolver": true, "proc.program": "app" }
        }
      ]
    },
    {
      "id": "network-many-destinations",
      "title": "The run contacted unusually many addresses",
      "description": "The run has contacted more distinct addresses than a build, a test or a service with a known set of partners does. Worms that look for their next victim, peer-to-peer bots and programs that were made to send spam or floods do that. So does a crawler, which is why the limit is the policy's.",
      "trigger": "A connect or an addressed send that brings the number of distinct addresses outside this machine above the limit. Attempts count, whatever their result; name servers do not.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.is_loopback = false and run.destinations > $limit",
      "message": "%proc.program contacted one of %run.destinations addresses of this run",
      "object": "%proc.program",
      "criteria": {
        "limit": {
          "type": "number",
          "default": 40,
          "meaning": "How many distinct addresses one run may contact."
        }
      },
      "example": {
        "text": "FritzFrog, a worm on SSH servers, kept connections to the nodes of a peer-to-peer network and tried passwords on tens of millions of addresses. It had broken into more than 500 servers when it was described.",
        "date": "2020-08-19",
        "reference": "https://www.akamai.com/blog/security/fritzfrog-a-new-generation-of-peer-to-peer-botnets"
      },
      "remedy": "Look at the destinations in the report and find the program that opened most of them. If you did not expect any of it, cut the network off and find out what brought the program in. If the run is a crawler, a mail server or a monitor, set the limit above what a normal run needs.",
      "tags": { "attack": ["T1071", "T1046"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "the forty-first address",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "run.destinations": 41, "proc.program": "bot" }
        },
        {
          "name": "datagrams to many peers, one of them unreachable",
          "event": { "evt.type": "sendto", "evt.rawres": -101, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "evt.failed": true, "run.destinations": 500, "proc.program": "dht" }
        },
        {
          "name": "a lower limit of the policy",
          "criteria": { "limit": 3 },
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "run.destinations": 4, "proc.program": "app.py" }
        }
      ],
      "silentOn": [
        {
          "name": "a package manager with its registry and mirrors",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "run.destinations": 6, "proc.program": "npm" }
        },
        {
          "name": "exactly the limit",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "run.destinations": 40, "proc.program": "app.py" }
        },
        {
          "name": "another connection to this machine afterwards",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "127.0.0.1", "fd.sport": 5432, "fd.l4proto": "tcp", "fd.is_loopback": true, "fd.is_private": false, "run.destinations": 41, "proc.program": "app.py" }
        },
        {
          "name": "a higher limit of the policy",
          "criteria": { "limit": 1000 },
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "run.destinations": 200, "proc.program": "crawler.py" }
        }
      ]
    },
    {
      "id": "network-port-scan",
      "title": "A program tries many ports or hosts in a short time",
      "description": "One program tried many ports of one host, or many hosts on one port, within seconds. That is how worms and intruders look for the next machine after the first. Load tests open many connections too, but to few ports of few hosts.",
      "trigger": "Within the number of seconds, a program has tried more ports of the remote host than allowed, or more hosts on the remote port. Refused and unreachable attempts count; a datagram socket that is connected and never used, this machine itself and programs such as browsers do not.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.sockfamily = ip and fd.is_loopback = false and (run.ports_tried[$seconds] > $ports or run.hosts_tried[$seconds] > $hosts) and not proc.program glob anyof ($programs)",
      "message": "%proc.program tried many ports or hosts in a short time, %fd.sip:%fd.sport the last of them",
      "object": "%proc.program",
      "criteria": {
        "hosts": {
          "type": "number",
          "default": 20,
          "meaning": "How many hosts a program may try on one port within the time."
        },
        "ports": {
          "type": "number",
          "default": 20,
          "meaning": "How many ports of one host a program may try within the time."
        },
        "seconds": {
          "type": "number",
          "default": 10,
          "meaning": "Within how many seconds the attempts are counted."
        },
        "programs": {
          "type": "programs",
          "default": [
            "chrome", "chromium*", "chrome-headless-shell", "headless_shell", "msedge", "firefox*", "lychee", "linkchecker", "muffet", "dnf", "dnf5",
            "yum", "reflector", "rankmirrors", "netselect", "netselect-apt", "aria2c", "transmission*", "qbittorrent*"
          ],
          "meaning": "Browsers, link checkers, choosers of the nearest mirror and file sharing, as patterns of their names."
        }
      },
      "example": {
        "text": "P2PInfect, a worm written in Rust, broke into Redis servers by CVE-2022-0543. Each infected server joined its peer-to-peer network and scanned for further ones to infect.",
        "date": "2023-07-19",
        "reference": "https://unit42.paloaltonetworks.com/peer-to-peer-worm-p2pinfect/"
      },
      "remedy": "Find out which code scans: the process and its ancestors are in the alert. If you did not start it, take the machine off the network, since the scan is rarely the first step. If it is a scanner or a monitor of yours, add it to the programs or raise the limits in the policy of that run.",
      "tags": { "attack": ["T1046", "T1018"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "many ports of one host, refused",
          "event": { "evt.type": "connect", "evt.rawres": -111, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 1021, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "evt.failed": true, "proc.program": "nmap", "run.ports_tried[10]": 21, "run.hosts_tried[10]": 1 }
        },
        {
          "name": "one port of many hosts",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 2222, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "worm", "run.ports_tried[10]": 1, "run.hosts_tried[10]": 21 }
        },
        {
          "name": "datagrams to many ports",
          "event": { "evt.type": "sendto", "evt.rawres": 4, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 1900, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "probe", "run.ports_tried[10]": 64, "run.hosts_tried[10]": 1 }
        }
      ],
      "silentOn": [
        {
          "name": "a load test: many connections to one port of one host",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 8443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "wrk", "run.ports_tried[10]": 1, "run.hosts_tried[10]": 1 }
        },
        {
          "name": "a client that tries all addresses of a name",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "curl", "run.ports_tried[10]": 1, "run.hosts_tried[10]": 8 }
        },
        {
          "name": "a browser opens a page with many parts",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "chrome", "run.ports_tried[10]": 1, "run.hosts_tried[10]": 35 }
        },
        {
          "name": "a test that looks for a free port of this machine",
          "event": { "evt.type": "connect", "evt.rawres": -111, "fd.sockfamily": "ip", "fd.sip": "127.0.0.1", "fd.sport": 5021, "fd.l4proto": "tcp", "fd.is_loopback": true, "fd.is_private": false, "evt.failed": true, "proc.program": "pytest", "run.ports_tried[10]": 30, "run.hosts_tried[10]": 1 }
        }
      ]
    },
    {
      "id": "network-suspicious-domain",
      "title": "A paste, tunnel, address or webhook service was asked for",
      "description": "The program looked up or contacted a host of a service that malicious code likes to borrow: paste sites hold its next stage, webhook catchers receive what it stole, tunnels let its operator in, and services that tell the public address tell it where it landed. Each has honest uses, but few in a build, a test or a server.",
      "trigger": "A question or answer of the name service for one of the names, or a connection to an address that such an answer gave. Attempts count, whatever their result. A name asked for over HTTPS cannot be seen.",
      "condition": "(evt.type in (sendto, sendmsg, sendmmsg, recvfrom, recvmsg, recvmmsg, read, readv, write, writev) and (dns.name glob anyof ($pasteSites) or dns.name glob anyof ($tunnels) or dns.name glob anyof ($addressLookups) or dns.name glob anyof ($webhookCatchers))) or (evt.type in (connect, sendto, sendmsg, sendmmsg) and (fd.sip.name glob anyof ($pasteSites) or fd.sip.name glob anyof ($tunnels) or fd.sip.name glob anyof ($addressLookups) or fd.sip.name glob anyof ($webhookCatchers)))",
      "message": "%proc.program asked for a paste site, a tunnel, an address look-up or a webhook catcher by %evt.type",
      "object": "%proc.program",
      "criteria": {
        "pasteSites": {
          "type": "texts",
          "default": [
            "pastebin.com", "*.pastebin.com", "pastebin.pl", "*.pastebin.pl", "paste.ee", "*.paste.ee", "paste.rs", "*.paste.rs", "pastes.io",
            "*.pastes.io", "pastie.org", "*.pastie.org", "paste.c-net.org", "*.paste.c-net.org", "hastebin.com", "*.hastebin.com", "dpaste.com",
            "*.dpaste.com", "dpaste.org", "*.dpaste.org", "rentry.co", "*.rentry.co", "rentry.org", "*.rentry.org", "controlc.com", "*.controlc.com",
            "justpaste.it", "*.justpaste.it", "ghostbin.com", "*.ghostbin.com", "ghostbin.co", "*.ghostbin.co", "privatebin.net", "*.privatebin.net",
            "bpa.st", "*.bpa.st", "zerobin.net", "*.zerobin.net", "ix.io", "*.ix.io", "sprunge.us", "*.sprunge.us", "termbin.com", "*.termbin.com",
            "0x0.st", "*.0x0.st", "transfer.sh", "*.transfer.sh", "temp.sh", "*.temp.sh", "file.io", "*.file.io", "filebin.net", "*.filebin.net",
            "gofile.io", "*.gofile.io", "catbox.moe", "*.catbox.moe", "oshi.at", "*.oshi.at", "bashupload.com", "*.bashupload.com", "anonfiles.com",
            "*.anonfiles.com"
          ],
          "meaning": "Patterns of the names of sites that publish texts and files for anyone."
        },
        "tunnels": {
          "type": "texts",
          "default": [
            "ngrok.io", "*.ngrok.io", "ngrok.com", "*.ngrok.com", "ngrok.app", "*.ngrok.app", "ngrok.dev", "*.ngrok.dev", "ngrok-free.app",
            "*.ngrok-free.app", "ngrok-free.dev", "*.ngrok-free.dev", "trycloudflare.com", "*.trycloudflare.com", "argotunnel.com", "*.argotunnel.com",
            "localtunnel.me", "*.localtunnel.me", "loca.lt", "*.loca.lt", "serveo.net", "*.serveo.net", "localhost.run", "*.localhost.run", "lhr.life",
            "*.lhr.life", "pagekite.me", "*.pagekite.me", "pagekite.net", "*.pagekite.net", "playit.gg", "*.playit.gg", "bore.pub", "*.bore.pub",
            "localxpose.io", "*.localxpose.io", "loclx.io", "*.loclx.io", "telebit.cloud", "*.telebit.cloud", "packetriot.com", "*.packetriot.com",
            "packetriot.net", "*.packetriot.net", "tunnelto.dev", "*.tunnelto.dev", "pinggy.io", "*.pinggy.io", "pinggy.link", "*.pinggy.link",
            "devtunnels.ms", "*.devtunnels.ms", "portmap.io", "*.portmap.io", "portmap.host", "*.portmap.host", "zrok.io", "*.zrok.io", "localto.net",
            "*.localto.net", "localtonet.com", "*.localtonet.com"
          ],
          "meaning": "Patterns of the names of services that make a local port reachable from outside."
        },
        "addressLookups": {
          "type": "texts",
          "default": [
            "ipify.org", "*.ipify.org", "ifconfig.me", "*.ifconfig.me", "ifconfig.co", "*.ifconfig.co", "ifconfig.io", "*.ifconfig.io", "ipinfo.io",
            "*.ipinfo.io", "icanhazip.com", "*.icanhazip.com", "ipecho.net", "*.ipecho.net", "ident.me", "*.ident.me", "tnedi.me", "*.tnedi.me",
            "ip-api.com", "*.ip-api.com", "ipapi.co", "*.ipapi.co", "ipapi.com", "*.ipapi.com", "ipwho.is", "*.ipwho.is", "ip.sb", "*.ip.sb", "ip.me",
            "*.ip.me", "myip.com", "*.myip.com", "checkip.amazonaws.com", "*.checkip.amazonaws.com", "checkip.dyndns.org", "*.checkip.dyndns.org",
            "checkip.dyndns.com", "*.checkip.dyndns.com", "whatismyip.com", "*.whatismyip.com", "whatismyipaddress.com", "*.whatismyipaddress.com",
            "wtfismyip.com", "*.wtfismyip.com", "myexternalip.com", "*.myexternalip.com", "myip.opendns.com", "*.myip.opendns.com", "whoami.akamai.net",
            "*.whoami.akamai.net", "eth0.me", "*.eth0.me", "seeip.org", "*.seeip.org", "geojs.io", "*.geojs.io", "ipgeolocation.io",
            "*.ipgeolocation.io", "iplogger.org", "*.iplogger.org"
          ],
          "meaning": "Patterns of the names of services that tell a machine its public address."
        },
        "webhookCatchers": {
          "type": "texts",
          "default": [
            "webhook.site", "*.webhook.site", "pipedream.net", "*.pipedream.net", "requestbin.com", "*.requestbin.com", "requestbin.net",
            "*.requestbin.net", "requestcatcher.com", "*.requestcatcher.com", "requestinspector.com", "*.requestinspector.com", "requestrepo.com",
            "*.requestrepo.com", "hookbin.com", "*.hookbin.com", "beeceptor.com", "*.beeceptor.com", "postb.in", "*.postb.in", "ptsv2.com",
            "*.ptsv2.com", "ptsv3.com", "*.ptsv3.com", "webhookinbox.com", "*.webhookinbox.com", "typedwebhook.tools", "*.typedwebhook.tools",
            "interact.sh", "*.interact.sh", "oast.pro", "*.oast.pro", "oast.live", "*.oast.live", "oast.site", "*.oast.site", "oast.online",
            "*.oast.online", "oast.fun", "*.oast.fun", "oast.me", "*.oast.me", "oastify.com", "*.oastify.com", "burpcollaborator.net",
            "*.burpcollaborator.net", "dnslog.cn", "*.dnslog.cn", "ceye.io", "*.ceye.io", "bxss.me", "*.bxss.me", "xss.ht", "*.xss.ht"
          ],
          "meaning": "Patterns of the names of services that collect whatever requests are sent to them."
        }
      },
      "example": {
        "text": "CVE-2019-15224: versions 1.6.10 to 1.6.13 of the Ruby gem rest-client were published through a maintainer's stolen account. In production, 1.6.13 fetched code from pastebin.com and executed it.",
        "date": "2019-08-19",
        "reference": "https://github.com/rest-client/rest-client/issues/713"
      },
      "remedy": "Find the package or script that asked: the process and its ancestors are in the alert. If it is not yours, remove it and change the secrets that the process could read, since data may have left. If you use the service on purpose, take its name out of the list or make an exception for the program.",
      "tags": { "attack": ["T1102", "T1567.003", "T1567.004", "T1572", "T1016"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a gem asks for a paste site",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "pastebin.com", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "puma" }
        },
        {
          "name": "an install script asks for a webhook catcher",
          "event": { "evt.type": "sendmmsg", "evt.rawres": 2, "dns.name": "eo1x2y3z.m.pipedream.net", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "setup.py" }
        },
        {
          "name": "the answer for a tunnel",
          "event": { "evt.type": "recvfrom", "evt.rawres": 88, "dns.name": "1a2b-192-0-2-7.ngrok-free.app", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "node" }
        },
        {
          "name": "a connection to an address with such a name",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "fd.sip.name": ["api.ipify.org"], "proc.program": "postinstall.js" }
        }
      ],
      "silentOn": [
        {
          "name": "a package registry",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "registry.npmjs.org", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "npm" }
        },
        {
          "name": "a connection to a source repository",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "fd.sip.name": ["github.com"], "proc.program": "git" }
        },
        {
          "name": "a name that merely ends alike",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "notpastebin.com", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "curl" }
        },
        {
          "name": "a connection to an address without a name",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "curl" }
        }
      ]
    },
    {
      "id": "network-cryptominer-pool",
      "title": "A mining pool was contacted or a miner started for one",
      "description": "The program asked for the name of a mining pool, contacted one, spoke the protocol of miners or was started with a pool's address. Miners are what most automated attacks on servers and build machines leave behind, because they earn without any data being sold.",
      "trigger": "A name of a pool in a question or answer of the name service or behind a connection, a connection to one of the pools' ports outside the own network, the Stratum protocol on a connection, or a program that starts with a Stratum address among its arguments. Attempts to connect count, whatever their result; an execution that fails and a search for the text do not.",
      "condition": "(evt.type in (sendto, sendmsg, sendmmsg, recvfrom, recvmsg, recvmmsg, read, readv, write, writev) and (dns.name glob anyof ($domains) or net.protocol = stratum)) or ((evt.type = connect or (evt.type in (sendto, sendmsg, sendmmsg) and fd.l4proto = tcp)) and (fd.sip.name glob anyof ($domains) or (fd.sport in ($ports) and fd.is_loopback = false and fd.is_private = false))) or (evt.type in (execve, execveat) and evt.rawres = 0 and proc.args icontains anyof ($arguments) and not proc.program in ($programs))",
      "message": "%proc.program has to do with a mining pool, as %evt.type shows",
      "object": "%proc.program",
      "criteria": {
        "domains": {
          "type": "texts",
          "default": [
            "minexmr.com", "*.minexmr.com", "supportxmr.com", "*.supportxmr.com", "nanopool.org", "*.nanopool.org", "2miners.com", "*.2miners.com",
            "moneroocean.stream", "*.moneroocean.stream", "f2pool.com", "*.f2pool.com", "ethermine.org", "*.ethermine.org", "flypool.org",
            "*.flypool.org", "flexpool.io", "*.flexpool.io", "nicehash.com", "*.nicehash.com", "unmineable.com", "*.unmineable.com", "c3pool.com",
            "*.c3pool.com", "c3pool.org", "*.c3pool.org", "hashvault.pro", "*.hashvault.pro", "herominers.com", "*.herominers.com", "xmrpool.eu",
            "*.xmrpool.eu", "dwarfpool.com", "*.dwarfpool.com", "minergate.com", "*.minergate.com", "monerohash.com", "*.monerohash.com",
            "kryptex.network", "*.kryptex.network", "poolin.com", "*.poolin.com", "antpool.com", "*.antpool.com", "viabtc.com", "*.viabtc.com",
            "viabtc.top", "*.viabtc.top", "slushpool.com", "*.slushpool.com", "braiins.com", "*.braiins.com", "luxor.tech", "*.luxor.tech",
            "miningpoolhub.com", "*.miningpoolhub.com", "zpool.ca", "*.zpool.ca", "prohashing.com", "*.prohashing.com", "zergpool.com", "*.zergpool.com",
            "mining-dutch.nl", "*.mining-dutch.nl", "woolypooly.com", "*.woolypooly.com", "ravenminer.com", "*.ravenminer.com", "hiveon.com",
            "*.hiveon.com", "hiveon.net", "*.hiveon.net", "k1pool.com", "*.k1pool.com", "crypto-pool.fr", "*.crypto-pool.fr", "rplant.xyz",
            "*.rplant.xyz", "solopool.org", "*.solopool.org", "gntl.co.uk", "*.gntl.co.uk", "donate.v2.xmrig.com", "donate.ssl.xmrig.com"
          ],
          "meaning": "Patterns of the names of mining pools."
        },
        "ports": {
          "type": "ports",
          "default": [14433, 14444, 45560, 45700],
          "meaning": "Ports of pools that hardly anything else uses; 3333 and 4444 are left out, since test servers use them."
        },
        "arguments": {
          "type": "texts",
          "default": ["stratum+tcp://", "stratum+ssl://", "stratum+tls://"],
          "meaning": "Texts in the arguments of a miner, in any case of letters."
        },
        "programs": {
          "type": "programs",
          "default": ["grep", "egrep", "fgrep", "zgrep", "rg", "ag", "git", "sed", "awk", "gawk", "mawk", "echo", "printf"],
          "meaning": "Programs that search and edit texts, whose arguments may name a pool."
        }
      },
      "example": {
        "text": "Versions 0.7.29, 0.8.0 and 1.0.0 of ua-parser-js on npm, published through its author's hijacked account, downloaded a miner from an install script and started it for pool.minexmr.com.",
        "date": "2021-10-22",
        "reference": "https://github.com/faisalman/ua-parser-js/issues/536"
      },
      "remedy": "Stop the program and find out what started it; a new dependency, an exposed service and a stolen cloud key are the usual ways. Rebuild the machine from a known state, since a miner is often not the only thing that was left. If you mine on purpose, make an exception for the program.",
      "tags": { "attack": ["T1496.001"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a question for a pool's name",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "pool.minexmr.com", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "jsextension" }
        },
        {
          "name": "the protocol shows on any port",
          "event": { "evt.type": "write", "evt.rawres": 214, "net.protocol": "stratum", "proc.program": "kdevtmpfsi" }
        },
        {
          "name": "a connection to a pool's port",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 14433, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "xmrig" }
        },
        {
          "name": "a connection to an address that has a pool's name",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "fd.sip.name": ["xmr-eu1.nanopool.org"], "proc.program": "xmrig" }
        },
        {
          "name": "a miner is started",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.args": "-o STRATUM+TCP://192.0.2.1:3333 -u wallet", "proc.program": "sysupdate" }
        }
      ],
      "silentOn": [
        {
          "name": "a development server on a port that some pools use too",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.0.0.7", "fd.sport": 3333, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "proc.program": "curl" }
        },
        {
          "name": "a service inside the own network on one of the ports",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.0.0.7", "fd.sport": 45700, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "proc.program": "app.py" }
        },
        {
          "name": "a search for miners in the sources",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.args": "-rn stratum+tcp:// src", "proc.program": "grep" }
        },
        {
          "name": "a connection by TLS",
          "event": { "evt.type": "write", "evt.rawres": 517, "net.protocol": "tls", "proc.program": "curl" }
        },
        {
          "name": "a name with a pool's name in it",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "minexmr.com.example.org", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "curl" }
        }
      ]
    },
    {
      "id": "network-unexpected-listener",
      "title": "A server listens on a port that is not expected",
      "description": "The policy says on which ports this application may accept connections, and it listens on another. A debugger, an administration page or a backdoor was opened beside the intended service, and whoever reaches the port reaches that.",
      "trigger": "listen succeeds on a port that is not in the list, on whatever local address. Off while the list is empty. Datagram sockets do not listen and do not count.",
      "condition": "evt.type = listen and evt.failed = false and fd.sockfamily = ip and $ports exists and not fd.lport in ($ports)",
      "message": "%proc.program listens on %fd.lip, port %fd.lport, which the policy does not list",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "ports": {
          "type": "ports",
          "default": [],
          "meaning": "The only ports that may be listened on; empty switches the alert off."
        }
      },
      "example": {
        "text": "CVE-2019-13450: the Zoom client for macOS ran a web server of its own on port 19421. Any web site could use it to put a visitor into a call with the camera on, and it stayed when Zoom was removed.",
        "date": "2019-07-08",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2019-13450"
      },
      "remedy": "Find out which component opened the port and what it serves. If it is a debugger or a development server, turn it off in this environment; if nobody knows it, treat the machine as compromised. If the service is wanted, add its port to the list in the policy, where everybody can review it.",
      "tags": { "attack": ["T1571"], "attackVersion": "18.1", "cwe": ["CWE-668"] },
      "firesOn": [
        {
          "name": "a debugger's port beside the service's",
          "criteria": { "ports": [8080] },
          "event": { "evt.type": "listen", "evt.rawres": 0, "evt.failed": false, "fd.sockfamily": "ip", "fd.lip": "127.0.0.1", "fd.lport": 9229, "fd.sip": "127.0.0.1", "proc.program": "node", "fd.sport": 9229 }
        },
        {
          "name": "a port of the kernel's choice",
          "criteria": { "ports": [8080, 8443] },
          "event": { "evt.type": "listen", "evt.rawres": 0, "evt.failed": false, "fd.sockfamily": "ip", "fd.lip": "::1", "fd.lport": 40123, "fd.sip": "::1", "proc.program": "app", "fd.sport": 40123 }
        }
      ],
      "silentOn": [
        {
          "name": "nothing was restricted",
          "event": { "evt.type": "listen", "evt.rawres": 0, "evt.failed": false, "fd.sockfamily": "ip", "fd.lip": "127.0.0.1", "fd.lport": 9229, "fd.sip": "127.0.0.1", "proc.program": "node", "fd.sport": 9229 }
        },
        {
          "name": "the expected port",
          "criteria": { "ports": [8080] },
          "event": { "evt.type": "listen", "evt.rawres": 0, "evt.failed": false, "fd.sockfamily": "ip", "fd.lip": "127.0.0.1", "fd.lport": 8080, "fd.sip": "127.0.0.1", "proc.program": "app", "fd.sport": 8080 }
        },
        {
          "name": "a local socket",
          "criteria": { "ports": [8080] },
          "event": { "evt.type": "listen", "evt.rawres": 0, "evt.failed": false, "fd.sockfamily": "unix", "proc.program": "app" }
        },
        {
          "name": "a port that somebody else has",
          "criteria": { "ports": [8080] },
          "event": { "evt.type": "listen", "evt.rawres": -98, "evt.failed": true, "fd.sockfamily": "ip", "fd.lip": "127.0.0.1", "fd.lport": 9229, "fd.sip": "127.0.0.1", "proc.program": "node", "fd.sport": 9229 }
        }
      ]
    },
    {
      "id": "network-kubernetes-api",
      "title": "The Kubernetes API was contacted",
      "description": "The program connected to what is the API of a Kubernetes cluster by its port or name. Every pod can reach it and usually holds a token for it, so code that breaks into one application asks there next for secrets and for new pods. An application that is no operator has no business with it.",
      "trigger": "A connect to one of the ports, or to an address that a DNS answer of this run gave for one of the host names, by a program that is not a Kubernetes tool. The attempt counts, whatever the result; this machine does not. An address that was taken from the environment has no name, so there only the ports count.",
      "condition": "(evt.type = connect or (evt.type in (sendto, sendmsg, sendmmsg) and fd.l4proto = tcp)) and fd.is_loopback = false and (fd.sport in ($ports) or fd.sip.name glob anyof ($hosts)) and not proc.program glob anyof ($programs)",
      "message": "%proc.program contacted the Kubernetes API at %fd.sip:%fd.sport",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "ports": {
          "type": "ports",
          "default": [6443],
          "meaning": "Ports of the API server."
        },
        "hosts": {
          "type": "texts",
          "default": [
            "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.*", "*.eks.amazonaws.com", "*.azmk8s.io", "*.gke.goog",
            "*.k8s.ondigitalocean.com", "*.k8s.ovh.net"
          ],
          "meaning": "Patterns of the names of API servers, inside a cluster and at the clouds."
        },
        "programs": {
          "type": "programs",
          "default": [
            "kubectl", "kubectl-*", "kubectx", "kubens", "kubeadm", "kubelet", "kube-*", "k3s", "k3d", "k9s", "kind", "minikube", "helm", "helmfile",
            "kustomize", "oc", "odo", "stern", "skaffold", "tilt", "devspace", "argocd", "argocd-*", "flux", "velero", "istioctl", "linkerd", "cilium*",
            "calicoctl", "coredns", "eksctl", "terraform-provider-kubernetes*", "terraform-provider-helm*", "pulumi-resource-kubernetes*"
          ],
          "meaning": "Tools and parts of Kubernetes whose task it is, as patterns of their names."
        }
      },
      "example": {
        "text": "CVE-2025-1974: anything on the pod network could run code in the ingress-nginx controller. By default the controller's token reads the secrets of all namespaces from the API, so that one request could end in the takeover of the cluster.",
        "date": "2025-03-24",
        "reference": "https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/"
      },
      "remedy": "If the program has no business with the cluster, find out what made it connect and change the service account's token. Give pods that need none no token (automountServiceAccountToken: false) and keep them from the API by a network policy. If it is an operator or a tool of yours, add it to the programs.",
      "tags": { "attack": ["T1613", "T1552.007", "T1609"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "an application connects to the port",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.0.0.1", "fd.sport": 6443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "proc.program": "app.py" }
        },
        {
          "name": "an application connects to the name in the cluster",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.96.0.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "fd.sip.name": ["kubernetes.default.svc.cluster.local"], "proc.program": "node" }
        },
        {
          "name": "the attempt counts when a network policy drops it",
          "event": { "evt.type": "connect", "evt.rawres": -110, "fd.sockfamily": "ip", "fd.sip": "10.0.0.1", "fd.sport": 6443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "evt.failed": true, "proc.program": "curl" }
        }
      ],
      "silentOn": [
        {
          "name": "kubectl itself",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.0.0.1", "fd.sport": 6443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "proc.program": "kubectl" }
        },
        {
          "name": "another service of the cluster",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.96.0.20", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "fd.sip.name": ["shop.default.svc.cluster.local"], "proc.program": "app.py" }
        },
        {
          "name": "a cluster for tests on this machine",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "127.0.0.1", "fd.sport": 6443, "fd.l4proto": "tcp", "fd.is_loopback": true, "fd.is_private": false, "proc.program": "app.py" }
        },
        {
          "name": "a Terraform provider",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.0.0.1", "fd.sport": 6443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "proc.program": "terraform-provider-kubernetes_v2.31.0_x5" }
        }
      ]
    },
    {
      "id": "network-unusual-resolver",
      "title": "Names are asked of a server that is not the machine's",
      "description": "The program sent a question of the name service to a server that resolv.conf does not name. Programs leave the choice of the server to the system; one that brings its own gets around filters and logs of the network, or speaks to a server that takes stolen data out of the questions.",
      "trigger": "A connect or an addressed send to one of the ports of another machine, unless it is a name server of resolv.conf. The attempt counts, whatever the result. Tools for DNS and name servers do not count, and questions over HTTPS are not seen.",
      "condition": "evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.sport in ($ports) and fd.is_loopback = false and fd.is_resolver = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program turned to the name server %fd.sip:%fd.sport, which is not one of the machine's",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "ports": {
          "type": "ports",
          "default": [53, 853],
          "meaning": "DNS, and DNS over TLS or QUIC."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dig", "mdig", "host", "nslookup", "nsupdate", "drill", "kdig", "khost", "delv", "doggo", "dog", "dnsperf", "systemd-resolved", "resolvectl",
            "unbound*", "dnsmasq", "named", "pdns*", "kresd*", "knotd", "stubby", "coredns", "dnscrypt-proxy", "dnsdist", "AdGuardHome", "pihole-FTL",
            "blocky", "lego", "caddy", "traefik", "external-dns"
          ],
          "meaning": "Tools for DNS, name servers, and clients that wait for their own records at a domain's servers, as patterns of their names."
        }
      },
      "example": {
        "text": "A package named torchtriton on PyPI took the place of a dependency of PyTorch's nightly builds. Its program sent SSH keys and other files in encrypted questions for names below h4ck.cfd, to a name server of its own at wheezy.io.",
        "date": "2022-12-31",
        "reference": "https://pytorch.org/blog/compromised-nightly-dependency/"
      },
      "remedy": "Find out which component brings the address of a server with it. If nobody chose that, remove it and look at what it asked for; allow port 53 and 853 only to your own resolvers. If it is wanted, put the server into resolv.conf or add the program to the list.",
      "tags": { "attack": ["T1071.004", "T1048"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "a question sent to a public server",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 53, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "fd.is_resolver": false, "proc.program": "triton" }
        },
        {
          "name": "DNS over TLS",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 853, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "fd.is_resolver": false, "proc.program": "app.py" }
        },
        {
          "name": "a connected socket, without a route",
          "event": { "evt.type": "connect", "evt.rawres": -101, "fd.sockfamily": "ip", "fd.sip": "2001:db8::53", "fd.sport": 53, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "evt.failed": true, "fd.is_resolver": false, "proc.program": "node" }
        }
      ],
      "silentOn": [
        {
          "name": "the C library asks the server of resolv.conf",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "192.0.2.53", "fd.sport": 53, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "fd.is_resolver": true, "proc.program": "curl" }
        },
        {
          "name": "systemd-resolved's local address",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "127.0.0.53", "fd.sport": 53, "fd.l4proto": "udp", "fd.is_loopback": true, "fd.is_private": false, "fd.is_resolver": false, "proc.program": "curl" }
        },
        {
          "name": "dig is told which server to ask",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 53, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "fd.is_resolver": false, "proc.program": "dig" }
        },
        {
          "name": "another port",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "fd.is_resolver": false, "proc.program": "curl" }
        }
      ]
    },
    {
      "id": "network-dns-exfiltration",
      "title": "Data seems to leave in names that are looked up",
      "description": "The run asked for many names of one domain that look like data rather than like hosts, or for many of its TXT or NULL records. Questions of the name service pass nearly every firewall, so tunnels and thieves write what they send into the names and read the answers out of the records.",
      "trigger": "A question or answer of the name service after the run has asked for more long or random-looking names in one domain than allowed, or for more names there by TXT or NULL records. It counts whether or not there is an answer. Mail filters and name servers do not count.",
      "condition": "evt.type in (sendto, sendmsg, sendmmsg, recvfrom, recvmsg, recvmmsg, read, readv, write, writev) and (dns.unusual_names > $names or dns.bulk_names > $bulk) and not proc.program glob anyof ($programs)",
      "message": "%proc.program asked for %dns.unusual_names names like data and %dns.bulk_names TXT or NULL records in the domain of %dns.name",
      "object": "%proc.program",
      "criteria": {
        "names": {
          "type": "number",
          "default": 20,
          "meaning": "How many names that look like data a run may ask for in one domain."
        },
        "bulk": {
          "type": "number",
          "default": 20,
          "meaning": "How many names a run may ask for in one domain by TXT or NULL records."
        },
        "programs": {
          "type": "programs",
          "default": [
            "rspamd*", "spamd", "spamassassin", "exim*", "opendkim", "opendmarc", "policyd-spf*", "systemd-resolved", "unbound*", "dnsmasq", "named",
            "pdns*", "kresd*", "coredns", "dnscrypt-proxy"
          ],
          "meaning": "Mail filters, which look up keys and block lists, and name servers, as patterns of their names."
        }
      },
      "example": {
        "text": "Alex Birsan published packages under the names of internal ones of Apple, Microsoft and others. When a company's build installed one, it sent user name, host name and path home, hex-encoded in questions to his name server, because those got out where connections did not.",
        "date": "2021-02-09",
        "reference": "https://medium.com/@alex.birsan/dependency-confusion-4a5d60fec610"
      },
      "remedy": "Look at the names in the recording: encoded data is easy to see. Remove the component that asks for them, and change the secrets that the process could read. If a service of yours works that way, such as a block list or a licence check, raise the limits or add the program to the list.",
      "tags": { "attack": ["T1048", "T1071.004"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "encoded pieces of a file as names",
          "event": { "evt.type": "sendto", "evt.rawres": 74, "dns.name": "4c6f72656d20697073756d20646f6c6f72.0015.example.net", "dns.type": "A", "dns.unusual_names": 21, "dns.bulk_names": 0, "proc.program": "setup.py" }
        },
        {
          "name": "a tunnel reads TXT records",
          "event": { "evt.type": "recvfrom", "evt.rawres": 300, "dns.name": "p21.t.example.net", "dns.type": "TXT", "dns.unusual_names": 3, "dns.bulk_names": 21, "proc.program": "tunnel" }
        },
        {
          "name": "several questions in one call",
          "event": { "evt.type": "sendmmsg", "evt.rawres": 2, "dns.name": "q7zk2m9x4v8b1n5c.example.net", "dns.type": "A", "dns.unusual_names": 90, "dns.bulk_names": 0, "proc.program": "app" }
        }
      ],
      "silentOn": [
        {
          "name": "an ordinary look-up",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "www.example.org", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "curl" }
        },
        {
          "name": "a few names of a content network that look random",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "d2k1ftgv7pobq7.cloudfront.net", "dns.type": "A", "dns.unusual_names": 4, "dns.bulk_names": 0, "proc.program": "npm" }
        },
        {
          "name": "a domain's own records are checked",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "_acme-challenge.example.org", "dns.type": "TXT", "dns.unusual_names": 0, "dns.bulk_names": 3, "proc.program": "certcheck.py" }
        },
        {
          "name": "a mail filter looks up keys of senders",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "s1._domainkey.example.org", "dns.type": "TXT", "dns.unusual_names": 0, "dns.bulk_names": 60, "proc.program": "rspamd" }
        }
      ]
    },
    {
      "id": "network-ssh-nonstandard-port",
      "title": "SSH is spoken on a port other than 22",
      "description": "A connection to or from another machine begins with SSH's greeting on a port that is not SSH's own. Hidden SSH servers and reverse tunnels use the ports of other services to pass firewalls. Git services and servers with a moved port do the same openly.",
      "trigger": "The first bytes that are sent or received on a connection are SSH's greeting, and the connection goes to another machine on a port other than 22. A connection within this machine does not count, nor does one that only was opened.",
      "condition": "evt.type in (sendto, sendmsg, recvfrom, recvmsg, read, readv, write, writev) and net.protocol = ssh",
      "message": "%proc.program speaks SSH on a port other than 22",
      "object": "%proc.program",
      "example": {
        "text": "In the attacks on Ukrainian media and power companies, the operators of BlackEnergy left a Dropbear SSH server behind that accepted connections on port 6789 with a password built into it.",
        "date": "2016-01-03",
        "reference": "https://attack.mitre.org/groups/G0034/"
      },
      "remedy": "Find out where the connection goes and which program opened it. If nobody knows it, end it, look for authorized keys and tunnels that were added, and let SSH out only to the hosts that need it. If it is your Git service or a server with a moved port, make an exception for the program.",
      "tags": { "attack": ["T1571", "T1021.004", "T1572"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "a client sends its greeting",
          "event": { "evt.type": "write", "evt.rawres": 21, "net.protocol": "ssh", "proc.program": "app" }
        },
        {
          "name": "a server's greeting is received",
          "event": { "evt.type": "recvfrom", "evt.rawres": 41, "net.protocol": "ssh", "proc.program": "tunnel.py" }
        },
        {
          "name": "an SSH library uses sendmsg",
          "event": { "evt.type": "sendmsg", "evt.rawres": 24, "net.protocol": "ssh", "proc.program": "backup" }
        }
      ],
      "silentOn": [
        {
          "name": "ssh to port 22, which is not listened to",
          "event": { "evt.type": "write", "evt.rawres": 41, "proc.program": "ssh" }
        },
        {
          "name": "TLS on the same port",
          "event": { "evt.type": "write", "evt.rawres": 517, "net.protocol": "tls", "proc.program": "curl" }
        },
        {
          "name": "a file with a greeting in it is read",
          "event": { "evt.type": "read", "evt.rawres": 21, "proc.program": "cat" }
        }
      ]
    },
    {
      "id": "network-tor",
      "title": "The Tor network was used or asked for",
      "description": "The program asked for a name that only exists in the Tor network or behind a gateway to it, contacted a relay or a local Tor proxy, or was started with such an address. Malware reaches its operators through Tor because nobody can see where they are or take the server down.",
      "trigger": "A question for a name below .onion or one of the gateways, a connection to a relay's port outside the own network or to a Tor proxy's port on this machine, or a program that starts with an onion address among its arguments. Attempts to connect count, whatever their result; an execution that fails does not.",
      "condition": "(evt.type in (sendto, sendmsg, sendmmsg, recvfrom, recvmsg, recvmmsg, read, readv, write, writev) and (dns.name endswith .onion or dns.name glob anyof ($gateways))) or (evt.type in (connect, sendto, sendmsg, sendmmsg) and fd.l4proto = tcp and ((fd.is_loopback = false and fd.is_private = false and fd.sport in ($ports)) or (fd.is_loopback = true and fd.sport in ($localPorts)))) or (evt.type in (execve, execveat) and evt.rawres = 0 and proc.args regex '(.*[^A-Za-z0-9])?([a-z2-7]{16}|[a-z2-7]{56})[.]onion([^A-Za-z0-9.-].*)?')",
      "message": "%proc.program turned to the Tor network, as %evt.type shows",
      "object": "%proc.program",
      "criteria": {
        "gateways": {
          "type": "texts",
          "default": [
            "*.onion.ly", "*.onion.ws", "*.onion.pet", "*.onion.to", "*.onion.cab", "*.onion.link", "*.onion.city", "*.onion.sh", "*.onion.foundation",
            "*.tor2web.org", "*.tor2web.io", "*.tor2web.fi"
          ],
          "meaning": "Patterns of the names of gateways from the web to Tor."
        },
        "ports": {
          "type": "ports",
          "default": [9001, 9030],
          "meaning": "Ports that relays commonly use; many use 443, which tells nothing."
        },
        "localPorts": {
          "type": "ports",
          "default": [9050, 9150],
          "meaning": "Ports on this machine of the Tor service and of the Tor Browser."
        }
      },
      "example": {
        "text": "Siloscape, the first malware known to break out of Windows containers into Kubernetes clusters, unpacked a Tor client and took its orders from a server with an onion address.",
        "date": "2021-06-07",
        "reference": "https://attack.mitre.org/software/S0623/"
      },
      "remedy": "Find the program that turned to Tor and what brought it in. If nobody here uses Tor, treat the machine as compromised and change the secrets that the program could read. If you do use it, or another service has one of the ports, take the port out of the list or make an exception for the program.",
      "tags": { "attack": ["T1090.003"], "attackVersion": "18.1", "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "an onion name leaks into a question",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "app" }
        },
        {
          "name": "a gateway to Tor",
          "event": { "evt.type": "sendmmsg", "evt.rawres": 1, "dns.name": "expyuzz4wqqyqhjn.onion.ws", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "loader" }
        },
        {
          "name": "a relay's port",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 9001, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "bot" }
        },
        {
          "name": "the proxy on this machine, which is not running",
          "event": { "evt.type": "connect", "evt.rawres": -111, "fd.sockfamily": "ip", "fd.sip": "127.0.0.1", "fd.sport": 9050, "fd.l4proto": "tcp", "fd.is_loopback": true, "fd.is_private": false, "evt.failed": true, "proc.program": "app.py" }
        },
        {
          "name": "a program is given an onion address",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.args": "-s http://expyuzz4wqqyqhjn.onion/cfg", "proc.program": "curl" }
        }
      ],
      "silentOn": [
        {
          "name": "a supervisor's page inside the own network",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "10.0.0.7", "fd.sport": 9001, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": true, "proc.program": "app.py" }
        },
        {
          "name": "a storage server's page on this machine",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "127.0.0.1", "fd.sport": 9001, "fd.l4proto": "tcp", "fd.is_loopback": true, "fd.is_private": false, "proc.program": "curl" }
        },
        {
          "name": "an ordinary domain named onion",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "dns.name": "www.onion.com", "dns.type": "A", "dns.unusual_names": 0, "dns.bulk_names": 0, "proc.program": "curl" }
        },
        {
          "name": "a file named after the vegetable",
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.args": "recipes/red.onion recipes/x.onions", "proc.program": "cat" }
        }
      ]
    },
    {
      "id": "network-unexpected-udp",
      "title": "Datagrams go to an unexpected port",
      "description": "The program sends datagrams to a port of no service that ordinary programs use by UDP. Peer-to-peer bots, tunnels and floods run over UDP because it needs no connection and many firewalls look at it less. Games, calls and some databases use such ports honestly.",
      "trigger": "A connect or an addressed send of a datagram socket to another machine on a port that is not in the list. Attempts count, whatever their result. The list holds ports of TCP services too, because the C library connects a datagram socket to them when it sorts addresses and sends nothing.",
      "condition": "evt.type in (sendto, sendmsg, sendmmsg, connect) and fd.l4proto = udp and fd.is_loopback = false and not fd.sport in ($ports)",
      "message": "%proc.program uses UDP to %fd.sip:%fd.sport",
      "object": "%fd.sip:%fd.sport",
      "criteria": {
        "ports": {
          "type": "ports",
          "default": [0, 22, 53, 67, 68, 80, 123, 443, 546, 547, 853, 1900, 3478, 5353, 5355],
          "meaning": "Ports that are expected: addresses being sorted (0, 22, 80), DNS, DHCP, NTP, HTTP/3, DNS over QUIC, discovery of services, STUN, names in the local network."
        }
      },
      "example": {
        "text": "Mozi, a botnet of routers and video recorders, has no command server. Its nodes find one another and pass on their orders by UDP, over a network like BitTorrent's.",
        "date": "2021-08-19",
        "reference": "https://www.microsoft.com/en-us/security/blog/2021/08/19/how-to-proactively-defend-against-mozi-iot-botnet/"
      },
      "remedy": "Find out which component sends and to whom: a destination that keeps changing points to a peer-to-peer network. If nobody knows it, remove the component and let datagrams out only to the ports that are needed. If the service is yours, such as a VPN, a game server or statistics, add its port to the list.",
      "tags": { "attack": ["T1095", "T1571"], "attackVersion": "18.1", "cwe": [] },
      "firesOn": [
        {
          "name": "a node of a peer-to-peer network",
          "event": { "evt.type": "sendto", "evt.rawres": 104, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 6881, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "Mozi.m" }
        },
        {
          "name": "a connected datagram socket, without a route",
          "event": { "evt.type": "connect", "evt.rawres": -101, "fd.sockfamily": "ip", "fd.sip": "2001:db8::1", "fd.sport": 4000, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "evt.failed": true, "proc.program": "app" }
        },
        {
          "name": "many datagrams in one call",
          "event": { "evt.type": "sendmmsg", "evt.rawres": 64, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 27015, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "flood" }
        }
      ],
      "silentOn": [
        {
          "name": "a question to the name server",
          "event": { "evt.type": "sendto", "evt.rawres": 40, "fd.sockfamily": "ip", "fd.sip": "192.0.2.53", "fd.sport": 53, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "fd.is_resolver": true, "proc.program": "curl" }
        },
        {
          "name": "the C library sorts addresses",
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 22, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "ssh" }
        },
        {
          "name": "HTTP/3",
          "event": { "evt.type": "sendmsg", "evt.rawres": 1200, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 443, "fd.l4proto": "udp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "curl" }
        },
        {
          "name": "statistics to a collector on this machine",
          "event": { "evt.type": "sendto", "evt.rawres": 30, "fd.sockfamily": "ip", "fd.sip": "127.0.0.1", "fd.sport": 8125, "fd.l4proto": "udp", "fd.is_loopback": true, "fd.is_private": false, "proc.program": "app.py" }
        },
        {
          "name": "the same port by TCP",
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 4000, "fd.l4proto": "tcp", "fd.is_loopback": false, "fd.is_private": false, "proc.program": "app" }
        }
      ]
    },
    {
      "id": "network-promiscuous",
      "title": "An interface was made to take in all packets",
      "description": "The call puts a network interface into promiscuous mode, in which it hands over every packet that passes by, not only those for this machine. Sniffers need that to read passwords and data of others on the same network. Applications never do; packet captures, bridges and virtual machines do.",
      "trigger": "setsockopt adds a promiscuous membership of a packet socket, or an interface is given IFF_PROMISC by ioctl or by a netlink message. A refused attempt counts.",
      "condition": "evt.type in (setsockopt, ioctl, sendto, sendmsg, sendmmsg) and net.sets_promiscuous = true",
      "message": "%proc.program asked for all packets of an interface by %evt.type",
      "object": "%proc.program %evt.type",
      "example": {
        "text": "The group called Velvet Ant kept its hold on a company for years from F5 BIG-IP appliances. Among its tools there was VELVETTAP, which captured the packets that passed.",
        "date": "2024-06-17",
        "reference": "https://attack.mitre.org/groups/G1047/"
      },
      "remedy": "Find out which program asks for it. If nobody started a packet capture, treat the machine as compromised: what went over its network in the clear, passwords above all, has to be changed. Take CAP_NET_RAW and CAP_NET_ADMIN from containers and services. If you capture packets on purpose, do without promiscuous mode (tcpdump -p) or make an exception.",
      "tags": { "attack": ["T1040"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a sniffer's packet socket",
          "event": { "evt.type": "setsockopt", "evt.rawres": 0, "evt.arg.level": "SOL_PACKET", "evt.arg.optname": 1, "net.sets_promiscuous": true, "proc.program": "sniffer" }
        },
        {
          "name": "an interface's flags, refused",
          "event": { "evt.type": "ioctl", "evt.rawres": -1, "evt.failed": true, "evt.arg.request": "SIOCSIFFLAGS", "net.sets_promiscuous": true, "proc.program": "app" }
        },
        {
          "name": "tcpdump, which is what it is about",
          "event": { "evt.type": "setsockopt", "evt.rawres": 0, "evt.arg.level": "SOL_PACKET", "evt.arg.optname": 1, "net.sets_promiscuous": true, "proc.program": "tcpdump" }
        }
      ],
      "silentOn": [
        {
          "name": "an interface is brought up",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.arg.request": "SIOCSIFFLAGS", "net.sets_promiscuous": false, "proc.program": "ifconfig" }
        },
        {
          "name": "an ordinary option of a socket",
          "event": { "evt.type": "setsockopt", "evt.rawres": 0, "evt.arg.level": "SOL_SOCKET", "evt.arg.optname": 2, "net.sets_promiscuous": false, "proc.program": "nginx" }
        },
        {
          "name": "a packet socket joins a multicast group",
          "event": { "evt.type": "setsockopt", "evt.rawres": 0, "evt.arg.level": "SOL_PACKET", "evt.arg.optname": 1, "net.sets_promiscuous": false, "proc.program": "lldpd" }
        },
        {
          "name": "the flags are only read",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.arg.request": "SIOCGIFFLAGS", "net.sets_promiscuous": false, "proc.program": "ifconfig" }
        }
      ]
    },
    {
      "id": "network-firewall-changed",
      "title": "Packet filter, routes or tunnels were changed",
      "description": "The program changed the rules of the packet filter, the routing table or its rules, or made a tunnel device. Intruders open ports, shut others out and send traffic past inspection that way. Only what sets up networks for a living has a reason to.",
      "trigger": "A netlink message of one of the kinds is sent, setsockopt replaces a table of iptables, or ioctl changes a route or opens a TUN or TAP device. The call has to succeed, but the kernel may still refuse what a netlink message asks for. Network managers, container runtimes and VPNs do not count; ip, nft and iptables do.",
      "condition": "((evt.type in (sendto, sendmsg, sendmmsg) and netlink.type in ($messages)) or (evt.type = setsockopt and evt.arg.level in (SOL_IP, SOL_IPV6) and evt.arg.optname = 64) or (evt.type = ioctl and evt.arg.request in (SIOCADDRT, SIOCDELRT, TUNSETIFF))) and evt.failed = false and not proc.program glob anyof ($programs)",
      "message": "%proc.program changed the packet filter, routes or tunnels by %evt.type",
      "object": "%proc.program %evt.type",
      "criteria": {
        "messages": {
          "type": "texts",
          "default": [
            "RTM_NEWROUTE", "RTM_DELROUTE", "RTM_NEWRULE", "RTM_DELRULE", "NFT_MSG_NEWTABLE", "NFT_MSG_DELTABLE", "NFT_MSG_NEWCHAIN", "NFT_MSG_DELCHAIN",
            "NFT_MSG_NEWRULE", "NFT_MSG_DELRULE", "NFT_MSG_DESTROYTABLE", "NFT_MSG_DESTROYCHAIN", "NFT_MSG_DESTROYRULE"
          ],
          "meaning": "Kinds of netlink messages that change routes or the packet filter."
        },
        "programs": {
          "type": "programs",
          "default": [
            "dockerd", "containerd", "containerd-shim*", "buildkitd", "runc", "crun", "podman", "netavark", "slirp4netns", "pasta*", "passt*",
            "rootlesskit", "kubelet", "kube-proxy", "k3s", "calico*", "cilium*", "flanneld", "lxc*", "lxd", "incusd", "libvirtd", "virtnetworkd",
            "qemu-system-*", "NetworkManager", "systemd-networkd", "systemd-udevd", "systemd-nspawn", "connmand", "iwd", "dhclient", "dhcpcd", "udhcpc",
            "netifd", "zebra", "bird", "firewalld", "openvpn", "openconnect", "charon*", "pppd", "tailscaled", "wireguard-go", "boringtun*", "vpnc"
          ],
          "meaning": "Network managers, container runtimes, virtual machines and VPNs, as patterns of their names."
        }
      },
      "example": {
        "text": "Cyclops Blink, malware of the Sandworm group on firewalls of WatchGuard, added rules to the appliance's iptables so that its connections to the command servers went through.",
        "date": "2022-02-23",
        "reference": "https://attack.mitre.org/software/S0687/"
      },
      "remedy": "Compare the rules and routes with those you expect (nft list ruleset, iptables-save, ip route, ip rule) and undo what is not yours. Take CAP_NET_ADMIN from containers and services that need none. If a script of yours sets up the network, make an exception for it or add the program to the list.",
      "tags": { "attack": ["T1562.004", "T1572"], "attackVersion": "18.1", "cwe": ["CWE-250"] },
      "firesOn": [
        {
          "name": "a route is added",
          "event": { "evt.type": "sendmsg", "evt.rawres": 44, "evt.failed": false, "netlink.type": ["RTM_NEWROUTE"], "proc.program": "ip" }
        },
        {
          "name": "a rule of nftables",
          "event": { "evt.type": "sendto", "evt.rawres": 212, "evt.failed": false, "netlink.type": ["NFT_MSG_NEWRULE"], "proc.program": "app" }
        },
        {
          "name": "iptables replaces its table",
          "event": { "evt.type": "setsockopt", "evt.rawres": 0, "evt.failed": false, "evt.arg.level": "SOL_IP", "evt.arg.optname": 64, "proc.program": "xtables-legacy-multi" }
        },
        {
          "name": "a tunnel device",
          "event": { "evt.type": "ioctl", "evt.rawres": 0, "evt.failed": false, "evt.arg.request": "TUNSETIFF", "proc.program": "chisel" }
        }
      ],
      "silentOn": [
        {
          "name": "the routes are listed",
          "event": { "evt.type": "sendto", "evt.rawres": 20, "evt.failed": false, "netlink.type": ["RTM_GETROUTE"], "proc.program": "ip" }
        },
        {
          "name": "the C library asks for the addresses",
          "event": { "evt.type": "sendto", "evt.rawres": 20, "evt.failed": false, "netlink.type": ["RTM_GETADDR"], "proc.program": "curl" }
        },
        {
          "name": "a container's network is set up",
          "event": { "evt.type": "sendto", "evt.rawres": 48, "evt.failed": false, "netlink.type": ["RTM_NEWROUTE"], "proc.program": "dockerd" }
        },
        {
          "name": "a server marks its packets' type of service",
          "event": { "evt.type": "setsockopt", "evt.rawres": 0, "evt.failed": false, "evt.arg.level": "SOL_IP", "evt.arg.optname": 1, "proc.program": "sshd" }
        },
        {
          "name": "a change that was refused at once",
          "event": { "evt.type": "ioctl", "evt.rawres": -1, "evt.failed": true, "evt.arg.request": "SIOCADDRT", "proc.program": "route" }
        }
      ]
    }
  ]
}

"""###)
}
