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
    }
  ]
}

"""###)
}
