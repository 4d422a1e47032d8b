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
      "trigger": "A shell calls connect with an internet address. A program that the shell starts may connect; a failed attempt counts too.",
      "condition": "evt.type = connect and fd.sockfamily = ip and proc.is_shell = true",
      "message": "%proc.program connected to %fd.sip:%fd.sport by itself",
      "object": "%fd.sip:%fd.sport",
      "example": {
        "text": "CVE-2019-3702: the DNS test page of Lifesize Icon video systems handed its address field to a shell. The published request appends a redirection to /dev/tcp, and the device's shell connects to the attacker without any further program.",
        "date": "2019-03-26",
        "reference": "https://nvd.nist.gov/vuln/detail/CVE-2019-3702"
      },
      "remedy": "Find the script or the string given to sh -c that holds /dev/tcp or /dev/udp: the process's ancestors show who started it. If the command is built from input, pass arguments as a list instead of through a shell. If it is your own check of a port, use a client such as curl or nc, or make an exception for that script.",
      "tags": { "attack": ["T1059.004"], "cwe": ["CWE-78"] },
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
      "trigger": "A shell or interpreter is executed while standard input and output are sockets that this run connected, or it puts such a socket onto descriptor 0, 1 or 2 itself. A socket that was accepted, as under inetd, does not count.",
      "condition": "((evt.type in (execve, execveat) and evt.rawres = 0) or (evt.type in (dup2, dup3) and evt.arg.newfd in (0, 1, 2) and fd.is_outgoing = true and evt.failed = false)) and (proc.is_shell = true or proc.is_interpreter = true) and proc.stdin.is_outgoing = true and proc.stdout.is_outgoing = true",
      "message": "%proc.program takes its commands from %proc.stdin.name",
      "object": "%proc.program",
      "example": {
        "text": "A package on PyPI ran a Python one-liner from its setup.py: it connected to the attacker, put the socket onto descriptors 0, 1 and 2 with os.dup2 and started /bin/sh on it, so that pip install opened a reverse shell.",
        "date": "2021-08-06",
        "reference": "https://github.com/pypi/warehouse/issues/9887"
      },
      "remedy": "Treat the machine as compromised: cut the connection, and change every secret that the process could read. Find out where the code came from by the process's ancestors, an installed package's script for example, and remove it. A tool of your own that serves a shell over a socket should accept connections instead and authenticate them.",
      "tags": { "attack": ["T1059", "T1059.004"], "cwe": ["CWE-506", "CWE-78"] },
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
          "event": { "evt.type": "execve", "evt.rawres": 0, "proc.is_shell": false, "proc.is_interpreter": false, "proc.stdin.is_outgoing": true, "proc.stdout.is_outgoing": true, "proc.program": "nc" }
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
          "default": ["169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.0.23", "169.254.42.42", "100.100.100.200", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254"],
          "meaning": "Addresses of the metadata and credential services of the clouds."
        }
      },
      "example": {
        "text": "Capital One: a request forged through a misconfigured web application firewall made the server ask 169.254.169.254 for the credentials of its role; with them the data of about 106 million people was copied from cloud storage.",
        "date": "2019-07",
        "reference": "https://itdef.net/en/incidents/capital-one-ssrf-2019"
      },
      "remedy": "If the program has no business with the cloud it runs in, find out which code or input led to the request. Check addresses that come from users after name resolution and refuse link-local ones; require session tokens (IMDSv2) and a hop limit of 1 for the service. If it is a cloud's own SDK at work, make an exception for that program.",
      "tags": { "attack": ["T1552.005"], "cwe": ["CWE-918"] },
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
      "tags": { "attack": ["T1071"], "cwe": [] },
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
            "ping", "ping4", "ping6", "fping", "arping", "traceroute", "traceroute6", "tracepath", "mtr", "mtr-packet",
            "dhclient", "dhcpcd", "udhcpc", "systemd-networkd", "NetworkManager"
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
      "tags": { "attack": ["T1040", "T1205.002"], "cwe": ["CWE-250"] },
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
      "tags": { "attack": ["T1133"], "cwe": ["CWE-1327"] },
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
      "tags": { "attack": ["T1036.004"], "cwe": ["CWE-250"] },
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
            "/run/docker.sock", "/var/run/docker.sock", "/run/user/*/docker.sock", "/run/containerd/*.sock",
            "/var/run/containerd/*.sock", "/run/k3s/containerd/*.sock", "/run/crio/crio.sock", "/var/run/crio/crio.sock",
            "/run/podman/podman.sock", "/var/run/podman/podman.sock", "/run/user/*/podman/podman.sock",
            "/run/buildkit/buildkitd.sock", "/run/user/*/buildkit/buildkitd.sock"
          ],
          "meaning": "The control sockets, as patterns."
        },
        "programs": {
          "type": "programs",
          "default": [
            "docker", "docker-compose", "docker-buildx", "dockerd", "containerd", "ctr", "nerdctl", "crictl", "kubelet",
            "crio", "podman", "buildah", "buildctl", "buildkitd", "lazydocker"
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
      "tags": { "attack": ["T1610", "T1611"], "cwe": ["CWE-250"] },
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
      "tags": { "attack": ["T1040", "T1557"], "cwe": ["CWE-319"] },
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
      "tags": { "attack": ["T1071", "T1567"], "cwe": ["CWE-506"] },
      "firesOn": [
        {
          "name": "another port",
          "criteria": {"ports": [443]},
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sport": 4444, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "another host",
          "criteria": {"hosts": ["*.example.org"]},
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sip.name": ["evil.example.net"], "fd.sport": 443, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "an address without a name",
          "criteria": {"networks": ["10.0.0.0/8"]},
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
          "criteria": {"hosts": ["*.example.org"], "ports": [443]},
          "event": { "evt.type": "connect", "evt.rawres": -115, "fd.sockfamily": "ip", "fd.sip": "192.0.2.1", "fd.sip.name": ["www.example.org"], "fd.sport": 443, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "an allowed network",
          "criteria": {"networks": ["10.0.0.0/8"], "hosts": ["*.example.org"]},
          "event": { "evt.type": "connect", "evt.rawres": 0, "fd.sockfamily": "ip", "fd.sip": "10.1.2.3", "fd.sport": 5432, "fd.is_loopback": false, "fd.is_resolver": false, "proc.program": "app" }
        },
        {
          "name": "a question to the name server",
          "criteria": {"hosts": ["*.example.org"], "ports": [443]},
          "event": { "evt.type": "sendto", "evt.rawres": 40, "fd.sockfamily": "ip", "fd.sip": "192.0.2.53", "fd.sport": 53, "fd.is_loopback": false, "fd.is_resolver": true, "proc.program": "app" }
        }
      ]
    }
  ]
}

"""###)
}
